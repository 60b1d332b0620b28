import { cellsIn, withCells, zeros } from "./cells.ts";
import type { Origin, PersonId } from "./entry.ts";
import type { Report } from "./report.ts";
import { stillKept, texts, touched } from "./report-changes.ts";
import type { ReportEntry } from "./report-entry.ts";
import { compareCells } from "./table/compare.ts";
import type { Instant } from "./time.ts";

/** Why a report is late, or a figure changes after it was counted: in so many words, or as one of the usual reasons. */
export type Reason = string | { readonly usual: (typeof usualReasons)[number] };
export const usualReasons = [
  "late-data",
  "late-checking",
  "late-away",
  "wrong-entry",
  "wrong-missed",
  "wrong-checked",
] as const;

/** What counts of a report while a change to it waits for a reason, a doubt to be settled, or the head's approval. */
export type Settled = Pick<Report, "revision" | "cells" | "measured" | "told" | "kept" | "submission" | "chosen">;

export type Submission = {
  readonly number: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly late: boolean;
  readonly zero: boolean;
  readonly reason?: Reason;
  /** The questions that a zero report answered of itself: what goes with it where it is taken back. */
  readonly wrote?: readonly string[];
  /** How many times it was corrected after the first submission. */
  readonly corrections: number;
  readonly correctedAt?: Instant;
};

/** A report is sent: a receipt, and it counts, or waits for the head's approval. */
export function submitted(report: Report, entry: Origin & Extract<ReportEntry, { kind: "submitted" }>): Report {
  const { settled: _old, sentBack: _mended, ...rest } = touched(report, entry);
  const { number, late, zero, reason } = entry;
  // Entries of before this was kept named the words alone.
  const wrote = entry.wrote ?? Object.keys(entry.texts ?? {});
  return {
    ...rest,
    ...(entry.awaiting ? { status: "awaiting", toApprove: entry.at } : { status: "submitted", stands: rest.revision }),
    cells: withCells(report.cells, zeros(entry.zeros ?? [])),
    kept: stillKept(report, entry.zeros ?? []),
    told: { ...report.told, ...texts(entry.texts ?? {}) },
    receipts: receiptsOf(report) + 1,
    submission: {
      number,
      at: entry.at,
      by: entry.by,
      late,
      zero,
      ...(reason === undefined ? {} : { reason }),
      ...(wrote.length > 0 ? { wrote } : {}),
      corrections: report.submission?.corrections ?? 0,
    },
  };
}

/** A change to a report that was sent is whole: a new receipt, and it counts from here on. */
export function corrected(report: Report, entry: Origin & Extract<ReportEntry, { kind: "corrected" }>): Report {
  const { submission } = report;
  if (!submission) return report;
  const { settled, sentBack: _mended, ...rest } = touched(report, entry);
  const zero = submission.zero && cellsIn(report.cells).every(([, value]) => value === 0);
  const mended = {
    ...submission,
    number: entry.number,
    corrections: submission.corrections + 1,
    correctedAt: entry.at,
    zero,
  };
  const whole = { ...rest, receipts: receiptsOf(report) + 1, submission: mended };
  if (!entry.awaiting) return { ...whole, stands: whole.revision };
  // Until it is approved, what was approved before it goes on counting.
  return { ...whole, ...(settled ? { settled } : {}), toApprove: entry.at };
}

/** The unit's head approves what was sent; whether it is late is told by when it was approved. */
export function approved(report: Report, entry: Origin & Extract<ReportEntry, { kind: "approved" }>): Report {
  const { settled: _old, toApprove: _done, submission, ...rest } = touched(report, entry);
  const late = report.status === "awaiting" ? { late: entry.late } : {};
  return {
    ...rest,
    status: "submitted",
    stands: rest.revision,
    ...(submission ? { submission: { ...submission, ...late } } : {}),
  };
}

/** The unit's head wants it mended: a draft again, or a correction that still waits beside what counts. */
export function sentBack(report: Report, entry: Origin & Extract<ReportEntry, { kind: "sent-back" }>): Report {
  const { toApprove: _no, ...rest } = touched(report, entry);
  const back = { ...rest, sentBack: { by: entry.by, words: entry.words } };
  if (report.status !== "awaiting") return back;
  const { submission: _taken, ...draft } = back;
  return { ...draft, status: "draft" };
}

/** The report as it counts: what was settled last, where a change to it is not. */
export function asCounted(report: Report): Report {
  const { settled, ...rest } = report;
  if (report.status !== "submitted") return report;
  return { ...rest, ...settled, revision: countedRevision(report) };
}

/** Whether the liaison has sent it, approved or not. */
export function isSent({ status }: Pick<Report, "status">): boolean {
  return status === "submitted" || status === "awaiting";
}

/** What a sent report still waits for from the unit: reasons for warnings that stand, and changes that do not count yet. */
export type Waiting = { readonly unexplained: number; readonly changes: number };

/** What a sent report waits for; changes that the head is asked about wait for the head alone. */
export function waitingIn({ status, kept, settled, toApprove, cells }: Report): Waiting {
  if (status !== "submitted" && status !== "awaiting") return { unexplained: 0, changes: 0 };
  const unexplained = kept.filter((warning) => warning.unexplained).length;
  // Words and ticks that changed have no count of their own.
  const changes = settled && toApprove === undefined ? Math.max(1, compareCells(settled.cells, cells).length) : 0;
  return { unexplained, changes };
}

/** Whether the unit is still to say something about what it sent. */
export function isWaiting(report: Report): boolean {
  const { unexplained, changes } = waitingIn(report);
  return unexplained > 0 || changes > 0;
}

/** The revision of a report that a posting counts; 0 where nothing does. */
export function countedRevision({ status, revision, settled, stands }: Report): number {
  if (status !== "submitted") return 0;
  // Reports of an earlier release do not say.
  return stands ?? settled?.revision ?? revision;
}

/** Kept from the first change on: what makes the change count lets go of it again. */
export function settledOf({ revision, cells, measured, told, kept, submission, chosen }: Report): Settled {
  return {
    revision,
    cells,
    ...(measured ? { measured } : {}),
    told,
    kept,
    chosen,
    ...(submission ? { submission } : {}),
  };
}

/** Receipts given so far; reports of an earlier release do not count them. */
export function receiptsOf({ receipts, submission }: Report): number {
  return receipts ?? (submission ? submission.corrections + 1 : 0);
}
