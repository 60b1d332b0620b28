import type { FlowBlock, FlowColumn, Group } from "./flow.ts";
import type { Column, FlowFile } from "./schema.ts";

type FileBlock = FlowFile["blocks"][number];
type FileGroup = FileBlock["groups"][number];

/** Why a group has no columns of its own: the ids on the way from it back to itself, or the group that is not there. */
export type Dead = { readonly circle: readonly string[] } | { readonly unknown: string } | { readonly bare: true };

/** A group's columns: its own, or those of the group that it is like or sums; or why there are none. */
export function columnsOf(block: FileBlock, group: FileGroup, above: readonly string[] = []): readonly Column[] | Dead {
  const way = [...above, group.id];
  if (group.columns) return group.columns;
  const from = group.like ?? group.sums?.[0];
  if (from === undefined) return { bare: true };
  if (way.includes(from)) return { circle: [...way, from] };
  const other = block.groups.find((each) => each.id === from);
  return other ? columnsOf(block, other, way) : { unknown: from };
}

/** The blocks in full: short forms filled in, `like` and `sums` followed. A group that leads nowhere has no columns. */
export function resolveBlocks(file: FlowFile): readonly FlowBlock[] {
  return file.blocks.map((block) => ({
    ...block,
    rows: block.rows.map((row) => ({ ...row, short: row.short ?? row.label })),
    groups: block.groups.map((group) => resolveGroup(block, group)),
  }));
}

function resolveGroup(block: FileBlock, group: FileGroup): Group {
  const found = columnsOf(block, group);
  const columns: readonly FlowColumn[] = isColumns(found)
    ? found.map((column) => ({ ...column, short: column.short ?? column.label }))
    : [];
  const { id, label, aliases, heading, sums } = group;
  const base = { id, label, aliases, short: group.short ?? label, columns };
  return { ...base, ...(sums ? { sums } : {}), ...(heading ? { heading } : {}) };
}

/** Tells columns from the reason why there are none. */
export function isColumns(found: readonly Column[] | Dead): found is readonly Column[] {
  return Array.isArray(found);
}
