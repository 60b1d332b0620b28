import type { Round } from "../round.ts";
import type { Meant } from "./asked.ts";
import { roundsNamed } from "./rounds-named.ts";
import { idle, type Term, type Vocabulary } from "./vocabulary.ts";
import { afterBetween, type Called, holding, leading, likely, plain } from "./words.ts";

/** What words name, in the order in which they name it; a run of letters that names nothing is `unknown`. */
export type Heard =
  | { readonly kind: "terms"; readonly terms: readonly Term[]; readonly rounds?: readonly Round[] }
  | { readonly kind: "unclear"; readonly part: string; readonly near: readonly Near[] }
  | { readonly kind: "no-round"; readonly part: string; readonly near: readonly Near[] };
export type Near = { readonly kind: "term"; readonly term: Term } | { readonly kind: "round"; readonly round: Round };

/** So many are offered where a word is not clear. */
const OFFERED = 6;

/**
 * Reads words that name rounds, units, departments, rows, columns in any order, run together or not, in any of the
 * languages, in full, short or in part. What cannot be told apart is handed back with what it may have meant.
 */
export function hear(words: string, vocabulary: Vocabulary, rounds: readonly Round[], zone: string): Heard {
  const terms: Term[] = [];
  let span: readonly Round[] | undefined;
  let rest = afterBetween(plain(words));
  while (rest !== "") {
    const path = pathTo(rest, vocabulary);
    if (path) {
      terms.push(...path.terms);
      rest = afterBetween(rest.slice(path.length));
      continue;
    }
    const known = leading(rest, vocabulary);
    const ofRounds = roundsNamed(rest, rounds, zone);
    if (ofRounds && ofRounds.length >= known.length) {
      if (ofRounds.kind === "missing")
        return { kind: "no-round", part: rest.slice(0, ofRounds.length).trim(), near: nearRounds(rounds) };
      span = ofRounds.rounds;
      rest = afterBetween(rest.slice(ofRounds.length));
      continue;
    }
    if (known.length > 0) {
      // What several share (a column that bears the name of a row) is settled by what else is named.
      terms.push(...known.things);
      rest = afterBetween(rest.slice(known.length));
      continue;
    }
    const nothing = leading(rest, idle);
    const part = nothing.length > 1 ? undefined : partOf(rest, vocabulary);
    if (part && (part.near.length === 1 || part.whole)) {
      terms.push(...part.near);
      rest = afterBetween(rest.slice(part.word.length));
      continue;
    }
    if (nothing.length > 0 && (part?.near.length ?? 0) === 0) {
      rest = afterBetween(rest.slice(nothing.length));
      continue;
    }
    const word = part?.word ?? rest;
    const near = part && part.near.length > 0 ? part.near : likely(word, vocabulary, OFFERED);
    return { kind: "unclear", part: word, near: near.slice(0, OFFERED).map((term) => ({ kind: "term", term })) };
  }
  return span ? { kind: "terms", terms, rounds: span } : { kind: "terms", terms };
}

/**
 * What a sentence names, wherever in it: the longest names first come, everything else passed over. For what people
 * write to each other; `hear` is for what is said to the bot alone.
 */
export function spot(sentence: string, vocabulary: Vocabulary): readonly Term[] {
  return searched(sentence, vocabulary).terms;
}

/** What is left of a sentence (plain) once everything that it names is taken out, a space in the place of each. */
export function besideNames(sentence: string, vocabulary: Vocabulary): string {
  return searched(sentence, vocabulary).rest;
}

function searched(
  sentence: string,
  vocabulary: Vocabulary,
): { readonly terms: readonly Term[]; readonly rest: string } {
  const text = plain(sentence);
  const terms: Term[] = [];
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const inWord = /[a-z0-9]/.test(text[at] ?? "") && /[a-z0-9]/.test(text[at - 1] ?? "");
    const { things, length } = inWord ? { things: [], length: 0 } : leading(text.slice(at), vocabulary);
    terms.push(...things);
    rest += length > 0 ? " " : text[at];
    at += Math.max(1, length);
  }
  return { terms, rest };
}

