import type { UnitId } from "../../core/entry.ts";
import type { FlowBlock, Row } from "../../core/flow/flow.ts";
import { type Block, type Text, textOf } from "../../core/message.ts";
import type { Asked } from "../../core/table/asked.ts";
import { counts } from "../../core/table/ledger.ts";
import type { Table } from "../../core/table/table.ts";
import { treeOf } from "../../core/table/tree.ts";
import type { House } from "../house.ts";
import { type Ranged, tablesIn } from "./consolidate.ts";
import { headGroups, shownIn } from "./headline.ts";
import { columnName, headedBy, rowTables, told, totalIn } from "./row-tables.ts";

/** Parts in one message; the workbook lists them all. */
const SHOWN = 30;

/** A line of a table that is divided by units, branches or departments. */
type Part = { readonly name: Text; readonly units: ReadonlySet<UnitId> };

/** The tables of a block, a small one for each group that no other sums up, divided as asked. */
export function dividedTables(
  house: House,
  ranged: Ranged,
  asked: Asked,
  block: FlowBlock,
  table: Table,
): readonly Block<Text>[] {
  if (asked.by === "rows") return asked.row ? groupsOf(block, asked.row, asked, table) : rowTables(block, asked, table);
  const parts = partsOf(house, ranged, asked).slice(0, SHOWN + 1);
  const shown = parts.slice(0, SHOWN);
  const tables = shown.map(({ units }) => {
    const own = tablesIn(ranged, (unit) => units.has(unit)).find((each) => each.block === block.id);
    return own ? totalIn(own, asked) : () => undefined;
  });
  const more: readonly Block<Text>[] =
    parts.length > SHOWN ? [{ kind: "text", text: { key: "summary-more", args: { count: SHOWN } } }] : [];
  const divided = headGroups(block).flatMap((group, index): readonly Block<Text>[] => {
    const columns = told(group);
    const first = index === 0;
    // Who has nothing to show is seen in the first table, by how many reported.
    const listed = shown.flatMap((part, at) =>
      first || columns.some((column) => tables[at]?.(group.id, column.id) !== undefined) ? [{ part, at }] : [],
    );
    if (listed.length === 0) return [];
    const table: Block<Text> = {
      kind: "table",
      caption: headedBy(block, group),
      head: [
        { key: `division-${asked.by}` },
        ...(first ? [{ key: "status-reported" }] : []),
        ...columns.map(columnName),
      ],
      rows: listed.map(({ part, at }) => [
        part.name,
        ...(first ? [reportedIn(ranged, asked, part)] : []),
        ...columns.map((column) => shownIn(column, tables[at]?.(group.id, column.id))),
      ]),
    };
    return [table];
  });
  return [...divided, ...more];
}

function reportedIn({ standing }: Ranged, asked: Asked, { units }: Part): string {
  const own = standing.filter(({ unit }) => units.has(unit));
  if (own.length === 0) return "—";
  return `${own.filter((line) => counts(line, asked.drafts)).length}/${own.length}`;
}

/**
 * The parts of a division, in the order of the roster; the top's own level comes first, and last what was reported by
 * those who report no more.
 */
export function partsOf(house: House, { standing, ever }: Ranged, { by, node }: Asked): readonly Part[] {
  const tree = treeOf(house.people.roster);
  const parts = new Map<string, { name: Text; units: Set<UnitId> }>();
  for (const id of new Set([...standing, ...ever].map(({ unit }) => unit))) {
    const unit = house.people.unit(id);
    const [key, name] = ((): readonly [string, Text] => {
      // Where it belonged is not known once it has left the roster.
      if (by !== "units" && !tree.unit(id)) return ["gone/", { key: "division-gone" }];
      switch (by) {
        case "departments": {
          const department = unit.department ?? "";
          return [department, textOf(house.people.roster.departments[department] ?? department)];
        }
        case "branches": {
          const branch = tree.branchTo(node ?? tree.top, id);
          const child = branch === undefined || branch === id ? undefined : tree.unit(branch);
          return child ? [child.id, textOf(child.short)] : ["", { key: "status-own-level" }];
        }
        default:
          return [id, textOf(unit.short)];
      }
    })();
    const part = parts.get(key);
    if (part) part.units.add(id);
    else parts.set(key, { name, units: new Set([id]) });
  }
  return [...parts.values()];
}

/** One row of the form: the groups that a sum adds up, down, and the sum itself; the others are said in the headlines. */
function groupsOf(block: FlowBlock, row: Row, asked: Asked, table: Table): readonly Block<Text>[] {
  const own = totalIn(table, { figures: asked.figures, row });
  return block.groups.flatMap((sum): readonly Block<Text>[] => {
    if (!sum.sums) return [];
    const columns = told(sum);
    const parts = [...block.groups.filter(({ id }) => sum.sums?.includes(id)), sum];
    // Noughts alone are said in the headlines already.
    if (columns.every(({ id }) => parts.every((group) => !own(group.id, id)))) return [];
    const rows = parts.map((group): readonly Text[] => [
      { label: group.short },
      ...columns.map((column) => shownIn(column, own(group.id, column.id))),
    ]);
    return [
      {
        kind: "table",
        caption: { label: row.label },
        head: [{ key: "posting-row" }, ...columns.map(columnName)],
        rows,
      },
    ];
  });
}
