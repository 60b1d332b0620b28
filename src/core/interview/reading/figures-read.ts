import { type CellId, type CellValue, cellAt, type Filled, nothingFilled } from "../../cells.ts";
import type { Place } from "../../flow/flow.ts";
import { restOfScreen } from "../said/the-rest.ts";
import { allPassed } from "../sending/all-passed.ts";
import { digit, type Found, findNames, vocabularyOf } from "./column-names.ts";
import { figuresFirst } from "./figure-first.ts";
import { type Counted, isOfAll, withoutLeadIn } from "./lead-in.ts";
import { fold, namesOf } from "./names.ts";
import { type Measure, type Quantity, type Refusal, readQuantity } from "./quantity.ts";
import { joinNames } from "./split-names.ts";

export type ReadFigure = {
  readonly place: Place;
  readonly value: CellValue;
  /** As written, where it was converted. */
  readonly said?: string;
  /** The column keeps fewer decimals than were written. */
  readonly rounded?: true;
  /** The unit was written with it. */
  readonly measured?: true;
  /** Said in so many words as cumulative (`value` is still that until earlier rounds are taken off) or as this round's. */
  readonly cumulative?: boolean;
  /** The cumulative figure as said, where `value` was worked out from it. */
  readonly booked?: number;
};

/** What a text says about the figures of a screen. Only `figures` may change anything. */
export type FiguresRead =
  | { readonly kind: "figures"; readonly figures: readonly ReadFigure[] }
  | { readonly kind: "refused"; readonly why: Refusal; readonly part: string; readonly place?: Place }
  /** Another number of figures than asked. */
  | {
      readonly kind: "count";
      readonly got: readonly string[];
      readonly asked: readonly Place[];
    }
  /** A comma that may separate thousands or figures; each way written without doubt. */
  | { readonly kind: "either"; readonly ways: readonly string[] }
  | { readonly kind: "twice"; readonly place: Place };

const separators = /[\s,，、;；/|]+/;
const thousands = /(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])/g;
/** A word of about and the figure that it speaks of. */
const aboutFigure = /(?:大?约|大概|近|(?<![a-z])(?:about|around|nearly|some|over|under)) +\d\S*/;

/** Whether a (folded) text speaks of the rest of a screen and of nothing else: 其余都是0. */
export function isRestAlone(text: string): boolean {
  return restOfScreen.exec(text)?.index === 0;
}

/**
 * Reads a whole text as figures for the places of a screen: in order (`12 2 1`), or by name in any order
 * (`立案3，罚没15000元，其余0`). `have` are the figures already there: a text with as many figures as are still
 * missing answers those.
 */
export function readFigures(text: string, places: readonly Place[], have: Filled): FiguresRead {
  const spaced = joinNames(fold(text.replace(/[，、；]/g, " ").replace(/n\/a/gi, "不适用")), places);
  // 核减 and units belong to their figure, whether or not a space stands between.
  const day = date.exec(spaced);
  if (day) return { kind: "refused", why: "not-a-figure", part: day[0] };
  const vague = aboutFigure.exec(spaced);
  if (vague) return { kind: "refused", why: "about", part: vague[0] };
  const folded = joinUnits(spaced.replace(/(核减|减少|减去|扣减|minus) +(?=\S)/g, "$1"), places);
  const read = readNamed(folded, places, have) ?? readInOrder(folded, places, have);
  if (read.kind !== "refused" || read.why !== "not-a-figure") return read;
  return readFirst(text, places, have) ?? quoting(read, text);
}

/** A refusal that quotes what was written: names that were put together, or brought to their figures, are the reader's own. */
export function quoting<Read extends FiguresRead>(read: Read, text: string): Read {
  return read.kind !== "refused" || fold(text).includes(read.part) ? read : { ...read, part: text.trim() };
}

