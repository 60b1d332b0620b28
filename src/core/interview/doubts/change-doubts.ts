import type { CellId } from "../../cells.ts";
import type { Finding } from "../../flow/flow.ts";
import type { Report } from "../../report.ts";
import type { ReportEntry } from "../../report-entry.ts";
import type { Reason } from "../../submission.ts";
import { compareCells } from "../../table/compare.ts";
import type { Situation } from "../situation.ts";
import { unsettled, warningOf } from "./checking.ts";

/** The cells that a change which does not count yet would change. */
function changedCells({ settled, cells }: Report): ReadonlySet<CellId> {
  return new Set(settled ? compareCells(settled.cells, cells).map(({ cell }) => cell) : []);
}

/** What such a change puts in doubt: its reason serves for both. */
export function doubtsOfChange(situation: Situation): readonly Finding[] {
  const { report } = situation;
  const changed = changedCells(report);
  if (changed.size === 0) return [];
  return unsettled("warning", situation, report.cells, [...changed]);
}

/** Lets the doubts of a change stand with its reason; a usual one says that the figures were confirmed. */
export function settledWith(reason: Reason, situation: Situation): readonly ReportEntry[] {
  return doubtsOfChange(situation).map((finding) => ({
    kind: "warned-and-kept",
    warning: { ...warningOf(finding), ...(typeof reason === "string" ? { reason } : {}) },
  }));
}

/** The reason in words that a doubt of the change was given: no other is asked for. */
export function reasonSaid(entries: readonly ReportEntry[], { report }: Situation): string | undefined {
  const changed = changedCells(report);
  return entries
    .flatMap((entry) =>
      entry.kind === "warned-and-kept" && entry.warning.cells.some((id) => changed.has(id))
        ? [entry.warning.reason]
        : [],
    )
    .find((reason) => reason !== undefined);
}
