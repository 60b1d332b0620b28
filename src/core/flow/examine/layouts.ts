import { type Examiner, referAll, refers, unique } from "../../source/examiner.ts";
import type { Path } from "../../source/problem.ts";
import type { FlowBlock } from "../flow.ts";
import type { FlowFile, Layout } from "../schema.ts";
import { groupsKnown } from "./blocks.ts";

/** Whether the sheets show columns that there are, under names that a workbook takes. */
export function examineLayouts(file: FlowFile, blocks: readonly FlowBlock[], ex: Examiner): void {
  const { layouts } = file;
  const ids = layouts.map((layout) => layout.id);
  unique(ex, { key: "thing-layout" }, ids, (index) => ["layouts", index, "id"]);
  const sheets = layouts.map((layout) => layout.sheet.toLowerCase());
  unique(ex, { key: "thing-sheet" }, sheets, (index) => ["layouts", index, "sheet"]);
  for (const [index, layout] of layouts.entries()) examineLayout(file, blocks, layout, ["layouts", index], ex);
}

function examineLayout(file: FlowFile, blocks: readonly FlowBlock[], layout: Layout, at: Path, ex: Examiner): void {
  if (/[\\/?*[\]:]/.test(layout.sheet) || /^'|'$/.test(layout.sheet) || layout.sheet === "")
    ex.tell([...at, "sheet"], { key: "problem-sheet-name", args: { sheet: layout.sheet } });
  const index = file.blocks.findIndex((block) => block.id === layout.block);
  const block = file.blocks[index];
  const known = { what: { key: "known-blocks" }, at: ["blocks"], ids: file.blocks.map((each) => each.id) };
  if (!refers(ex, layout.block, known, [...at, "block"]) || !block) return;
  const groups = groupsKnown(block, ["blocks", index, "groups"]);
  const named = layout.groups.map((each) => each.group);
  unique(ex, { key: "thing-group" }, named, (order) => [...at, "groups", order, "group"]);
  for (const [order, { group, columns }] of layout.groups.entries()) {
    const path: Path = [...at, "groups", order];
    if (!refers(ex, group, groups, [...path, "group"])) continue;
    const found = blocks[index]?.groups.find((each) => each.id === group)?.columns ?? [];
    // A group whose columns could not be found has been told of where it stands.
    if (found.length === 0) continue;
    const own = {
      what: { key: "known-columns", args: { group } },
      at: groups.at,
      ids: found.map((column) => column.id),
    };
    referAll(ex, columns, own, [...path, "columns"]);
    unique(ex, { key: "thing-column" }, columns, (place) => [...path, "columns", place]);
  }
}
