import type { Addressed } from "../entry.ts";
import type { Flow } from "../flow/flow.ts";
import type { Say } from "../message.ts";
import type { Person } from "../person.ts";
import type { Attachment, Cells, Pace, Report, ReportEntry, Source } from "../report.ts";
import type { Member, Unit } from "../roster.ts";
import type { Round } from "../round.ts";
import type { Instant } from "../time.ts";
import type { Sheet } from "./sheet/grid.ts";

/** What a unit reported in an earlier round of the flow; submitted reports only, oldest first. */
export type PastReport = {
  readonly number: number;
  readonly cells: Cells;
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
  readonly person: Person;
  readonly member: Member;
  readonly unit: Unit;
  /** Our clock, and the platform's for the message in hand. */
  readonly now: Instant;
  readonly sentAt: Instant;
};

/** The commands that the interview decides on. */
export type InterviewCommand = "report" | "zero" | "review" | "submit" | "fix" | "withdraw" | "back";

/** What a person did that concerns the interview; `id` is the message id that its entries bear. */
export type InterviewInput = { readonly id: string; readonly channel: string } & (
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "pressed"; readonly action: string; readonly fields?: Readonly<Record<string, string>> }
  /** Sheets of a file that was sent, with what identifies it. */
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[]; readonly from: Source }
  /** A photo or document that was sent. */
  | { readonly kind: "attached"; readonly file: Pick<Attachment, "hash" | "name" | "size" | "type"> }
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
