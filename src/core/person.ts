import type { CaseId } from "./case.ts";
import type { FlowId, Origin, PersonId, RoundId, UnitId } from "./entry.ts";
import { type Leave, type Span, withLeave, withoutSpan } from "./leave.ts";
import type { Instant } from "./time.ts";

/** Which question the last prompt put to the person: what a bare `12 2 1` or 是 answers. */
export type Prompt = {
  readonly flow: FlowId;
  readonly round: RoundId;
  /** Whose report: somebody may be moved to another unit while a question stands. Older records do not have it. */
  readonly unit?: UnitId;
  /** A screen of the report, or one of the interview's own: `review`, `zero`, `doubt/<screen>`. */
  readonly screen: string;
  /** The report's revision that a confirmation shows: what is confirmed must be what stands. */
  readonly revision?: number;
  /** The message beside whose entry the words lie that the screen ends with; older records have them in the screen. */
  readonly said?: string;
  /** Put while the report was being reviewed: what it is answered with leads back there. */
  readonly under?: "review";
};

/** The question of a case that stands, before that of the report: the report's prompt waits behind it unmoved. */
export type Matter = {
  readonly flow: FlowId;
  readonly case: CaseId;
  readonly move: string;
  /** The question that is asked; absent where all are answered and the whole is to be confirmed. */
  readonly question?: string;
};

/** A case by its flow and id. */
export type CaseRef = Pick<Matter, "flow" | "case">;

export type PersonEntry =
  /** Every message dealt with, with the prompt that stands after it. */
  | { readonly kind: "asked"; readonly prompt?: Prompt }
  /** The same of a message about a case; `about` is not in older records. */
  | { readonly kind: "asked-of-case"; readonly matter?: Matter; readonly about?: CaseRef }
  | { readonly kind: "chose-language"; readonly language: string }
  /** Away from one instant up to another; the stand-in reports meanwhile, where there is one. */
  | { readonly kind: "went-on-leave"; readonly leave: Leave }
  /** Some days of it are taken back; without them, as in older records, all. */
  | { readonly kind: "leave-cancelled"; readonly days?: Span };

/** What the bot remembers of a person beside the roster. */
export type Person = {
  readonly person: PersonId;
  readonly prompt?: Prompt;
  readonly matter?: Matter;
  /** The case that the person last began to report, by flow: gone on with where it was never sent. */
  readonly drafts?: Readonly<Record<FlowId, CaseId>>;
  readonly language?: string;
  /** Oldest first, none across another; those that were over when the last was taken are gone. */
  readonly leaves?: readonly Leave[];
  /** Ids of the last messages dealt with: a redelivery changes nothing and gets the current screen again. */
  readonly heard: readonly string[];
  /** Which case the last messages about cases were about, by message id: one that comes again finds it, be it concluded. */
  readonly heardOf?: Readonly<Record<string, CaseRef>>;
};

/** Platforms redeliver within a day; nobody sends this many messages to a questionnaire in one. */
const HEARD = 400;

/** A person of whom nothing has been heard. */
export function emptyPerson(person: PersonId): Person {
  return { person, heard: [] };
}

/** The person after one more entry. */
export function evolvePerson(person: Person, entry: Origin & PersonEntry): Person {
  const { prompt, matter: _asked, ...rest } = person;
  const heard = [...person.heard.slice(1 - HEARD), entry.id];
  switch (entry.kind) {
    case "asked":
      return { ...rest, heard, ...(entry.prompt ? { prompt: entry.prompt } : {}) };
    case "asked-of-case":
      return askedOfCase({ ...rest, heard, ...heardOf(person, entry), ...(prompt ? { prompt } : {}) }, entry.matter);
    case "chose-language":
      return { ...person, heard, language: entry.language };
    case "went-on-leave":
      return { ...person, heard, leaves: withLeave(leavesFrom(person, entry.at), entry.leave) };
    case "leave-cancelled":
      return { ...person, heard, leaves: entry.days ? withoutSpan(person.leaves ?? [], entry.days) : [] };
  }
}

function heardOf(person: Person, { id, about }: Origin & Extract<PersonEntry, { kind: "asked-of-case" }>) {
  if (!about) return {};
  const before = Object.entries(person.heardOf ?? {}).filter(([each]) => person.heard.includes(each));
  return { heardOf: { ...Object.fromEntries(before), [id]: about } };
}

function askedOfCase(person: Person, matter: Matter | undefined): Person {
  if (!matter) return person;
  return { ...person, matter, drafts: { ...person.drafts, [matter.flow]: matter.case } };
}

/** The leaves that are not over at an instant. */
export function leavesFrom({ leaves = [] }: Person, at: Instant): readonly Leave[] {
  return leaves.filter(({ to }) => to > at);
}

/** Whether somebody is away at an instant. */
export function isAway({ leaves = [] }: Person, at: Instant): boolean {
  return leaves.some(({ from, to }) => from <= at && at < to);
}
