import type { CellId } from "../../core/cells.ts";
import { askedOf, type Flow, type Place } from "../../core/flow/flow.ts";
import type { Chance } from "./chance.ts";

/** What a made-up unit would truly report in one round: every asked cell, most of them 0. */
export type Truth = Readonly<Record<CellId, number>>;

/**
 * Makes up a round of a unit: a few rows saw work, and within a group each figure is at most the one before it, so
 * that parts do not exceed their wholes and only the odd warning is raised.
 */
export function makeTruth(flow: Flow, department: string, chance: Chance): Truth {
  const places = askedOf(flow, department);
  const active = new Set([...new Set(places.map((place) => place.row))].filter(() => chance.happens(0.3)));
  const truth: Record<CellId, number> = {};
  let group: Place["group"] | undefined;
  let ceiling = 0;
  let worked = false;
  for (const place of places) {
    if (place.group !== group) {
      group = place.group;
      worked = chance.happens(0.6);
      ceiling = chance.whole(1, 60);
    }
    if (!active.has(place.row) || !worked) truth[place.id] = 0;
    else if (place.column.kind === "amount") truth[place.id] = chance.whole(0, 400_000) / 10_000;
    else {
      truth[place.id] = chance.whole(0, ceiling);
      ceiling = Math.max(truth[place.id] ?? 0, 0);
    }
  }
  return truth;
}
