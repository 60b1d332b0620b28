import type { CellValue } from "../../cells.ts";
import type { Column } from "../../flow/schema.ts";
import { isCutShort, readNumeral } from "./numerals.ts";

/** Why a token is not a figure for its column. */
export type Refusal = "not-a-figure" | "about" | "fraction" | "negative" | "too-large" | "which-unit" | "which-figure";

/** What one written token gives: a figure in the column's unit, the statement 不适用, or why it is neither. */
export type Quantity =
  | {
      readonly kind: "figure";
      readonly value: CellValue;
      /** The token as written where it was converted or rounded, so that the echo can show both. */
      readonly said?: string;
      /** The column keeps fewer decimals than were written. */
      readonly rounded?: true;
      /** The unit was written with it: nobody need be asked which was meant. */
      readonly measured?: true;
    }
  | { readonly kind: "refused"; readonly why: Refusal; readonly part: string };

/** What a column has to say about how its figures are written. */
export type Measure = Pick<Column, "kind" | "decimals" | "unit" | "scales">;

/** Larger than any count a return asks; a slip of the finger, and still exact as a double. */
const LARGEST = 1e12;

const digits = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const inexact =
  /约|大概|左右|多|几|余|上下|近|至少|最多|不到|超过|以[上下内]|数[十百千]|上[百千万]|若干|半|差不多|估计|可能|[~～≈?？]|[\d十百千万亿]\s*[-—–至到]\s*\d|\d\+$|about|around|some|over|under|nearly|at (?:least|most)|more than|less than|dozen/i;
const zero = /^(无|零|〇|没有|none|nil|no|zero)$/i;
const notApplicable = /^(不适用|n\/a|na|not applicable)$/i;
/** 1.5w is 1.5万 to whoever types it. */
const myriadLetter = /^([\d,.]+)w(?![a-z])/i;
/** So many decimals tell binary dust from a real fraction. */
const DUST = 6;
/** 核减 is said in so many words: a bare minus sign is as often a dash. */
const takenOff = /^(?:核减|减少|减去|扣减|minus)\s*/i;

/** Raised, lowered, ringed and Roman figures mark lists and squares; made plain, 12² would be 122. */
const notPlain = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u2776-\u2793]/;

/**
 * Reads one token as a figure for a column. The grammar accepts or refuses the whole token: a part of one is never
 * taken for the figure. Money in another unit of `column.scales` is brought to the column's, rounded to its decimals;
 * figures below 0 come only by 核减.
 */
export function readQuantity(token: string, column: Measure): Quantity {
  const text = halfWidth(token).trim();
  const refused = (why: Refusal): Quantity => ({ kind: "refused", why, part: token.trim() });
  if (notPlain.test(token)) return refused("not-a-figure");
  if (zero.test(text)) return { kind: "figure", value: 0 };
  if (notApplicable.test(text)) return { kind: "figure", value: "n/a" };
  const less = takenOff.test(text);
  const written = text.replace(takenOff, "").replace(myriadLetter, "$1万");
  if (inexact.test(written)) return refused("about");
  if (/^(?:-|负)/.test(written))
    return refused(less || !measured(written.slice(1), column) ? "not-a-figure" : "negative");
  // 五百 in a column of 万元 may be yuan: what is counted in hundreds and thousands has to say its unit.
  if (
    /^[^\d,.]*[百千佰仟]|\d[百千]\d*$/.test(written) &&
    isMyriads(column) &&
    figureIn(written) !== undefined &&
    !/[万亿萬億]/.test(written)
  )
    return refused("which-unit");
  const measure = measured(written.replace(/^\+/, ""), column);
  if (!measure) return refused(cutShort(written, column) ? "which-figure" : "not-a-figure");
  if (measure.figure * measure.scale > LARGEST) return refused("too-large");
  // A figure may come out of a scale with binary dust on it, and is neither a fraction nor rounded by that.
  const exact = roundTo(measure.figure * measure.scale, DUST);
  const size = column.kind === "count" ? exact : roundTo(measure.figure * measure.scale, column.decimals);
  if (column.kind === "count" && !Number.isInteger(size)) return refused("fraction");
  const value = less && size !== 0 ? -size : size;
  const unit = measure.bare ? {} : ({ measured: true } as const);
  return measure.scale === 1 && size === measure.figure
    ? { kind: "figure", value, ...unit }
    : { kind: "figure", value, said: text, ...(size === exact ? {} : { rounded: true }), ...unit };
}

type Measured = { readonly figure: number; readonly scale: number; readonly bare?: true };

/** A figure with its unit, whole: the figure as written and what one of its unit is worth in the column's. */
function measured(text: string, column: Measure): Measured | undefined {
  // ¥15,000 bears its unit in front, and ¥1.5万元 bears it twice.
  const [, sign, unsigned = ""] = /^(\p{Sc})\s*(.+)$/u.exec(text) ?? [];
  if (sign === undefined) return suffixed(text, column);
  if (column.scales?.[sign] === undefined) return undefined;
  return suffixed(unsigned + sign, column) ?? suffixed(unsigned, column);
}

function suffixed(text: string, column: Measure): Measured | undefined {
  const whole = figureIn(text);
  if (whole !== undefined)
    return !digits.test(text) && countsMyriads(text, column)
      ? { figure: whole, scale: 1e-4 }
      : { figure: whole, scale: 1, bare: true };
  const ends = unitsOf(column)
    .filter(([unit]) => text.toLowerCase().endsWith(unit))
    .map(([unit, scale]) => ({ unit, scale, before: text.slice(0, -unit.length).trim() }));
  const plain = ends.find(({ before }) => digits.test(before));
  if (plain) return { figure: Number(plain.before.replaceAll(",", "")), scale: plain.scale };
  // In 三万五千元 the 千 belongs to the figure: words end in the shortest unit that they can.
  for (const { unit, scale, before } of ends.reverse()) {
    const figure = /^[千万亿]/.test(unit) && /[万亿]/.test(before) ? undefined : figureIn(before);
    if (figure !== undefined) return { figure, scale };
  }
  return undefined;
}

/** 1万50元: words that stand for no one figure, with or without a unit of the column. */
function cutShort(text: string, column: Measure): boolean {
  const bare = unitsOf(column).find(([unit]) => text.endsWith(unit))?.[0] ?? "";
  return isCutShort(text.slice(0, text.length - bare.length).trim());
}

function figureIn(text: string): number | undefined {
  if (text === "零" || text === "〇") return 0;
  return digits.test(text) ? Number(text.replaceAll(",", "")) : readNumeral(text.replaceAll(",", "").toLowerCase());
}

/** 三万五千 in a column of 万元 is money counted out in yuan: 3.5, never 35,000 times ten thousand. */
function countsMyriads(text: string, column: Measure): boolean {
  return /[万萬亿億]/.test(text) && isMyriads(column);
}

function isMyriads(column: Measure): boolean {
  return Object.values(column.unit ?? {}).some((unit) => unit.startsWith("万"));
}

/** The units that a figure of the column may bear, longest first, with their worth in the column's own. */
function unitsOf(column: Measure): readonly (readonly [unit: string, worth: number])[] {
  const own = Object.values(column.unit ?? {}).map((unit) => [halfWidth(unit).toLowerCase(), 1] as const);
  const others = Object.entries(column.scales ?? {}).map(([unit, worth]) => [unit.toLowerCase(), worth] as const);
  return [...own, ...others].sort(([a], [b]) => b.length - a.length);
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
