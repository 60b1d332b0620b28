import type { Filled } from "../cells.ts";
import type { Addressed } from "../entry.ts";
import type { Flow } from "../flow/flow.ts";
import type { Say, Text } from "../message.ts";
import type { Person } from "../person.ts";
import type { Pace, Report } from "../report.ts";
import type { Attachment, ReportEntry, Source } from "../report-entry.ts";
import type { Member, Unit } from "../roster.ts";
import type { Round } from "../round.ts";
import type { Instant } from "../time.ts";
import type { Offers } from "./offers.ts";
import type { TriedWords } from "./refused/tried-words.ts";
import type { Unsent } from "./sending/unsent.ts";
import type { Sheet } from "./sheet/grid.ts";

/** What a unit reported in an earlier round of the flow; submitted reports only, oldest first. */
export type PastReport = {
  readonly number: number;
  readonly cells: Filled;
  readonly zero: boolean;
  readonly told?: Report["told"];
  readonly pace?: Pace;
};
export type Past = readonly PastReport[];

/** Everything that an answer is decided from. */
export type Situation = {
  readonly flow: Flow;
  readonly round: Round;
  readonly report: Report;
  readonly past: Past;
  /** From when the report covers, where the rounds before it were missed; absent where nothing was. */
  readonly since?: Instant;
  /** What the unit filled in for a round that it missed, and never sent. */
  readonly unsent?: Unsent;
  /** Figures that are known from elsewhere, to be offered. */
  readonly offers?: Offers;
  readonly person: Person;
  /** The words of what was tried for the report, by where they lie; those that were removed are not there. */
  readonly triedWords?: TriedWords;
  readonly member: Member;
  readonly unit: Unit;
  /** Who signs off what the unit reports, where the flow asks for it and the unit has somebody. */
  readonly head?: Text;
  /** The office that collects the reports, and whom to turn to there. */
  readonly office?: { readonly name: Text; readonly contact: Text };
  /** Our clock, and the platform's for the message in hand. */
  readonly now: Instant;
  readonly sentAt: Instant;
};

/** A file as it came, before it is known what it belongs to. */
export type SentFile = Pick<Attachment, "hash" | "name" | "size" | "type" | "album">;

/** The commands that the interview decides on. */
export type InterviewCommand = "report" | "zero" | "review" | "submit" | "fix" | "withdraw" | "back";

/** What a person did that concerns the interview; `id` is the message id that its entries bear. */
export type InterviewInput = { readonly id: string; readonly channel: string } & (
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "pressed"; readonly action: string; readonly fields?: Readonly<Record<string, string>> }
  /** Sheets of a file that was sent, with what identifies it, and what was written under it. */
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[]; readonly from: Source; readonly words?: string }
  /** A photo or document that was sent, with what was written under it. */
  | { readonly kind: "attached"; readonly file: SentFile; readonly words?: string }
  /** An earlier message was edited; `was` are the entries that it led to. */
  | {
      readonly kind: "amended";
      readonly text: string;
      readonly of: string;
      readonly was: readonly ReportEntry[];
    }
  /** `report` shows where the report stands, `zero`, `review` and `submit` begin those, `fix` mends named cells. */
  | {
      readonly kind: "command";
      readonly command: InterviewCommand;
      readonly args: string;
      /** The message as written; absent where a button gave the command. */
      readonly words?: string;
    }
);

/** What follows from an input: the entries to keep, all or nothing, and what to say once they are kept. */
export type Step = { readonly entries: readonly Addressed[]; readonly replies: readonly Say[] };
