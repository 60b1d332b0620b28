import { type Examiner, type Known, listed, referAll, refers, unique } from "../../source/examiner.ts";
import type { Path } from "../../source/problem.ts";
import { columnsOf, isColumns } from "../resolve.ts";
import type { Column, FlowFile } from "../schema.ts";

type FileBlock = FlowFile["blocks"][number];
type FileGroup = FileBlock["groups"][number];

/** Whether blocks hang together: ids and words told apart, `like`, `sums` and rates leading to something. */
export function examineBlocks(file: FlowFile, ex: Examiner): void {
  unique(ex, { key: "thing-block" }, idsOf(file.blocks), (index) => ["blocks", index, "id"]);
  for (const [index, block] of file.blocks.entries()) {
    const at: Path = ["blocks", index];
    examineNames(ex, "row", block.rows, [...at, "rows"]);
    examineNames(ex, "group", block.groups, [...at, "groups"]);
    for (const [place, group] of block.groups.entries()) examineGroup(block, group, [...at, "groups"], place, ex);
  }
  examineCells(file, ex);
  examineBeside(file, ex);
}

/** A column is set beside one of another block: beside one of its own it could be read off already. */
function examineBeside(file: FlowFile, ex: Examiner): void {
  for (const [index, block] of file.blocks.entries())
    for (const [place, group] of block.groups.entries())
      for (const [at, { beside }] of (group.columns ?? []).entries()) {
        if (beside === undefined) continue;
        const others = file.blocks.filter((each) => each !== block);
        const ids = others.flatMap((each) => each.groups.flatMap(({ columns }) => idsOf(columns ?? [])));
        const path: Path = ["blocks", index, "groups", place, "columns", at, "beside"];
        refers(ex, beside, { what: { key: "known-columns-elsewhere" }, at: ["blocks"], ids: [...new Set(ids)] }, path);
      }
}

function idsOf(all: readonly { readonly id: string }[]): readonly string[] {
  return all.map((each) => each.id);
}

type Named = { readonly id: string; readonly aliases: readonly string[] };

function examineNames(ex: Examiner, what: "row" | "group" | "column", all: readonly Named[], at: Path): void {
  unique(ex, { key: `thing-${what}` }, idsOf(all), (index) => [...at, index, "id"]);
  const aliases = all.flatMap((each, index) =>
    each.aliases.map((alias, place) => ({ alias: alias.toLowerCase(), path: [...at, index, "aliases", place] })),
  );
  const words = aliases.map((each) => each.alias);
  unique(
    ex,
    { key: "thing-alias", args: { of: { key: `thing-${what}` } } },
    words,
    (index) => aliases[index]?.path ?? at,
  );
}

function examineGroup(block: FileBlock, group: FileGroup, list: Path, place: number, ex: Examiner): void {
  const at: Path = [...list, place];
  const groups = groupsKnown(block, list);
  const ways = (["columns", "like", "sums"] as const).filter((way) => group[way] !== undefined);
  const [, second] = ways;
  if (second !== undefined)
    ex.tell([...at, second], { key: "problem-group-origins", args: { group: group.id, ways: listed(ways) } }, "key");
  if (group.columns) examineColumns(group.columns, [...at, "columns"], ex);
  if (group.like !== undefined) refers(ex, group.like, groups, [...at, "like"]);
  examineOrigin(block, group, at, ex);
  if (!group.sums) return;
  referAll(ex, group.sums, groups, [...at, "sums"]);
  unique(ex, { key: "thing-group" }, group.sums, (index) => [...at, "sums", index]);
  for (const [index, id] of group.sums.entries()) examineSum(block, group, id, [...at, "sums", index], ex);
}

function examineOrigin(block: FileBlock, group: FileGroup, at: Path, ex: Examiner): void {
  const found = columnsOf(block, group);
  if (isColumns(found)) return;
  if ("bare" in found && ex.sound(at)) ex.tell(at, { key: "problem-group-bare", args: { group: group.id } });
  if ("circle" in found)
    ex.tell([...at, group.like === undefined ? "sums" : "like"], {
      key: "problem-group-circle",
      args: { group: group.id, circle: found.circle.join(" -> ") },
    });
}

function examineSum(block: FileBlock, group: FileGroup, id: string, path: Path, ex: Examiner): void {
  const other = block.groups.find((each) => each.id === id);
  if (!other || id === group.id) return;
  if (other.sums) {
    ex.tell(path, { key: "problem-sum-of-sum", args: { group: id } });
    return;
  }
  const [mine, theirs] = [columnsOf(block, group), columnsOf(block, other)];
  if (!isColumns(mine) || !isColumns(theirs)) return;
  const [own, its] = [idsOf(mine).join(", "), idsOf(theirs).join(", ")];
  const first = group.sums?.[0];
  if (own !== its) ex.tell(path, { key: "problem-sum-columns", args: { group: id, its, first: first ?? "", own } });
}

function examineColumns(columns: readonly Column[], at: Path, ex: Examiner): void {
  examineNames(ex, "column", columns, at);
  const ids = idsOf(columns.filter((each) => !each.computed));
  const asked = { what: { key: "known-columns-asked" }, at, ids };
  if (ids.length === 0) ex.tell(at, { key: "problem-columns-computed" });
  for (const [index, column] of columns.entries()) {
    if (column.computed)
      for (const part of ["of", "to"] as const)
        refers(ex, column.computed[part], asked, [...at, index, "computed", part]);
    if (column.kind === "count" && column.decimals > 0 && ex.sound([...at, index, "kind"]))
      ex.tell([...at, index, "decimals"], { key: "problem-count-decimals" });
  }
}

/** A cell is named by row, group and column alone, so a row and a group of one name may meet in one block only. */
function examineCells(file: FlowFile, ex: Examiner): void {
  const owner = new Map<string, number>();
  for (const [index, block] of file.blocks.entries())
    for (const [place, row] of block.rows.entries())
      for (const group of block.groups) {
        const word = `${row.id}.${group.id}`;
        const before = owner.get(word);
        if (before === undefined) owner.set(word, index);
        else if (before !== index)
          ex.tell(["blocks", index, "rows", place, "id"], {
            key: "problem-cells-shared",
            args: { cell: word, block: file.blocks[before]?.id ?? "" },
          });
      }
}

/** The groups of a block, as what references may name; `at` is the path of the list. */
export function groupsKnown(block: FileBlock, at: Path): Known {
  return { what: { key: "known-groups", args: { block: block.id } }, at, ids: idsOf(block.groups) };
}

/** The rows of a block likewise. */
export function rowsKnown(block: FileBlock, at: Path): Known {
  return { what: { key: "known-rows", args: { block: block.id } }, at, ids: idsOf(block.rows) };
}
