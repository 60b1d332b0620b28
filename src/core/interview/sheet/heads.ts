import { type FlowColumn, type Group, groupOf, type Place } from "../../flow/flow.ts";
import type { Layout } from "../../flow/schema.ts";
import { fold, namesOf } from "../reading/names.ts";
import { type GridCell, type GridLine, textIn } from "./grid.ts";

/** What a column of a sheet holds: figures that are asked, or what is computed from them. */
export type Target = { readonly group: Group; readonly column: FlowColumn };

/** Names on sheets are compared without breaks, and without the unit in brackets behind them. */
export const bare = (text: string): string => fold(text).replace(/\s+/g, "");

/** Every column that a sheet of these places may show, in the order of the form: asked ones, rates and totals. */
export function targetsOf(places: readonly Place[]): readonly Target[] {
  const blocks = [...new Set(places.map(({ block }) => block))];
  return blocks.flatMap((block) =>
    block.groups
      .filter(
        (group) =>
          places.some((place) => place.group === group) ||
          group.sums?.some((id) => places.some((place) => place.block === block && place.group.id === id)),
      )
      .flatMap((group) => group.columns.map((column) => ({ group, column }))),
  );
}

/** A line of heads: its columns by the place of their cells, and the heads that several classes have. */
export type Heads = { readonly columns: ReadonlyMap<number, Target>; readonly ambiguous: readonly FlowColumn[] };

/**
 * The columns of a line of heads, by the place of their cells; undefined where the line is none. A name that stands in
 * several groups is told by the group's head above it, by the layout that has just these names, or by being named as
 * often as there are groups; a name that comes once belongs to the class that is being asked.
 */
export function headsIn(
  line: GridLine,
  above: GridLine | undefined,
  targets: readonly Target[],
  layouts: readonly (readonly Target[])[],
  meant: Group | undefined,
): Heads | undefined {
  const named = line.cells.map((cell) => targetsCalled(cell, targets));
  const texts = line.cells.filter((cell) => /\p{L}/u.test(textIn(cell))).length;
  const hits = [...named.entries()].filter(([, candidates]) => candidates.length > 0);
  if (hits.length < 2 || hits.length * 2 < texts) return undefined;
  const groups = above ? groupsOver(above, line.cells.length, targets) : [];
  const layout = layouts.find(
    (columns) =>
      columns.length === hits.length &&
      columns.every((target, place) => hits[place]?.[1].some(({ column }) => column.id === target.column.id)),
  );
  const columns = new Map<number, Target>();
  const ambiguous: FlowColumn[] = [];
  const used = new Set<Target>();
  for (const [place, [index, candidates]] of hits.entries()) {
    const over = groups[index];
    const times = hits.filter(
      ([, others]) => others === candidates || others.some((each) => candidates.includes(each)),
    );
    const asked = candidates.filter(({ group }) => !group.sums);
    const target = over
      ? candidates.find(({ group }) => group === over)
      : (layout?.[place] ??
        (times.length === candidates.length || times.length === asked.length
          ? candidates.find((each) => !used.has(each))
          : times.length === 1
            ? candidates.find(({ group }) => group === meant)
            : undefined));
    const [candidate] = candidates;
    if (target) {
      columns.set(index, target);
      used.add(target);
    } else if (candidate) ambiguous.push(candidate.column);
  }
  return { columns, ambiguous };
}

/** The class that a line names by itself, above figures without heads. */
export function captionIn(lines: readonly GridLine[], targets: readonly Target[]): Group | undefined {
  const groups = [...new Set(targets.map(({ group }) => group))];
  for (const { cells } of lines) {
    const [name, another] = cells.map((cell) => bare(textIn(cell))).filter((text) => text !== "");
    const group =
      another === undefined &&
      groups.find((each) =>
        namesOf(each)
          .map(bare)
          .includes(name ?? ""),
      );
    if (group) return group;
  }
  return undefined;
}

/** The layouts of the block that places belong to, as columns in their order; first of all the asked columns as such. */
export function layoutsOf(places: readonly Place[], layouts: readonly Layout[]): readonly (readonly Target[])[] {
  const [first] = places;
  if (!first) return [];
  const { block } = first;
  const asked = places
    .filter((place) => place.row === first.row && place.block === block)
    .map(({ group, column }): Target => ({ group, column }));
  const printed = layouts
    .filter((each) => each.block === block.id)
    .map((each) =>
      each.groups.flatMap(({ group: id, columns }) => {
        const group = groupOf(block, id);
        return columns.flatMap((name): Target[] => {
          const column = group.columns.find((other) => other.id === name);
          return column ? [{ group, column }] : [];
        });
      }),
    );
  return [asked, ...printed];
}

/** What the columns of a sheet without heads are, by their number: a whole layout, or the class that is being asked. */
export function headless(
  width: number,
  layouts: readonly (readonly Target[])[],
  meant: Group | undefined,
): readonly Target[] | undefined {
  const class_ = layouts[0]?.filter(({ group }) => group === meant) ?? [];
  return layouts.find((columns) => columns.length === width) ?? (class_.length === width ? class_ : undefined);
}

function targetsCalled(cell: GridCell, targets: readonly Target[]): readonly Target[] {
  const name = bare(textIn(cell));
  if (name === "" || !/\p{L}/u.test(name)) return [];
  const short = name.replace(/\([^)]*\)$/, "");
  const called = (thing: Target["column"]) => namesOf(thing).map(bare);
  const exact = targets.filter(({ column }) => called(column).includes(name));
  return exact.length > 0 ? exact : targets.filter(({ column }) => called(column).includes(short));
}

/** The group over each cell: a merged head stands in its first cell and counts for those that follow. */
function groupsOver(line: GridLine, width: number, targets: readonly Target[]): readonly (Group | undefined)[] {
  const groups = [...new Set(targets.map(({ group }) => group))];
  let over: Group | undefined;
  return Array.from({ length: width }, (_, index) => {
    const name = bare(textIn(line.cells[index]));
    if (name !== "") over = groups.find((group) => namesOf(group).map(bare).includes(name));
    return over;
  });
}
