import type { CellId, Cells } from "./cells.ts";
import type { DeliveryEntry } from "./delivery.ts";
import type { PersonId } from "./entry.ts";
import type { Label } from "./message.ts";
import type { Reason } from "./submission.ts";
import type { Instant } from "./time.ts";

/** A warning that was allowed to stand, with what was said for it. */
export type KeptWarning = {
  readonly check: string;
  readonly cells: readonly CellId[];
  /** The doubt as it was put; warnings of an earlier release do not say. */
  readonly doubt?: Label;
  /** In their own words; absent where the figures were confirmed without any. */
  readonly reason?: string;
  /** It stands because a correction counts at once; the unit is asked for the reason still. */
  readonly unexplained?: true;
  readonly by: PersonId;
};

/** Where figures came from, other than typed or pressed. */
export type Source =
  | { readonly kind: "paste" }
  | { readonly kind: "file"; readonly name: string; readonly hash: string };

/**
 * A figure that waits for a yes: it differs from what stands, or is worked out from what a sheet says of it. `of` is the
 * computed cell that says so, `written` what stands there, `sum` what its parts come to.
 */
export type Proposed = { readonly id: number; readonly cells: Cells } & (
  | { readonly kind: "change" }
  | { readonly kind: "rate"; readonly of: CellId; readonly written: number }
  | { readonly kind: "total"; readonly of: CellId; readonly written: number; readonly sum: number }
);

/** A photo or document that came with a report; its bytes are kept by content hash. */
export type Attachment = {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  /** The row or question that it is evidence for; absent: the report as a whole. */
  readonly to?: string;
  /** What was written under it, where that answered nothing. */
  readonly words?: string;
  /** The same for everything that was sent at once, and so belongs to the same. */
  readonly album?: string;
  readonly by: PersonId;
  readonly at: Instant;
};

/**
 * Figures that somebody wrote and that were not kept: 其余都是0 is not said of them. Their words lie beside the entry of the
 * message that gave them, under the number.
 */
export type Tried = {
  readonly message: string;
  readonly number: number;
  /** The places that they may be of: `mask`, `mask.price`, `mask.price.filed`; absent where nobody can tell. */
  readonly places?: readonly string[];
  /** How many of those cells were open then. */
  readonly open: number;
  /** How many figures they gave. */
  readonly figures: number;
};

/** What may happen to a report. */
export type ReportEntry =
  /** A product or class ticked or unticked on a screen that is still open. */
  | {
      readonly kind: "ticked";
      readonly screen: string;
      readonly ticks: readonly string[];
      /** The options that are folded away are shown from here on. */
      readonly unfolded?: boolean;
    }
  /** A ticking screen was closed: what was ticked, the bulk zeros that follow, the cells that are now to be asked. */
  | {
      readonly kind: "chose";
      readonly screen: string;
      readonly ticks: readonly string[];
      readonly zeros: readonly CellId[];
      readonly cleared: readonly CellId[];
    }
  /**
   * `booked`: the cumulative figures as they were said, where this round's were worked out from them; `measured`: the
   * amounts that were written with their unit.
   */
  | {
      readonly kind: "answered";
      readonly screen: string;
      readonly cells: Cells;
      readonly booked?: Cells;
      readonly measured?: readonly CellId[];
      readonly from?: Source;
    }
  /** From here on figures are said as cumulative ones, or as this round's again. */
  | { readonly kind: "counted"; readonly as: "cumulative" | "round" }
  | { readonly kind: "proposed"; readonly items: readonly Proposed[]; readonly from: Source }
  | { readonly kind: "adopted"; readonly items: readonly number[]; readonly cells: Cells; readonly from: Source }
  | { readonly kind: "set-aside"; readonly items: readonly number[] }
  /** Taken back before the deadline: a draft again, nothing of it lost. */
  | { readonly kind: "withdrawn" }
  /** Answers in words that turned out to be none: the questions are open again. */
  | { readonly kind: "unsaid"; readonly questions: readonly string[] }
  | { readonly kind: "attached"; readonly file: Omit<Attachment, "by" | "at"> }
  | { readonly kind: "detached"; readonly hash: string }
  | { readonly kind: "wrote"; readonly question: string; readonly text: string }
  | { readonly kind: "picked"; readonly question: string; readonly option: string }
  | { readonly kind: "skipped"; readonly question: string }
  | { readonly kind: "warned-and-kept"; readonly warning: Omit<KeptWarning, "by"> }
  /** `number` is the receipt's; `late` by the platform's time where it is within ten minutes of ours. */
  | {
      readonly kind: "submitted";
      readonly number: string;
      readonly late: boolean;
      readonly zero: boolean;
      /** Why it comes late. */
      readonly reason?: Reason;
      /** It counts once the unit's head has approved it. */
      readonly awaiting?: true;
      /** A zero report sets these to 0 in the same breath. */
      readonly zeros?: readonly CellId[];
      readonly texts?: Readonly<Record<string, string>>;
      /** The questions that a zero report answered of itself, which nobody had answered so before it. */
      readonly wrote?: readonly string[];
    }
  /** A change to a submitted report: the receipt's new number; the change itself is the entry before. */
  | {
      readonly kind: "corrected";
      readonly number: string;
      readonly late: boolean;
      /** Why a figure that was counted changes. */
      readonly reason?: Reason;
      readonly awaiting?: true;
    }
  /** A change to what was counted is taken back: every figure as it stood before. */
  | { readonly kind: "restored" }
  /** The unit's head has approved it: from here on it counts. */
  | { readonly kind: "approved"; readonly late: boolean }
  /** 退回修改: the unit's head wants it mended, and says what. */
  | { readonly kind: "sent-back"; readonly words: string }
  /** What was tried and does not stand yet, oldest first, after a message that changed it; `more` are older and no longer known. */
  | { readonly kind: "tried"; readonly lines: readonly Tried[]; readonly more?: number }
  /** Asked to be reminded then, and not before. */
  | { readonly kind: "put-off"; readonly until: Instant }
  | DeliveryEntry;
