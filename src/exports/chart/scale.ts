import { parted } from "../../core/table/shown.ts";

/** An axis from 0 or below to above the greatest value, with marks at round figures. */
export type Scale = { readonly from: number; readonly to: number; readonly marks: readonly number[] };

/** So many spaces between the marks, or a few less. */
const SPACES = 4;

/** The scale that holds every value; it begins at 0 unless a value is less. */
export function scaleOf(values: readonly number[]): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const step = roundStep((most - least || 1) / SPACES);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  // Multiplied, not added up: sums of 0.1 would end beside the mark.
  const marks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { from: marks[0] ?? 0, to: marks.at(-1) ?? 1, marks };
}

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is no less than a step. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 2.5, 5].find((each) => each * power >= step * 0.999) ?? 10);
}

/** The finest decimals that a column may have: a value shows the digits that tables show. */
const DECIMALS = 6;

/** A value as axes and bars show it: thousands apart, no nought at its end. */
export const shownValue = (value: number): string => parted(value, DECIMALS);
