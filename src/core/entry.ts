import type { CaseEntry } from "./case.ts";
import type { DirectoryEntry } from "./directory.ts";
import type { FlowEntry } from "./flow/installed.ts";
import type { GroupEntry } from "./group-chat.ts";
import type { InquiryEntry } from "./inquiry.ts";
import type { GuardEntry } from "./join-guard.ts";
import type { PersonEntry } from "./person.ts";
import type { RegisterEntry } from "./register.ts";
import type { ReportEntry } from "./report-entry.ts";
import type { ClockEntry, RoundEntry } from "./round.ts";
import type { SealEntry } from "./seal.ts";
import type { Instant } from "./time.ts";

export type FlowId = string;
/** The date on which a round is regularly due, `2020-05-21`, also when it was moved. */
export type RoundId = string;
export type UnitId = string;
export type PersonId = string;

/** The name of a document; its history is kept and chained by itself. */
export type DocKey =
  | `report/${string}/${string}/${string}`
  | `round/${string}/${string}`
  | `person/${string}`
  | `flow/${string}`
  | `case/${string}/${string}`
  | `register/${string}`
  | `clock/${string}`
  | `directory/${string}`
  | `group/${string}`
  | `question/${string}`
  | `seal/${string}`
  | `door/${string}`;

/** The report of a unit in a round. */
export const reportKey = (flow: FlowId, round: RoundId, unit: UnitId): DocKey => `report/${flow}/${round}/${unit}`;
/** A round of a flow. */
export const roundKey = (flow: FlowId, round: RoundId): DocKey => `round/${flow}/${round}`;
/** What is remembered of the talk with a person. */
export const personKey = (person: PersonId): DocKey => `person/${person}`;
/** The texts that a flow was installed with. */
export const flowKey = (flow: FlowId): DocKey => `flow/${flow}`;
/** A matter of a case flow. */
export const caseKey = (flow: FlowId, id: string): DocKey => `case/${flow}/${id}`;
/** The numbers that the matters of a case flow took. */
export const registerKey = (flow: FlowId): DocKey => `register/${flow}`;
/** The position of a rehearsal clock. */
export const clockKey = (name: string): DocKey => `clock/${name}`;
/** A share of who gets in by which account. */
export const directoryKey = (shard: string): DocKey => `directory/${shard}`;
/** All seals are one document: none of them can be taken out of the middle. */
export const sealKey: DocKey = "seal/all";
/** What came of codes that strangers tried is counted together. */
export const doorKey: DocKey = "door/all";
/** The chat that a group of the roster has. */
export const groupKey = (group: string): DocKey => `group/${group}`;

/** Who, when and through what an entry came about. */
export type Origin = {
  /** The message id of the platform, prefixed by channel and chat, or the delivery key of what the bot did itself. */
  readonly id: string;
  /** Our clock. */
  readonly at: Instant;
  /** The platform's clock; absent in what the bot did itself. */
  readonly sentAt?: Instant;
  /** A person of the roster, or `bot`. */
  readonly by: PersonId | "bot";
  readonly channel?: string;
  /** The id of the message that was edited, where this came of an edit. */
  readonly amends?: string;
  /**
   * Words as written, names, telephones: kept beside the entry, and the chain covers a salted commitment to them alone,
   * so that they can be removed on request without breaking it. Never needed to fold a document.
   */
  readonly aside?: Readonly<Record<string, string>>;
};

/** What happened, in the past tense. Which kinds may stand in which document follows from the key. */
export type Happening =
  | InquiryEntry
  | ReportEntry
  | RoundEntry
  | PersonEntry
  | FlowEntry
  | ClockEntry
  | CaseEntry
  | RegisterEntry
  | DirectoryEntry
  | GroupEntry
  | SealEntry
  | GuardEntry;
export type Entry = Origin & Happening;

/** An entry and the document that it belongs to. */
export type Addressed = { readonly key: DocKey; readonly entry: Entry };
