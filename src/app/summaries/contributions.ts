import type { UnitId } from "../../core/entry.ts";
import { cellsOf, type Figure } from "../../core/table/figure.ts";
import { figureIn, type Line } from "../../core/table/ledger.ts";
import type { Ranged } from "./consolidate.ts";

/** What one unit put into a figure, over the rounds asked for; `lines` are its reports that bear any of it. */
export type Contribution = {
  readonly unit: UnitId;
  readonly figure: number;
  readonly to?: number;
  readonly lines: readonly Line[];
};

/** Who put in how much, the most first; units that reported nought put in nothing. */
export function contributions(ranged: Ranged, figure: Figure, cumulative: boolean): readonly Contribution[] {
  const { of, to } = cellsOf(figure);
  const units = new Map<UnitId, { figure: number; to: number; lines: Line[] }>();
  const sum = (line: Line, cells: readonly string[]) =>
    cells.reduce((total, id) => total + Math.round((figureIn(ranged.columns, line, id) ?? 0) * 1e6), 0);
  for (const line of cumulative ? ranged.ever : ranged.counted) {
    const [part, whole] = [sum(line, of), sum(line, to)];
    if (part === 0 && whole === 0) continue;
    const before = units.get(line.unit) ?? { figure: 0, to: 0, lines: [] };
    units.set(line.unit, { figure: before.figure + part, to: before.to + whole, lines: [...before.lines, line] });
  }
  return [...units]
    .map(([unit, each]) => ({
      unit,
      figure: each.figure / 1e6,
      ...(to.length > 0 ? { to: each.to / 1e6 } : {}),
      lines: each.lines,
    }))
    .sort((a, b) => Math.abs(b.figure) - Math.abs(a.figure) || (b.to ?? 0) - (a.to ?? 0));
}