/** 12家，2家不合格，1家整改，其余0: the figures stand in front of what they count. */
function readFirst(text: string, places: readonly Place[], have: Filled): FiguresRead | undefined {
  const rest = restOfScreen.exec(text);
  const words = text.slice(0, rest?.index);
  const said = allPassed(words, places) ?? figuresFirst(joinNames(fold(words), places), places);
  const byName = said?.map((each) => `${namesOf(each.place.column)[0]} ${each.said}`).join(", ");
  return byName === undefined
    ? undefined
    : readNamed(`${byName}${rest ? `, ${text.slice(rest.index)}` : ""}`, places, have);
}

function readInOrder(text: string, places: readonly Place[], have: Filled): FiguresRead {
  const open = places.filter((place) => cellAt(have, place.id) === undefined);
  const fits = (count: number) => count === places.length || (open.length > 0 && count === open.length);
  const ways = [
    ...new Set(
      [split(text), split(text.replace(thousands, (match) => match.replaceAll(",", "")))].map((way) => way.join(" ")),
    ),
  ];
  const fitting = ways.filter((way) => fits(way.split(" ").length));
  if (fitting.length > 1) return { kind: "either", ways: fitting };
  const tokens = (fitting[0] ?? ways[0] ?? "").split(" ").filter((token) => token !== "");
  const asked = tokens.length === places.length ? places : open.length > 0 ? open : places;
  const readings = tokens.map((token, index) =>
    readQuantity(token, (asked[index] ?? asked[0] ?? places[0])?.column ?? anyColumn),
  );
  const refused = readings.find((reading) => reading.kind === "refused" && reading.why !== "fraction");
  if (refused?.kind === "refused") return refused;
  if (tokens.length !== asked.length) return { kind: "count", got: tokens, asked };
  return collect(asked.map((place, index) => [place, readings[index]]));
}

/** 排查改成12, 排查由10改为12, 排查 10 → 12: the figure that is to stand there is the last one. */
const becomes =
  /^(?:的|数量?)*[\s:=是为]*(?:[由从]?\s*\d[\d.]*\s?\p{L}{0,2}\s*)?(?:改成|改为|改到|更正为|应该是|应为|应是|->|→)/u;
/** 2020/5/20 is a day and no three figures. */
const date = /(?<![\d.])(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?![\d.])/;

/** Only whether a token is a figure at all is asked of it where there is no column for it. */
const anyColumn: Measure = { kind: "amount", decimals: 6 };

const behindDigit = new RegExp(`(?<=${digit.source}) (\\S+)`, "g");

/** `12 家 2 家` as `12家 2家`: a figure and its unit are one token. */
function joinUnits(text: string, places: readonly Place[]): string {
  if (text.search(behindDigit) < 0) return text;
  // 批次 is a unit and a column: `抽查企业 8 批次 10` names it, unless the figure ends behind it: `0 units, 5`.
  const { units, columns } = vocabularyOf(places);
  return text.replace(behindDigit, (whole, next: string, at: number) => {
    const unit = next.replace(/[,;]$/, "");
    const ends = unit !== next || at + whole.length === text.length;
    return units.has(unit) && (ends || !columns.has(unit)) ? next : whole;
  });
}

function split(text: string): readonly string[] {
  return text.split(separators).filter((token) => token !== "");
}

