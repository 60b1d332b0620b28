import { type CellId, type Cells, type Filled, nothingFilled, withCells, withoutCells, zeros } from "./cells.ts";
import { type Deliveries, deliver, isDelivery } from "./delivery.ts";
import type { FlowId, Origin, PersonId, RoundId, UnitId } from "./entry.ts";
import { isSameWarning, joinedBy, stillKept, touched } from "./report-changes.ts";
import type { Attachment, KeptWarning, Proposed, ReportEntry, Source, Tried } from "./report-entry.ts";
import { approved, corrected, type Settled, type Submission, sentBack, settledOf, submitted } from "./submission.ts";
import type { Duration, Instant } from "./time.ts";

/** How fast answers came: those that followed another within minutes, and the time they took together. */
export type Pace = { readonly answers: number; readonly took: Duration };

/** How a question without figures was answered. */
export type Told =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "option"; readonly option: string }
  | { readonly kind: "skipped" };

/** A unit's report of one round: the fold of its entries. */
export type Report = {
  readonly flow: FlowId;
  readonly round: RoundId;
  readonly unit: UnitId;
  readonly revision: number;
  /** `awaiting`: sent by the liaison, and not approved yet by the unit's head. */
  readonly status: "none" | "draft" | "awaiting" | "submitted";
  readonly cells: Filled;
  /** The amounts that were written with their unit. */
  readonly measured?: readonly CellId[];
  /** Ticks of closed ticking screens, by screen. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  /** Ticks of ticking screens that are still open, by screen. */
  readonly ticking: Readonly<Record<string, readonly string[]>>;
  /** Ticking screens that show all their options. */
  readonly unfolded?: readonly string[];
  readonly told: Readonly<Record<string, Told>>;
  readonly kept: readonly KeptWarning[];
  readonly submission?: Submission;
  /** Receipts given so far, withdrawn ones too: no number is given twice. */
  readonly receipts?: number;
  /** How figures are said where a message does not say so itself; this round's where absent. */
  readonly books?: "cumulative" | "round";
  readonly proposal?: { readonly items: readonly Proposed[]; readonly from: Source };
  readonly attachments?: readonly Attachment[];
  readonly pace?: Pace;
  /** Who answered anything, in order of first appearance; both liaison and deputy may. */
  readonly authors: readonly PersonId[];
  readonly changedAt?: Instant;
  /** The revision at which it was sent, corrected or approved last: what a posting counts. */
  readonly stands?: number;
  /** What counts instead of what stands, while a change to a submitted report is not settled. */
  readonly settled?: Settled;
  /** A settled change waits for the head's approval, since then. */
  readonly toApprove?: Instant;
  /** What the unit's head wants mended. */
  readonly sentBack?: { readonly by: PersonId; readonly words: string };
  /** What somebody of the unit wrote and what was not kept. */
  readonly tried?: { readonly lines: readonly Tried[]; readonly more?: number };
  /** When the unit asked to be reminded instead of sooner. */
  readonly later?: Instant;
  readonly deliveries: Deliveries;
};

