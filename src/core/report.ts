import { type Deliveries, type DeliveryEntry, deliver } from "./delivery.ts";
import type { FlowId, Origin, PersonId, RoundId, UnitId } from "./entry.ts";
import type { Instant } from "./time.ts";

/** `mask.screening.screened`: row, group, column. */
export type CellId = string;
/** A figure in the column's unit, or the statement that the question does not apply. Absent = not reported. */
export type CellValue = number | "n/a";
export type Cells = Readonly<Record<CellId, CellValue>>;

/** A warning that was allowed to stand, with what was said for it. */
export type KeptWarning = {
  readonly check: string;
  readonly cells: readonly CellId[];
  readonly reason: string;
  readonly by: PersonId;
};

export type ReportEntry =
  /** A product or class ticked or unticked on a screen that is still open. */
  | { readonly kind: "ticked"; readonly screen: string; readonly ticks: readonly string[] }
  /** A ticking screen was closed: what was ticked, the bulk zeros that follow, the cells that are now to be asked. */
  | {
      readonly kind: "chose";
      readonly screen: string;
      readonly ticks: readonly string[];
      readonly zeros: readonly CellId[];
      readonly cleared: readonly CellId[];
    }
  | { readonly kind: "answered"; readonly screen: string; readonly cells: Cells }
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
      /** A zero report sets these to 0 in the same breath. */
      readonly zeros?: readonly CellId[];
      readonly texts?: Readonly<Record<string, string>>;
    }
  /** A change to a submitted report: the receipt's new number; the change itself is the entry before. */
  | { readonly kind: "corrected"; readonly number: string; readonly late: boolean }
  | DeliveryEntry;

/** How a question without figures was answered. */
export type Told =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "option"; readonly option: string }
  | { readonly kind: "skipped" };

export type Submission = {
  readonly number: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly late: boolean;
  readonly zero: boolean;
  /** How many times it was corrected after the first submission. */
  readonly corrections: number;
};

/** A unit's report of one round: the fold of its entries. */
export type Report = {
  readonly flow: FlowId;
  readonly round: RoundId;
  readonly unit: UnitId;
  readonly revision: number;
  readonly status: "none" | "draft" | "submitted";
  readonly cells: Cells;
  /** Ticks of closed ticking screens, by screen. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** Ticks of ticking screens that are still open, by screen. */
  readonly ticking: Readonly<Record<string, readonly string[]>>;
  readonly told: Readonly<Record<string, Told>>;
  readonly kept: readonly KeptWarning[];
  readonly submission?: Submission;
  /** Who answered anything, in order of first appearance; both liaison and deputy may. */
  readonly authors: readonly PersonId[];
  readonly changedAt?: Instant;
  readonly deliveries: Deliveries;
};

export function emptyReport(flow: FlowId, round: RoundId, unit: UnitId): Report {
  return {
    flow,
    round,
    unit,
    revision: 0,
    status: "none",
    cells: {},
    chosen: {},
    ticking: {},
    told: {},
    kept: [],
    authors: [],
    deliveries: {},
  };
}

/** The report after one more entry. Pure; deliveries do not change the revision, so that a nag corrects nothing. */
export function evolveReport(report: Report, entry: Origin & ReportEntry): Report {
  switch (entry.kind) {
    case "sending":
    case "sent":
    case "undeliverable":
    case "dropped":
      return { ...report, deliveries: deliver(report.deliveries, entry, entry.at) };
    case "ticked":
      return { ...touched(report, entry), ticking: { ...report.ticking, [entry.screen]: entry.ticks } };
    case "chose": {
      const cells = { ...report.cells };
      for (const id of entry.cleared) delete cells[id];
      for (const id of entry.zeros) cells[id] = 0;
      const { [entry.screen]: _closed, ...ticking } = report.ticking;
      const chosen = { ...report.chosen, [entry.screen]: entry.ticks };
      return {
        ...touched(report, entry),
        cells,
        chosen,
        ticking,
        kept: stillKept(report, [...entry.zeros, ...entry.cleared]),
      };
    }
    case "answered":
      return {
        ...touched(report, entry),
        cells: { ...report.cells, ...entry.cells },
        kept: stillKept(report, Object.keys(entry.cells)),
      };
    case "wrote":
      return told(report, entry, entry.question, { kind: "text", text: entry.text });
    case "picked":
      return told(report, entry, entry.question, { kind: "option", option: entry.option });
    case "skipped":
      return told(report, entry, entry.question, { kind: "skipped" });
    case "warned-and-kept":
      return { ...touched(report, entry), kept: [...report.kept, { ...entry.warning, by: entry.by }] };
    case "submitted":
      return {
        ...touched(report, entry),
        status: "submitted",
        cells: entry.zeros
          ? { ...report.cells, ...Object.fromEntries(entry.zeros.map((id) => [id, 0])) }
          : report.cells,
        told: { ...report.told, ...texts(entry.texts ?? {}) },
        submission: {
          number: entry.number,
          at: entry.at,
          by: entry.by,
          late: entry.late,
          zero: entry.zero,
          corrections: report.submission?.corrections ?? 0,
        },
      };
    case "corrected": {
      const { submission } = report;
      if (!submission) return report;
      const corrections = submission.corrections + 1;
      const zero = submission.zero && Object.values(report.cells).every((value) => value === 0);
      return { ...touched(report, entry), submission: { ...submission, number: entry.number, corrections, zero } };
    }
  }
}

function touched(report: Report, entry: Origin): Report {
  const authors = report.authors.includes(entry.by) ? report.authors : [...report.authors, entry.by];
  const status = report.status === "none" ? "draft" : report.status;
  return { ...report, revision: report.revision + 1, status, authors, changedAt: entry.at };
}

function told(report: Report, entry: Origin, question: string, answer: Told): Report {
  return { ...touched(report, entry), told: { ...report.told, [question]: answer } };
}

/** A kept warning falls when one of its figures changes: the reason was given for the figures as they stood. */
function stillKept(report: Report, changed: readonly CellId[]): readonly KeptWarning[] {
  if (report.kept.length === 0) return report.kept;
  const ids = new Set(changed);
  return report.kept.filter((kept) => !kept.cells.some((id) => ids.has(id)));
}

function texts(given: Readonly<Record<string, string>>): Record<string, Told> {
  return Object.fromEntries(Object.entries(given).map(([question, text]) => [question, { kind: "text", text }]));
}