/** A column of the form as buttons name it: `f.mask.price.fines`, or `f..price.fines` for all rows together. */
function pathTo(
  text: string,
  vocabulary: Vocabulary,
): { readonly terms: readonly Term[]; readonly length: number } | undefined {
  const [whole, row, group, column] = /^f\.([a-z0-9_]*)\.([a-z0-9_]+)\.([a-z0-9_]+)/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const names = [...(row === "" ? [] : [`r.${row}`]), `g.${group}`, `c.${column}`];
  const terms = names.flatMap((name) => vocabulary.find((each) => each.names.includes(name))?.thing ?? []);
  return terms.length === names.length ? { terms, length: whole.length } : undefined;
}

function nearRounds(rounds: readonly Round[]): readonly Near[] {
  return rounds.slice(-OFFERED).map((round) => ({ kind: "round", round }));
}

/** What a part of a name means: the longest beginning of the text that some name holds; none where none does. */
function partOf(
  text: string,
  vocabulary: Vocabulary,
): { readonly word: string; readonly near: readonly Term[]; readonly whole: boolean } {
  const [token = text] = text.split(/[\s,;、，；·/]/);
  const latin = /^[\x20-\x7e]+$/.test(token);
  for (let length = token.length; length >= (latin ? token.length : 2); length -= 1) {
    const word = token.slice(0, length);
    const held = holding(word, vocabulary);
    if (held.length === 0) continue;
    const department = departmentOf(held, vocabulary);
    if (department) return { word, near: [department], whole: true };
    return { word, near: best(held), whole: false };
  }
  return { word: token, near: [], whole: false };
}

/** 市监 is part of the name of every unit of one department and of no other: it means the department. */
function departmentOf(held: readonly Term[], vocabulary: Vocabulary): Term | undefined {
  const units = held.flatMap((term) => (term.kind === "unit" ? [term.unit] : []));
  const [first] = units;
  if (!first?.department || units.length < 3 || units.some(({ department }) => department !== first.department))
    return undefined;
  return vocabulary
    .map(({ thing }: Called<Term>) => thing)
    .find((thing) => thing.kind === "department" && thing.department === first.department);
}

/** A department before its units, a branch before what lies in it: the wider is what a short word means. */
function best(held: readonly Term[]): readonly Term[] {
  const departments = held.filter(({ kind }) => kind === "department");
  if (departments.length === 1) return departments;
  const branches = held.filter((term) => term.kind === "unit" && term.unit.department === undefined);
  if (branches.length === 1) return branches;
  return held;
}

/** How a thing that may have been meant is called, and the word that asks for it without doubt. */
export function meant(near: Near): Meant {
  if (near.kind === "round")
    return { label: { key: "round-numbered", args: { number: near.round.number } }, words: String(near.round.number) };
  const { term } = near;
  switch (term.kind) {
    case "unit":
      return { label: text(term.unit.short), words: `u.${term.unit.id}` };
    case "department":
      return { label: text(term.name), words: `d.${term.department}` };
    case "row":
      return { label: { label: term.row.short }, words: `r.${term.row.id}` };
    case "group":
      return { label: { label: term.label }, words: `g.${term.group}` };
    case "column":
      return { label: { label: term.label }, words: `c.${term.column}` };
    case "figures":
      return { label: { key: `figures-${term.figures}` }, words: term.figures === "cumulative" ? "cum" : "increment" };
    case "by":
      return { label: { key: `by-${term.by}` }, words: `by.${term.by}` };
    case "alone":
      return { label: { key: `alone-${term.alone}` }, words: `as.${term.alone}` };
    case "drafts":
      return { label: { key: "with-drafts" }, words: "drafts" };
    case "corrections":
      return { label: { key: "only-corrections" }, words: "corrections" };
  }
}

const text = (words: string | { readonly [language: string]: string }) =>
  typeof words === "string" ? words : { label: words };