/** Undefined where the text names no column at all; then it is read in order. */
function readNamed(text: string, places: readonly Place[], have: Filled): FiguresRead | undefined {
  const rest = restOfScreen.exec(text);
  const open = places.filter((place) => cellAt(have, place.id) === undefined);
  // 其余 are those that nobody has answered yet; on a screen that is whole, all that the text does not name.
  const theRest = open.length > 0 ? open : places;
  const named = rest ? text.slice(0, rest.index) : text;
  const found = findNames(named, places);
  if (found.length === 0)
    return rest && named.trim() === "" ? collect(theRest.map((place) => [place, noughts])) : undefined;
  const before = withoutLeadIn(named.slice(0, found[0]?.start)).replace(/[\s,;:·/]+|^\s*的/g, "");
  if (before !== "") return { kind: "refused", why: "not-a-figure", part: before };
  const whole = rest ? undefined : (wholeClass(named, found, places) ?? underHeads(named, found, places));
  if (whole) return whole;
  const figures = new Map<CellId, Quantity>();
  const booked = new Map<CellId, boolean>();
  let counted: Counted | undefined;
  for (const [index, { place, end }] of found.entries()) {
    const stretch = named.slice(end, found[index + 1]?.start);
    const written = (found[index + 1] ? withoutLeadIn(stretch) : stretch)
      .replace(becomes, "")
      .replace(/^[\s:=是为]+|(?<![\s,;、。./|])[\s,;、。./|]+$/g, "");
    const said: string = counted && isOfAll(counted, written, place, places) ? counted.said : written;
    const value = said.replace(cumulative, "").replace(thisRound, "");
    counted = { place, said, stretch };
    if (value !== said) booked.set(place.id, cumulative.test(said));
    const quantity: Quantity =
      value === ""
        ? { kind: "refused", why: "not-a-figure", part: named.slice(found[index]?.start, end) }
        : readQuantity(value, place.column);
    if (figures.has(place.id)) return { kind: "twice", place };
    figures.set(place.id, quantity);
  }
  if (rest) for (const place of theRest) if (!figures.has(place.id)) figures.set(place.id, noughts);
  // Echoed in the order of the form, however they were written.
  const read = collect(places.map((place) => [place, figures.get(place.id)]));
  if (read.kind !== "figures" || booked.size === 0) return read;
  return {
    kind: "figures",
    figures: read.figures.map((figure) => {
      const said = booked.get(figure.place.id);
      return said === undefined ? figure : { ...figure, cumulative: said };
    }),
  };
}

/** 排查 12 2 1: the first column in front of as many figures as are asked speaks of all of them. */
function wholeClass(
  text: string,
  [only, another]: readonly Found[],
  places: readonly Place[],
): FiguresRead | undefined {
  if (!only || another || only.place !== places[0] || places.length === 1) return undefined;
  const read = readInOrder(text.slice(only.end).replace(/^[\s:=]+/, ""), places, nothingFilled);
  return read.kind === "figures" && read.figures.length === places.length ? read : undefined;
}

/** 排查 不合格 整改 12 2 1: names as the heads of a table, and below them as many figures in their order. */
function underHeads(text: string, found: readonly Found[], places: readonly Place[]): FiguresRead | undefined {
  const last = found.at(-1);
  if (!last || found.length < 2 || new Set(found.map(({ place }) => place)).size < found.length) return undefined;
  const parted = found.some(({ end }, index) => {
    const next = found[index + 1]?.start;
    return next !== undefined && /[^\s,;:、/|]/.test(text.slice(end, next));
  });
  const figures = split(text.slice(last.end)).filter((token) => token !== "");
  if (parted || figures.length !== found.length) return undefined;
  const read = found.map(({ place }, index) => [place, readQuantity(figures[index] ?? "", place.column)] as const);
  return collect(read.sort(([a], [b]) => places.indexOf(a) - places.indexOf(b)));
}

/** 立案累计5, 立案本期5: one figure that is said as a cumulative one, or as this round's. */
const cumulative = /^(?:累计|cumulative|to date)[\s:：为是]*/;

const thisRound = /^(?:本期|this round)[\s:：为是]*/;

const noughts: Quantity = { kind: "figure", value: 0 };

function collect(pairs: readonly (readonly [Place, Quantity | undefined])[]): FiguresRead {
  const figures: ReadFigure[] = [];
  for (const [place, quantity] of pairs) {
    if (quantity === undefined) continue;
    if (quantity.kind === "refused") return { ...quantity, place };
    const { kind: _figure, ...read } = quantity;
    figures.push({ place, ...read });
  }
  return { kind: "figures", figures };
}
