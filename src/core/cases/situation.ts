import type { Case, CaseAnswer, CaseId, Recipient } from "../case.ts";
import type { PersonId } from "../entry.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Text } from "../message.ts";
import type { Person } from "../person.ts";
import type { Register } from "../register.ts";
import type { Member, Unit } from "../roster.ts";
import type { Instant } from "../time.ts";
import type { CaseFlow } from "./case-flow.ts";
import type { Party } from "./schema.ts";

/** Everything that a step of a case is decided from. */
export type CaseSituation = {
  readonly flow: CaseFlow;
  readonly doc: Case;
  readonly register: Register;
  readonly person: Person;
  readonly member: Member;
  /** The roster's units: what a unit question may name. */
  readonly units: readonly Unit[];
  /** What a person is called. */
  readonly nameOf: (person: PersonId) => Text;
  /** Who a party of the case is just now, without whoever acts: those who will be told of the move. */
  readonly recipients: (party: Party, doc: Case) => readonly Recipient[];
  /** The group in which it is dealt with: everybody there reads the answer, and nobody is asked questions. */
  readonly group?: string;
  readonly now: Instant;
  readonly sentAt: Instant;
};

/** What a person did that concerns a case; `id` is the message id that its entries bear. */
export type CaseInput = { readonly id: string; readonly channel: string } /** Begins a new one. */ & (
  | { readonly kind: "open" }
  | { readonly kind: "said"; readonly text: string }
  /** Said in reply to a message that told of the case. */
  | { readonly kind: "replied"; readonly text: string }
  /** A file, with what was written under it. */
  | { readonly kind: "attached"; readonly file: Extract<CaseAnswer, { kind: "file" }>; readonly words?: string }
  | { readonly kind: "put" | "skip" | "back"; readonly question: string; readonly value: string }
  | { readonly kind: "send" | "drop" | "view" }
  | { readonly kind: "move"; readonly move: string }
);

/** The id of the case that a message begins: the same message begins the same case again. */
export function caseIdOf(message: string): CaseId {
  return fingerprint(message);
}
