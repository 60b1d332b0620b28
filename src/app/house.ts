import type { Channel } from "../channels/channel.ts";
import type { CaseFlow } from "../core/cases/case-flow.ts";
import type { DocKey } from "../core/entry.ts";
import type { Member } from "../core/roster.ts";
import type { Export, MakeChart, MakeForm, MakePicture } from "../exports/export.ts";
import type { Import } from "../imports/import.ts";
import type { Store } from "../store/store.ts";
import { type Language, spoken } from "../wording/wording.ts";
import type { Docket } from "./cases/docket.ts";
import type { Clock } from "./clock.ts";
import { readPerson } from "./documents.ts";
import type { Running } from "./flows.ts";
import type { Lanes } from "./lanes.ts";
import type { Log } from "./log.ts";
import type { PastReports } from "./past.ts";
import type { Contacts } from "./people/contacts.ts";
import type { People } from "./people/people.ts";
import type { Rounds } from "./rounds.ts";
import type { Ledgers } from "./summaries/ledgers.ts";
import type { TriedLines } from "./tried-lines.ts";
import type { Untold } from "./untold.ts";

/** What invitation codes are made of and kept as; tests put in codes that they know. */
export type Secrets = {
  /** So many random bytes. */
  random(count: number): Uint8Array;
  /** SHA-256, in hex. */
  hash(text: string): string;
};

/** The parts that the app joins, as everything in it uses them. */
export type House = {
  readonly store: Store;
  readonly flows: readonly Running[];
  /** Goes on with these flows of both kinds. */
  readonly adoptFlows: (flows: readonly Running[], caseFlows: readonly Running<CaseFlow>[]) => void;
  readonly people: People;
  readonly contacts: Contacts;
  readonly untold: Untold;
  readonly tried: TriedLines;
  readonly secrets: Secrets;
  readonly rounds: Rounds;
  readonly cases: Docket;
  readonly past: PastReports;
  readonly ledgers: Ledgers;
  readonly clock: Clock;
  readonly exports: readonly Export[];
  readonly form: MakeForm;
  readonly picture: MakePicture;
  readonly chart: MakeChart;
  readonly imports: readonly Import[];
  readonly log: Log;
  /** Spoken to people who have chosen none and whom the roster gives none. */
  readonly language: Language;
  /** Channels by name, in the order in which a person who is on several is reached. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** Aborted once the bot is to stop: whatever waits for a platform waits no longer. */
  readonly stopping: AbortSignal;
  /** Does what nobody may wait for to the end, what has one key in order; a stop waits for it. */
  readonly inOrder: Lanes;
  /** Has what is owed done at once instead of at the next due instant; returns before it is. */
  readonly wake: () => void;
  /** Tells others what they are to hear of by a document; resolves once it is done as far as it can be now. */
  readonly tellNews: (doc: DocKey) => Promise<void>;
  /** Does something beside an answer, which does not wait for it; a stop does. The log has the code where it fails. */
  readonly beside: (code: string, work: () => Promise<void>) => void;
};

/** The language of a person: of their choice, else the roster's, else the house's. */
export async function languageOf(house: House, member: Member): Promise<Language> {
  const { language } = await readPerson(house.store, member.id);
  return spoken(language) ?? spoken(member.language) ?? house.language;
}
