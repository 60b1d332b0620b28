import type { Place } from "../../flow/flow.ts";
import { workedOut } from "../../worked-out.ts";
import { type ByLetter, byLetter, fold, namesOf } from "./names.ts";

/** A digit, or a letter that figures in words end with. */
export const digit = /[\d零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/;

/** A column that a text names, and where. */
export type Found = { readonly place: Place; readonly start: number; readonly end: number };

/** What may be said of the places of a screen. */
type Vocabulary = {
  readonly units: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  /** The longest first, so that 不合格批次 is not 批次. */
  readonly names: ByLetter<{ readonly name: string; readonly place: Place }>;
};

/** The places of a screen are the same with every message. */
const vocabularies = new WeakMap<readonly Place[], Vocabulary>();

/** What may be said of these places: their units, their columns and every name of those, worked out once. */
export function vocabularyOf(places: readonly Place[]): Vocabulary {
  return workedOut(vocabularies, places, makeVocabulary);
}

function makeVocabulary(places: readonly Place[]): Vocabulary {
  const names = places.flatMap((place) => namesOf(place.column).map((name) => ({ name, place })));
  return {
    units: new Set(
      places.flatMap(({ column }) => [
        ...Object.values(column.unit ?? {}).map(fold),
        ...Object.keys(column.scales ?? {}),
      ]),
    ),
    columns: new Set(names.map(({ name }) => name)),
    names: byLetter(names.sort((a, b) => b.name.length - a.name.length)),
  };
}

/** The places whose figures may bear this (folded) unit. */
export function columnsOfUnit(unit: string, places: readonly Place[]): readonly Place[] {
  return places.filter(({ column }) =>
    [...Object.values(column.unit ?? {}).map(fold), ...Object.keys(column.scales ?? {})].includes(unit),
  );
}

/** Where columns are named in a text, left to right. */
export function findNames(text: string, places: readonly Place[]): readonly Found[] {
  const { names } = vocabularyOf(places);
  const found: Found[] = [];
  for (let at = 0; at < text.length; ) {
    const hit = names
      .get(text.charAt(at))
      ?.find(
        ({ name, place }) =>
          text.startsWith(name, at) && !insideWord(text, at, name.length) && !isUnit(text, at, name, place),
      );
    if (hit) found.push({ place: hit.place, start: at, end: at + hit.name.length });
    at += hit ? hit.name.length : 1;
  }
  return found;
}

/** 人次 may be called 出动 as well, but behind a figure it is the figure's unit; `0 units,` too, but not `5 units 3`. */
export function isUnit(text: string, at: number, name: string, { column }: Place): boolean {
  const before = text.slice(0, at);
  const ends = /^\s*(?:[,;]|$)/.test(text.slice(at + name.length));
  const behind = digit.test((ends ? before.trimEnd() : before).at(-1) ?? "");
  return behind && Object.values(column.unit ?? {}).some((unit) => fold(unit) === name);
}

/** Latin letters on both sides of a cut are one word. */
export function insideWord(text: string, at: number, length: number): boolean {
  const latin = /[a-z]/;
  const starts = latin.test(text[at] ?? "") && latin.test(text[at - 1] ?? "");
  const ends = latin.test(text[at + length - 1] ?? "") && latin.test(text[at + length] ?? "");
  return starts || ends;
}
