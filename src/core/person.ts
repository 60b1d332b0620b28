import type { CaseId } from "./case.ts";
import type { FlowId, Origin, PersonId, RoundId } from "./entry.ts";

/** Which question the last prompt put to the person: what a bare `12 2 1` or 是 answers. */
export type Prompt = {
  readonly flow: FlowId;
  readonly round: RoundId;
  /** A screen of the report, or one of the interview's own: `review`, `zero`, `doubt/<screen>`. */
  readonly screen: string;
  /** The report's revision that a confirmation shows: what is confirmed must be what stands. */
  readonly revision?: number;
};

/** The question of a case that stands, before that of the report: the report's prompt waits behind it unmoved. */
export type Matter = {
  readonly flow: FlowId;
  readonly case: CaseId;
  readonly move: string;
  /** The question that is asked; absent where all are answered and the whole is to be confirmed. */
  readonly question?: string;
};

export type PersonEntry =
  /** Every message dealt with, with the prompt that stands after it. */
  | { readonly kind: "asked"; readonly prompt?: Prompt }
  /** The same of a message about a case. */
  | { readonly kind: "asked-of-case"; readonly matter?: Matter }
  | { readonly kind: "chose-language"; readonly language: string };

/** What the bot remembers of a person beside the roster. */
export type Person = {
  readonly person: PersonId;
  readonly prompt?: Prompt;
  readonly matter?: Matter;
  /** The case that the person last began to report, by flow: gone on with where it was never sent. */
  readonly drafts?: Readonly<Record<FlowId, CaseId>>;
  readonly language?: string;
  /** Ids of the last messages dealt with: a redelivery changes nothing and gets the current screen again. */
  readonly heard: readonly string[];
};

/** Platforms redeliver within a day; nobody sends this many messages to a questionnaire in one. */
const HEARD = 400;

export function emptyPerson(person: PersonId): Person {
  return { person, heard: [] };
}

/** The person after one more entry. */
export function evolvePerson(person: Person, entry: Origin & PersonEntry): Person {
  const { prompt, matter: _asked, ...rest } = person;
  const heard = [...person.heard.slice(1 - HEARD), entry.id];
  switch (entry.kind) {
    case "asked":
      return entry.prompt ? { ...rest, heard, prompt: entry.prompt } : { ...rest, heard };
    case "asked-of-case":
      return askedOfCase({ ...rest, heard, ...(prompt ? { prompt } : {}) }, entry.matter);
    case "chose-language":
      return { ...person, heard, language: entry.language };
  }
}

function askedOfCase(person: Person, matter: Matter | undefined): Person {
  if (!matter) return person;
  return { ...person, matter, drafts: { ...person.drafts, [matter.flow]: matter.case } };
}
