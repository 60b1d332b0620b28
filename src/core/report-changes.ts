import type { CellId } from "./cells.ts";
import type { Origin } from "./entry.ts";
import type { Report, Told } from "./report.ts";
import type { KeptWarning } from "./report-entry.ts";
import { type Duration, MINUTE } from "./time.ts";

/** Longer pauses are no part of the work. */
const PAUSE: Duration = 5 * MINUTE;

/** Somebody took part. Evidence changes nothing that the report says: no revision, and no correction of a sent one. */
export function joinedBy(report: Report, entry: Origin): Report {
  const authors = report.authors.includes(entry.by) ? report.authors : [...report.authors, entry.by];
  return { ...report, authors, status: report.status === "none" ? "draft" : report.status };
}

/** The report with its revision, its author and the pace of its answers. */
export function touched(report: Report, entry: Origin): Report {
  const took = entry.at - (report.changedAt ?? entry.at);
  const pace =
    took > 0 && took <= PAUSE
      ? { pace: { answers: (report.pace?.answers ?? 0) + 1, took: (report.pace?.took ?? 0) + took } }
      : {};
  return { ...joinedBy(report, entry), revision: report.revision + 1, changedAt: entry.at, ...pace };
}

/** A kept warning falls when one of its figures changes: the reason was given for the figures as they stood. */
export function stillKept(report: Report, changed: readonly CellId[]): readonly KeptWarning[] {
  if (report.kept.length === 0) return report.kept;
  const ids = new Set(changed);
  return report.kept.filter((kept) => !kept.cells.some((id) => ids.has(id)));
}

/** Whether two are the same check's about the same figures. */
export function isSameWarning(one: Pick<KeptWarning, "check" | "cells">, other: typeof one): boolean {
  return one.check === other.check && one.cells.join() === other.cells.join();
}

/** Whether a warning stands on a bare yes: the unit says that the figures are right, and not why. */
export function isConfirmed({ reason, unexplained }: Pick<KeptWarning, "reason" | "unexplained">): boolean {
  return reason === undefined && !unexplained;
}

/** Ready texts as answers to their questions. */
export function texts(given: Readonly<Record<string, string>>): Record<string, Told> {
  return Object.fromEntries(Object.entries(given).map(([question, text]) => [question, { kind: "text", text }]));
}
