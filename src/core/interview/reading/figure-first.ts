import type { Place } from "../../flow/flow.ts";
import { workedOut } from "../../worked-out.ts";
import { columnsOfUnit, findNames, vocabularyOf } from "./column-names.ts";
import { withoutLeadIn } from "./lead-in.ts";
import { escaped, fold, namesOf } from "./names.ts";
import { readQuantity } from "./quantity.ts";
import { turnNames } from "./split-names.ts";

/** A figure as written, and the column that it is said of. */
export type Said = { readonly place: Place; readonly said: string };

/** What a clause is made of. A name is `glued` to a figure where nothing stands between. */
type Figure = { readonly kind: "figure"; readonly said: string };
type Name = { readonly kind: "name"; readonly place: Place; readonly glued: boolean };
type Clause = readonly (Figure | Name)[];

/** A comma between digits is one of thousands. */
const clauseEnds = /[;、。，；]|,(?!\d{3}(?!\d))|(?<!\d),/;
/** 8家企业, 10批次产品: what was counted, which the unit says already. */
const thing = "(?:企业|单位|产品|样品)(?=$|[\\s,;、。，；\\d])";
/** The things behind the units of a form; the same with every message. */
const things = new WeakMap<readonly Place[], RegExp>();
/** 其中有2家不合格, 共8家, 抽检了8家: words in front of a figure that say nothing of it. */
const inFront = /^(?:(?:了|其中|另外|此外|另|还|共计?|计|有|发现|已经?|of which)\s*)+/;
const numeral = /^(?:核减\s*)?[\d.,零〇一二两三四五六七八九十百千万亿]+/;

/**
 * Reads a text that gives figures in front of their columns, `12家，2家不合格，1家整改`: within a clause a figure belongs to
 * the name behind it where the clause ends with a name, to the one in front of it where it does not. Of the others, those
 * whose unit only one column has are that column's; those in front of all names are the columns' that are not named, in
 * their order and only where there are just as many. Undefined where any of that leaves a doubt.
 */
export function figuresFirst(text: string, places: readonly Place[]): readonly Said[] | undefined {
  const counted = fold(text).replace(workedOut(things, places, thingsOf), "");
  const clauses = turnNames(counted, places).split(clauseEnds);
  const said: Said[] = [];
  const leading: Figure[] = [];
  let anyName = false;
  for (const clause of clauses) {
    const words = wordsOf(clause, places);
    const paired = words && pairs(words);
    // Of 其中2家企业3批次不合格 the 2 are some of those that were counted before, and no column's.
    if (!paired || (/^\s*其中/.test(clause) && paired.alone.length > 0)) return undefined;
    said.push(...paired.said);
    for (const alone of paired.alone) {
      const place = placeByUnit(alone, places);
      if (place) said.push({ place, said: alone.said });
      else if (anyName || !paired.inFront.includes(alone)) return undefined;
      else leading.push(alone);
    }
    anyName ||= paired.said.length > 0;
  }
  const taken = new Set(said.map(({ place }) => place));
  const free = places.filter((place) => !taken.has(place));
  if (!anyName || taken.size < said.length || (leading.length > 0 && leading.length !== free.length)) return undefined;
  for (const [index, place] of free.entries()) {
    const figure = leading[index];
    if (figure) said.push({ place, said: figure.said });
  }
  const each = said.sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place));
  return each.every(({ place, said }) => readQuantity(said, place.column).kind === "figure") ? each : undefined;
}

function thingsOf(places: readonly Place[]): RegExp {
  const units = [...vocabularyOf(places).units].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<=\\d ?(?:${units.join("|")}))${thing}`, "g");
}

/** The figures and names of a clause; undefined where it says anything else. */
function wordsOf(clause: string, places: readonly Place[]): Clause | undefined {
  const words: (Figure | Name)[] = [];
  const names = findNames(clause, places);
  let from = 0;
  for (const { place, start, end } of [...names, { place: undefined, start: clause.length, end: clause.length }]) {
    const between = clause.slice(from, start);
    const figures = figuresIn(between);
    if (!figures) return undefined;
    words.push(...figures);
    if (place) words.push({ kind: "name", place, glued: figures.length > 0 && !/\s$/.test(between) });
    from = end;
  }
  return words;
}

/** 8家10批次 is two figures; anything but figures and what leads over to a name gives undefined. */
function figuresIn(between: string): readonly Figure[] | undefined {
  const rest = withoutLeadIn(between.replace(/^[\s:=]+|(?<=\S)\s*的$/g, "")).replace(inFront, "");
  const figures = rest
    .replace(/(?<=\d) (?=\p{L})/gu, "")
    .split(/\s+|(?<=[^\d.,\s核减])(?=\d)/)
    .filter((said) => said !== "");
  return figures.every((said) => numeral.test(said)) ? figures.map((said) => ({ kind: "figure", said })) : undefined;
}

type Paired = {
  readonly said: readonly Said[];
  /** Figures that stand beside no name, and those of them in front of every name of the clause. */
  readonly alone: readonly Figure[];
  readonly inFront: readonly Figure[];
};

function pairs(clause: Clause): Paired | undefined {
  const behind = clause.at(-1)?.kind === "name";
  const said: Said[] = [];
  const taken = new Set<Figure>();
  for (const [index, word] of clause.entries()) {
    if (word.kind === "figure") continue;
    const figure = clause[behind ? index - 1 : index + 1];
    if (figure?.kind !== "figure") return undefined;
    // 12 不合格 2 整改 may have lost its last figure; 2家不合格 and a clause of one figure and one name have not.
    if (behind && !word.glued && clause.length > 2 && /[\d.]$/.test(figure.said)) return undefined;
    said.push({ place: word.place, said: figure.said });
    taken.add(figure);
  }
  const alone = clause.flatMap((word) => (word.kind === "figure" && !taken.has(word) ? [word] : []));
  const first = clause.findIndex(({ kind }) => kind === "name");
  const front = clause.slice(0, first < 0 ? undefined : first);
  return { said, alone, inFront: alone.filter((figure) => front.includes(figure)) };
}

/** The only column that is called what the figure counts, 10批次, or else the only one that is counted so. */
function placeByUnit({ said }: Figure, places: readonly Place[]): Place | undefined {
  const unit = said.replace(numeral, "");
  if (unit === "") return undefined;
  const called = places.filter(({ column }) => namesOf(column).includes(unit));
  const counted = columnsOfUnit(unit, places);
  const [only, another] = called.length > 0 ? called : counted;
  return another ? undefined : only;
}
