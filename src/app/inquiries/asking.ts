import type { PersonId, UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { type Block, type Choice, type Phrase, type Say, sentence, type Text } from "../../core/message.ts";
import type { Member, Roster, Unit } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import type { Asked, Division } from "../../core/table/asked.ts";
import { type Heard, hear, meant, type Near } from "../../core/table/reader.ts";
import { treeOf } from "../../core/table/tree.ts";
import { type Term, type Vocabulary, vocabularyOf } from "../../core/table/vocabulary.ts";
import { type Examples, examplesFor } from "../examples.ts";
import type { House } from "../house.ts";
import { notOpen } from "../place.ts";

/** A question about the figures of one flow, read; `newest` is the round that is meant where none is named. */
export type Question = {
  readonly flow: Flow;
  readonly newest: Round;
  readonly asked: Asked;
  readonly terms: readonly Term[];
  /** Whether the words named a round or a span. */
  readonly named: boolean;
};

export type Kinds = readonly Term["kind"][];

/** A button's action may have so many bytes on the tightest of the platforms. */
const ACTION_BYTES = 64;

/** A button that gives a command with words; none where the platform could not carry it. */
export function commandChoice(label: Text, command: string, words: string): readonly Choice<Text>[] {
  const action = words === "" ? `cmd:${command}` : `cmd:${command}:${words}`;
  return new TextEncoder().encode(action).length <= ACTION_BYTES ? [{ label, action }] : [];
}

/** Reads what a command asks of each flow that has a round; a sentence with the likeliest as buttons where it is unclear. */
export function questionsIn(
  house: House,
  member: Member,
  command: string,
  words: string,
  kinds: Kinds,
): { readonly questions: readonly Question[] } | { readonly say: Say } {
  const running = house.flows.filter(({ flow }) => house.rounds.newest(flow.id));
  if (running.length === 0) return { say: sentence(notOpen(house, house.flows)) };
  const read = running.map(({ flow, at }) => {
    const rounds = house.rounds.of(flow.id);
    const newest = rounds.at(-1);
    const asked = at(newest?.flowHash ?? flow.hash);
    return {
      flow: asked,
      rounds,
      heard: hear(words, wordsFor(house, asked, member, kinds), rounds, flow.calendar.zone),
    };
  });
  const questions: Question[] = [];
  const home = homeOf(house, member);
  let unread: Unread | undefined;
  for (const { flow, rounds, heard } of read) {
    const newest = rounds.at(-1);
    if (heard.kind !== "terms" || !newest) {
      unread ??= heard.kind === "terms" ? undefined : heard;
      continue;
    }
    const { terms } = heard;
    const node = nodeOf(house, terms);
    if (node.kind === "several") unread = { kind: "unclear", part: words, near: node.units.map(asNear) };
    else questions.push(questionOf(flow, newest, terms, heard.rounds, node.unit?.id ?? home));
  }
  if (questions.length > 0) return { questions };
  return { say: askAgain(command, words, elsewhere(house, unread, words), examplesFor(house, member)) };
}

type Unread = Exclude<Heard, { readonly kind: "terms" }> | { readonly kind: "elsewhere"; readonly part: string };

/** A unit that there is but that the person does not answer for is not said to be unknown. */
function elsewhere(house: House, unread: Unread | undefined, words: string): Unread {
  if (unread?.kind !== "unclear") return unread ?? { kind: "unclear", part: words, near: [] };
  const all = vocabularyOf({ blocks: [] }, house.people.roster.units, {});
  const { part } = unread;
  const heard = hear(part, all, [], "UTC");
  const names = heard.kind === "terms" && heard.terms.some(({ kind }) => kind === "unit");
  return names ? { kind: "elsewhere", part } : unread;
}

/** What a flow's questions may name: worked out once for as long as flow and roster stand. */
const vocabularies = new WeakMap<Flow, { readonly roster: Roster; readonly words: Vocabulary }>();

/** What may be named: units that the person answers for, and the branches above them that lie in their part. */
export function wordsFor(house: House, flow: Flow, member: Member, kinds: Kinds): Vocabulary {
  const { roster } = house.people;
  const known = vocabularies.get(flow);
  const words = known?.roster === roster ? known.words : vocabularyOf(flow, roster.units, roster.departments);
  vocabularies.set(flow, { roster, words });
  const mine = visible(house, member);
  return words.filter(({ thing }) => kinds.includes(thing.kind) && (thing.kind !== "unit" || mine.has(thing.unit.id)));
}

/** What each person may see, for as long as the roster stands. */
const sights = new WeakMap<Roster, Map<PersonId, ReadonlySet<UnitId>>>();

/** The units that a person answers for, and every branch that any of them lies in. */
function visible(house: House, member: Member): ReadonlySet<UnitId> {
  const known = sights.get(house.people.roster) ?? new Map<PersonId, ReadonlySet<UnitId>>();
  sights.set(house.people.roster, known);
  const seen = known.get(member.id) ?? sightOf(house, member);
  known.set(member.id, seen);
  return seen;
}

function sightOf(house: House, member: Member): ReadonlySet<UnitId> {
  const tree = treeOf(house.people.roster);
  const seen = new Set<UnitId>();
  for (const { id } of house.people.roster.units) {
    if (tree.below(id).length > 0 || !house.people.oversees(member, id)) continue;
    for (let at: Unit | undefined = tree.unit(id); at && !seen.has(at.id); at = tree.unit(at.parent ?? ""))
      seen.add(at.id);
  }
  return seen;
}

/** The branch that is all that a person answers for; undefined where it is everything. */
export function homeOf(house: House, member: Member): UnitId | undefined {
  const tree = treeOf(house.people.roster);
  const seen = visible(house, member);
  let home: UnitId | undefined;
  for (let at = tree.top; at !== undefined; ) {
    const [only, ...others] = tree.below(at).filter(({ id }) => seen.has(id));
    at = only && others.length === 0 ? only.id : undefined;
    if (at !== undefined) home = at;
  }
  return home;
}

function questionOf(
  flow: Flow,
  newest: Round,
  terms: readonly Term[],
  rounds: readonly Round[] | undefined,
  node: UnitId | undefined,
): Question {
  const found = <K extends Term["kind"]>(kind: K) =>
    terms.findLast((term): term is Extract<Term, { kind: K }> => term.kind === kind);
  const row = found("row")?.row;
  const department = found("department")?.department;
  const by: Division = found("by")?.by ?? "rows";
  return {
    flow,
    newest,
    terms,
    named: rounds !== undefined,
    asked: {
      rounds: rounds ?? [newest],
      figures: found("figures")?.figures ?? "round",
      ...(node === undefined ? {} : { node }),
      ...(department ? { department } : {}),
      ...(row ? { row } : {}),
      by,
      drafts: found("drafts") !== undefined,
    },
  };
}

/** The unit that is meant: of several that lie one in the other the innermost; else it cannot be told. */
function nodeOf(
  house: House,
  terms: readonly Term[],
): { readonly kind: "one"; readonly unit?: Unit } | { readonly kind: "several"; readonly units: readonly Unit[] } {
  const tree = treeOf(house.people.roster);
  const units = terms.flatMap((term) => (term.kind === "unit" ? [term.unit] : []));
  const innermost = units.find(({ id }) => units.every((other) => tree.within(other.id).has(id)));
  if (units.length === 0) return { kind: "one" };
  return innermost ? { kind: "one", unit: innermost } : { kind: "several", units: [...new Set(units)] };
}

const asNear = (unit: Unit): Near => ({ kind: "term", term: { kind: "unit", unit } });

/** Says what was not understood, and offers what it may have meant in its place. */
export function askAgain(command: string, words: string, unread: Unread, examples: Examples): Say {
  const { part } = unread;
  const near = unread.kind === "elsewhere" ? [] : unread.near;
  const text: Phrase = {
    key: keyOf(unread),
    args: { part: part.slice(0, 20), example: { key: `asked-example-${command}`, args: examples } },
  };
  const choices = near.flatMap((each) => {
    const { label, words: exact } = meant(each);
    const whole = commandChoice(label, command, words.replace(part, ` ${exact} `).replace(/\s+/g, " ").trim());
    return whole.length > 0 ? whole : commandChoice(label, command, exact);
  });
  const buttons: readonly Block<Text>[] = choices.length > 0 ? [{ kind: "choices", choices }] : [];
  return { blocks: [{ kind: "text", text }, ...buttons] };
}

function keyOf(unread: Unread): string {
  switch (unread.kind) {
    case "no-round":
      return "asked-no-round";
    case "elsewhere":
      return "asked-elsewhere";
    case "unclear":
      return unread.near.length > 0 ? "asked-which" : "asked-unclear";
  }
}
