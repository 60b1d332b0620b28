import { type CellId, type Cells, cellAt, cellsIn } from "../../cells.ts";
import { askedOf, cellId, groupOf, type Place } from "../../flow/flow.ts";
import { sumOf } from "../doubts/checking.ts";
import { roundTo } from "../reading/quantity.ts";
import type { Situation } from "../situation.ts";
import type { SheetRead, Written } from "./read.ts";

/** What the computed figures of a sheet say about its asked ones, as it will be put to the person. */
export type Weighed =
  /** A rate without its failed part: the whole number that fits. */
  | { readonly kind: "rate"; readonly of: CellId; readonly written: number; readonly cells: Cells }
  /** A total that its parts do not come to; `cells` fill the one part that is missing, if that is so. */
  | {
      readonly kind: "total";
      readonly of: CellId;
      readonly written: number;
      readonly sum: number;
      readonly cells: Cells;
    }
  /** Nothing sampled, or a rate of 0: the failed part can only be 0. */
  | { readonly kind: "nought"; readonly place: Place }
  /** A rate that no whole number fits, or that the figures contradict: told, nothing to take. */
  | { readonly kind: "rate-off"; readonly of: CellId; readonly written: number };

/** Holds rates and totals against the figures of the sheet and of the report; figures as said, before any working out. */
export function weigh(read: SheetRead, situation: Situation): readonly Weighed[] {
  const said: Record<CellId, number> = {};
  const before = read.books === "cumulative" ? sumOf(situation.past) : {};
  for (const [id, value] of cellsIn(situation.report.cells)) {
    const earlier = before[id];
    if (typeof value === "number") said[id] = roundTo(value + (typeof earlier === "number" ? earlier : 0), 6);
  }
  for (const { place, value } of read.figures) if (typeof value === "number") said[place.id] = value;
  const asked = new Set([...read.figures.map(({ place }) => place), ...read.blanks].map(({ id }) => id));
  const weighed = read.written.flatMap((written) =>
    written.target.group.sums ? total(written, said, asked, read) : rate(written, said, read, before),
  );
  return [...weighed, ...noughts(read, said, situation)];
}

/** Failed parts that are not on the sheet, of rows that sampled nothing or found nothing. */
function noughts(read: SheetRead, said: Cells, { flow, unit, report }: Situation): readonly Weighed[] {
  const zeroRates = new Set(
    read.written
      .filter(({ target, figure }) => target.column.computed && figure === 0)
      .map(({ row, target }) => cellId(row.id, target.group.id, target.column.computed?.of ?? "")),
  );
  return askedOf(flow, unit.department ?? "").flatMap((place): readonly Weighed[] => {
    if (said[place.id] !== undefined || cellAt(report.cells, place.id) !== undefined) return [];
    const rate = place.group.columns.find(({ computed }) => computed?.of === place.column.id);
    const whole = rate?.computed && cellId(place.row.id, place.group.id, rate.computed.to);
    const sampled = whole && read.figures.some((figure) => figure.place.id === whole) ? said[whole] : undefined;
    const nothing = sampled === 0 || (typeof sampled === "number" && zeroRates.has(place.id));
    return nothing ? [{ kind: "nought", place }] : [];
  });
}

function total(
  { row, target, figure }: Written,
  said: Cells,
  asked: ReadonlySet<CellId>,
  read: SheetRead,
): readonly Weighed[] {
  const parts = (target.group.sums ?? []).map((group) => cellId(row.id, group, target.column.id));
  // A layout that leaves parts out has a total that says more than the sheet does.
  const known = parts.flatMap((id) => (typeof said[id] === "number" ? [said[id]] : []));
  const missing = parts.filter((id) => said[id] === undefined);
  const sum = roundTo(
    known.reduce<number>((all, each) => all + Number(each), 0),
    6,
  );
  const of = cellId(row.id, target.group.id, target.column.id);
  if (sum === figure) return [];
  const [only, another] = missing;
  const unfilled = another !== undefined || (only !== undefined && (!asked.has(only) || figure < sum));
  if (unfilled && !read.blankIsZero) return [];
  if (only === undefined || unfilled) return [{ kind: "total", of, written: figure, sum, cells: {} }];
  const difference = roundTo(figure - sum, 6);
  const place = read.blanks.find(({ id }) => id === only);
  const whole = place?.column.kind !== "count" || Number.isInteger(difference);
  return whole ? [{ kind: "total", of, written: figure, sum, cells: { [only]: difference } }] : [];
}

function rate({ row, target, figure }: Written, said: Cells, read: SheetRead, before: Cells): readonly Weighed[] {
  const { computed } = target.column;
  if (!computed) return [];
  const at = (column: string) => cellId(row.id, target.group.id, column);
  const [part, whole] = [said[at(computed.of)], said[at(computed.to)]];
  const of = cellId(row.id, target.group.id, target.column.id);
  if (typeof whole !== "number" || whole <= 0) return figure === 0 ? [] : [{ kind: "rate-off", of, written: figure }];
  if (typeof part === "number" && fits(part, whole, figure)) return [];
  // A part that stands in the report but not on the sheet is older than the rate beside it.
  if (read.figures.some(({ place }) => place.id === at(computed.of)))
    return [{ kind: "rate-off", of, written: figure }];
  // 0.1 in a column of percent is what a spreadsheet holds for 10 %.
  if (figure === 0 && part === undefined) return [];
  const [count] = [(figure * whole) / 100, figure * whole].map(Math.round).filter((each) => fits(each, whole, figure));
  if (count === undefined) return [{ kind: "rate-off", of, written: figure }];
  const earlier = before[at(computed.of)];
  const increment = count - (typeof earlier === "number" ? earlier : 0);
  return [{ kind: "rate", of, written: figure, cells: { [at(computed.of)]: increment } }];
}

/** Whether a part of a whole comes to this rate, as precisely as it was written; in percent or as a share of one. */
function fits(part: number, whole: number, rate: number): boolean {
  const [, fraction = ""] = String(rate).split(".");
  const near = (exact: number, decimals: number) => Math.abs(exact - rate) <= 0.5 * 10 ** -decimals + 1e-9;
  return near((part / whole) * 100, fraction.length) || (rate <= 1 && near(part / whole, Math.max(2, fraction.length)));
}

/** The name of a computed cell: its row, group and column. */
export function computedAt(id: CellId, situation: Situation) {
  const [rowId = "", groupId = "", columnId = ""] = id.split(".");
  for (const block of situation.flow.blocks) {
    const row = block.rows.find((each) => each.id === rowId);
    if (!row || !block.groups.some((group) => group.id === groupId)) continue;
    const group = groupOf(block, groupId);
    const column = group.columns.find((each) => each.id === columnId);
    if (column) return { row, group, column };
  }
  return undefined;
}
