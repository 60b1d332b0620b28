import type { Column } from "../flow/schema.ts";
import type { CellValue } from "../report.ts";

/** Why a token is not a figure for its column. */
export type Refusal = "not-a-figure" | "about" | "fraction" | "negative" | "too-large";

/** What one written token gives: a figure in the column's unit, the statement 不适用, or why it is neither. */
export type Quantity =
  | {
      readonly kind: "figure";
      readonly value: CellValue;
      /** The token as written where it was converted or rounded, so that the echo can show both. */
      readonly said?: string;
    }
  | { readonly kind: "refused"; readonly why: Refusal; readonly part: string };

/** What a column has to say about how its figures are written. */
export type Measure = Pick<Column, "kind" | "decimals" | "unit" | "scales">;

/** Larger than any count a return asks; a slip of the finger, and still exact as a double. */
const LARGEST = 1e12;

const plain = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\D*)$/;
const inexact = /约|大概|左右|多|几|余|上下|近|[~～≈?？]|\d\s*[-—–至到]\s*\d|about|around|some|over/i;
const zero = /^(无|零|〇|没有|none|nil|no)$/i;
const notApplicable = /^(不适用|n\/a|na)$/i;

/**
 * Reads one token as a figure for a column. The grammar accepts or refuses the whole token: a part of one is never
 * taken for the figure. Money in another unit of `column.scales` is brought to the column's, rounded to its decimals.
 */
export function readQuantity(token: string, column: Measure): Quantity {
  const text = halfWidth(token).trim();
  const refused = (why: Refusal): Quantity => ({ kind: "refused", why, part: token.trim() });
  if (zero.test(text)) return { kind: "figure", value: 0 };
  if (notApplicable.test(text)) return { kind: "figure", value: "n/a" };
  if (inexact.test(text)) return refused("about");
  const match = plain.exec(text);
  if (!match) return refused("not-a-figure");
  const [, sign = "", whole = "", fraction = "", suffix = ""] = match;
  const scale = scaleOf(suffix.trim(), column);
  if (scale === undefined) return refused("not-a-figure");
  if (sign === "-") return refused("negative");
  const written = Number(whole.replaceAll(",", "") + fraction);
  if (written * scale > LARGEST) return refused("too-large");
  // A count may come out of a scale with binary dust on it; six decimals tell dust from a real fraction.
  const value = roundTo(written * scale, column.kind === "count" ? 6 : column.decimals);
  if (column.kind === "count" && !Number.isInteger(value)) return refused("fraction");
  return scale === 1 && value === written ? { kind: "figure", value } : { kind: "figure", value, said: text };
}

/** A figure as people read it: thousands separated, no needless decimals. */
export function showFigure(value: number): string {
  const [whole = "0", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Full-width digits, letters and punctuation as half-width ones; the minus signs of several keyboards as one. */
export function halfWidth(text: string): string {
  return text.normalize("NFKC").replace(/[−﹣－]/g, "-");
}

/** Rounds at so many decimals by the decimal digits themselves, without the drift of binary fractions. */
export function roundTo(value: number, decimals: number): number {
  const shifted = Number(`${value}e${decimals}`);
  // Numbers so small that they print with an exponent of their own cannot be shifted by text.
  if (Number.isNaN(shifted)) return Math.round(value * 10 ** decimals) / 10 ** decimals;
  return Number(`${Math.round(shifted)}e-${decimals}`);
}

function scaleOf(suffix: string, column: Measure): number | undefined {
  if (suffix === "") return 1;
  if (Object.values(column.unit ?? {}).some((unit) => halfWidth(unit).toLowerCase() === suffix.toLowerCase())) return 1;
  return column.scales?.[suffix];
}