/** A report before its first entry. */
export function emptyReport(flow: FlowId, round: RoundId, unit: UnitId): Report {
  return {
    flow,
    round,
    unit,
    revision: 0,
    status: "none",
    cells: nothingFilled,
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
  if (isDelivery(entry)) return { ...report, deliveries: deliver(report.deliveries, entry, entry.at) };
  switch (entry.kind) {
    case "tried": {
      const { lines, more } = entry;
      return { ...report, tried: { lines, ...(more === undefined ? {} : { more }) } };
    }
    case "put-off":
      return { ...report, later: entry.until };
    case "ticked":
      return {
        ...touched(report, entry),
        ticking: { ...report.ticking, [entry.screen]: entry.ticks },
        ...(entry.unfolded ? { unfolded: [...(report.unfolded ?? []), entry.screen] } : {}),
      };
    case "chose": {
      const cells = withCells(withoutCells(report.cells, entry.cleared), zeros(entry.zeros));
      const { [entry.screen]: _closed, ...ticking } = report.ticking;
      const chosen = { ...report.chosen, [entry.screen]: entry.ticks };
      return {
        ...changed(report, entry),
        cells,
        chosen,
        ticking,
        kept: stillKept(report, [...entry.zeros, ...entry.cleared]),
      };
    }
    case "answered":
      // What is answered in so many words overtakes what a sheet proposed for the same figures.
      return overtaken(set(report, entry, entry.cells, entry.measured), entry.cells);
    case "counted":
      return { ...touched(report, entry), books: entry.as };
    case "proposed":
      return { ...touched(report, entry), proposal: { items: entry.items, from: entry.from } };
    case "adopted":
      return without(set(report, entry, entry.cells), entry.items);
    case "set-aside":
      return without(touched(report, entry), entry.items);
    case "withdrawn": {
      const { submission: _taken, settled: _old, toApprove: _no, ...rest } = touched(report, entry);
      return { ...rest, status: "draft" };
    }
    case "unsaid": {
      const told = Object.entries(report.told).filter(([question]) => !entry.questions.includes(question));
      return { ...changed(report, entry), told: Object.fromEntries(told) };
    }
    case "attached": {
      const before = (report.attachments ?? []).filter(({ hash }) => hash !== entry.file.hash);
      const attachment = { ...entry.file, by: entry.by, at: entry.at };
      return { ...joinedBy(report, entry), attachments: [...before, attachment] };
    }
    case "detached": {
      const attachments = (report.attachments ?? []).filter(({ hash }) => hash !== entry.hash);
      return { ...joinedBy(report, entry), attachments };
    }
    case "wrote":
      return told(report, entry, entry.question, { kind: "text", text: entry.text });
    case "picked":
      return told(report, entry, entry.question, { kind: "option", option: entry.option });
    case "skipped":
      return told(report, entry, entry.question, { kind: "skipped" });
    case "warned-and-kept":
      return keptWith(report, entry);
    case "submitted":
      return submitted(report, entry);
    case "corrected":
      return corrected(report, entry);
    case "approved":
      return approved(report, entry);
    case "sent-back":
      return sentBack(report, entry);
    case "restored": {
      const { settled, toApprove: _no, ...rest } = touched(report, entry);
      return settled ? { ...rest, ...settled, revision: rest.revision } : rest;
    }
  }
}

/** The report touched by what it says, not only by how it is being answered. */
function changed(report: Report, entry: Origin): Report {
  const settled = report.status === "submitted" && !report.settled ? { settled: settledOf(report) } : {};
  return { ...touched(report, entry), ...settled };
}

/** A warning stands, in place of the same one without its reason. It changes no figure: what counts goes on counting. */
function keptWith(report: Report, entry: Origin & Extract<ReportEntry, { kind: "warned-and-kept" }>): Report {
  const { warning } = entry;
  const others = report.kept.filter((each) => !(each.unexplained && isSameWarning(each, warning)));
  const after = { ...touched(report, entry), kept: [...others, { ...warning, by: entry.by }] };
  return report.status === "submitted" && !report.settled ? { ...after, stands: after.revision } : after;
}

function set(report: Report, entry: Origin, cells: Cells, measured: readonly CellId[] = []): Report {
  const before = report.measured ?? [];
  const bearing = [...before.filter((id) => cells[id] === undefined), ...measured];
  return {
    ...changed(report, entry),
    cells: withCells(report.cells, cells),
    ...(before.length + measured.length > 0 ? { measured: bearing } : {}),
    kept: stillKept(report, Object.keys(cells)),
  };
}

function overtaken(report: Report, cells: Cells): Report {
  if (!report.proposal) return report;
  const items = report.proposal.items.filter((item) => Object.keys(item.cells).some((id) => cells[id] !== undefined));
  return without(
    report,
    items.map(({ id }) => id),
  );
}

function without(report: Report, ids: readonly number[]): Report {
  const { proposal, ...rest } = report;
  const items = proposal?.items.filter(({ id }) => !ids.includes(id)) ?? [];
  return proposal && items.length > 0 ? { ...rest, proposal: { ...proposal, items } } : rest;
}

function told(report: Report, entry: Origin, question: string, answer: Told): Report {
  return { ...changed(report, entry), told: { ...report.told, [question]: answer } };
}
