import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { isDone, nextScreen, progressOf } from "../../core/interview/screens.ts";
import { screensOf } from "../../core/interview/screens-of.ts";
import type { Report } from "../../core/report.ts";
import type { Unit } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import type { Standing } from "../../core/table/table.ts";
import { readReport } from "../documents.ts";
import type { House } from "../house.ts";

/** How a unit stands in a round: its report, and for a draft the screens that are still to be answered. */
export type UnitStanding = {
  readonly unit: Unit;
  readonly report: Report;
  readonly standing: Standing;
  readonly screensToGo: number;
};

/** How the units of a round stand, in the order of the roster; all of them, or those that `only` lets through. */
export async function standingsOf(
  house: House,
  flow: Flow,
  round: Round,
  only: (unit: UnitId) => boolean = () => true,
): Promise<readonly UnitStanding[]> {
  return Promise.all(
    round.units.filter(only).map(async (id) => {
      const unit = house.people.unit(id);
      const report = await readReport(house.store, round.flow, round.round, id);
      const screensToGo = report.status === "draft" ? toGo(flow, unit, report) : 0;
      return { unit, report, standing: standingOf(report), screensToGo };
    }),
  );
}

/** On time or late by the entry that submitted it; a draft or nothing else. */
export function standingOf({ status, submission }: Report): Standing {
  switch (status) {
    case "none":
      return "missing";
    case "draft":
    // Sent, but not approved by the unit's head: it counts as little.
    case "awaiting":
      return "draft";
    case "submitted":
      return submission?.late ? "late" : "on-time";
  }
}

/** Screens that a report still needs, as far as its ticks tell. */
export function toGo(flow: Flow, unit: Unit, report: Report): number {
  const screens = screensOf(flow, unit.department ?? "", report);
  return screens.filter((screen) => !isDone(screen, report)).length;
}

/** Screens answered and in all, and whether any is open. */
export function progress(flow: Flow, unit: Unit, report: Report) {
  const screens = screensOf(flow, unit.department ?? "", report);
  return { ...progressOf(screens, report), whole: nextScreen(screens, report) === undefined };
}
