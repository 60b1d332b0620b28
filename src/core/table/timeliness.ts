import type { RoundId, UnitId } from "../entry.ts";
import type { Standing } from "./table.ts";

/** How one unit stood in one round, with what rates are told by; `branch` is the city, absent at the top's own level. */
export type Attendance = {
  readonly round: RoundId;
  /** The round's number, from 1. */
  readonly number: number;
  readonly unit: UnitId;
  readonly department: string;
  readonly branch?: UnitId;
  readonly standing: Standing;
};

/** What rates are told by. */
export type Facet = "unit" | "department" | "branch" | "round";

/** Reports that were due, and how they came; rates are shares from 0 to 1, absent where nothing was due. */
export type Timeliness = {
  /** The unit, department, branch or round; empty for the top's own level and for the whole. */
  readonly of: string;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  /** Not sent, whether begun or not. */
  readonly missing: number;
  /** On time among due: 按时率. */
  readonly onTimeRate?: number;
  /** On time or late among due: 完成率. */
  readonly completeRate?: number;
};

/** Rates by a facet, in the order in which each first appears. Rounds that are still open are the caller's to leave out. */
export function timelinessBy(facet: Facet, attendances: readonly Attendance[]): readonly Timeliness[] {
  const groups = new Map<string, Attendance[]>();
  for (const each of attendances) {
    const of = each[facet] ?? "";
    const group = groups.get(of);
    if (group) group.push(each);
    else groups.set(of, [each]);
  }
  return [...groups].map(([of, group]) => rated(of, group));
}

/** Rates over everything given. */
export function timelinessOf(attendances: readonly Attendance[]): Timeliness {
  return rated("", attendances);
}

/**
 * The best first, for praise; the other end is for following up. By what came on time, then by what came at all; those
 * that are alike stay in order. A unit of which nothing was due is left out.
 */
export function ranked(rates: readonly Timeliness[]): readonly Timeliness[] {
  return rates
    .filter(({ due }) => due > 0)
    .sort((a, b) => (b.onTimeRate ?? 0) - (a.onTimeRate ?? 0) || (b.completeRate ?? 0) - (a.completeRate ?? 0));
}

/**
 * Whom to follow up first: the other end of `ranked`, by what did not come on time, then by what did not come at all;
 * those that are alike stay in order.
 */
export function lagging(rates: readonly Timeliness[]): readonly Timeliness[] {
  return rates
    .filter(({ due }) => due > 0)
    .sort((a, b) => (a.onTimeRate ?? 0) - (b.onTimeRate ?? 0) || (a.completeRate ?? 0) - (b.completeRate ?? 0));
}

function rated(of: string, attendances: readonly Attendance[]): Timeliness {
  let [onTime, late] = [0, 0];
  for (const { standing } of attendances) {
    if (standing === "on-time") onTime += 1;
    else if (standing === "late") late += 1;
  }
  const due = attendances.length;
  const counts = { of, due, onTime, late, missing: due - onTime - late };
  return due === 0 ? counts : { ...counts, onTimeRate: onTime / due, completeRate: (onTime + late) / due };
}
