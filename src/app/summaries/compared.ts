import type { UnitId } from "../../core/entry.ts";
import type { Return } from "../../exports/export.ts";
import type { Language } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import { type Counting, previousReturn, returnOf } from "./returns.ts";

/** A return held against the round before: both of the units that reported both, and how many those are. */
export type Compared = {
  readonly now: Return;
  readonly before: Return;
  readonly units: number;
  /** The same units reported both rounds, so that the sums of all of them can be compared. */
  readonly alike: boolean;
};

/**
 * Narrows a return and the one before to the units that reported both: thirteen units held against two would seem to
 * rise. Undefined where there is nothing to compare.
 */
export async function comparedWithLast(
  house: House,
  of: Return,
  counting: Counting,
  language: Language,
): Promise<Compared | undefined> {
  const { flow, round } = of;
  const before = await previousReturn(house, flow, round, language);
  if (!before) return undefined;
  const [mine, theirs] = [reported(of), reported(before)];
  const both = new Set([...mine].filter((unit) => theirs.has(unit)));
  if (both.size === 0) return undefined;
  if (both.size === mine.size && both.size === theirs.size) return { now: of, before, units: both.size, alike: true };
  const only = (unit: UnitId) => both.has(unit);
  const now = await returnOf(house, flow, round, counting, language, only);
  const then = await previousReturn(house, flow, round, language, only);
  return then && { now, before: then, units: both.size, alike: false };
}

function reported({ units }: Return): ReadonlySet<UnitId> {
  return new Set(units.flatMap(({ id, report }) => (report.status === "submitted" ? [id] : [])));
}
