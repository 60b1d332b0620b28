import { cellAt, withCells } from "../../cells.ts";
import type { Place } from "../../flow/flow.ts";
import { findings } from "../doubts/checking.ts";
import type { Situation } from "../situation.ts";
import { readQuantity } from "./quantity.ts";

/** More figures missing than this leave too many ways to guess. */
const MOST_MISSING = 2;
/** What speaks against a way of filling the columns: what must hold, what should, how far from the unit's usual. */
const COST = { error: 100, warning: 10, furthest: 5 };

/**
 * The columns that were most likely left out where fewer figures came than are asked: those without which the others
 * contradict least, and lie nearest to what the unit reported before. Empty where nothing speaks for any, or as much
 * for several ways.
 */
export function likeliestMissing(
  got: readonly string[],
  asked: readonly Place[],
  situation: Situation,
): readonly Place[] {
  const missing = asked.length - got.length;
  if (missing < 1 || missing > MOST_MISSING) return [];
  const ways = choices(asked, missing).map((left) => ({ left, cost: costOf(got, asked, left, situation) }));
  const best = Math.min(...ways.map(({ cost }) => cost));
  if (!Number.isFinite(best)) return [];
  const likeliest = ways.filter(({ cost }) => cost - best < 0.5);
  if (likeliest.length === ways.length) return [];
  const [only, second, third] = likeliest;
  if (!only || third) return [];
  // Two ways that differ in one column: either may be the one.
  return second ? (missing === 1 ? [...only.left, ...second.left] : []) : only.left;
}

function choices(asked: readonly Place[], missing: number): readonly (readonly Place[])[] {
  if (missing === 0) return [[]];
  return asked.flatMap((place, index) =>
    choices(asked.slice(index + 1), missing - 1).map((others) => [place, ...others]),
  );
}

function costOf(got: readonly string[], asked: readonly Place[], left: readonly Place[], situation: Situation): number {
  const places = asked.filter((place) => !left.includes(place));
  const cells: Record<string, number> = {};
  let cost = 0;
  for (const [index, place] of places.entries()) {
    const quantity = readQuantity(got[index] ?? "", place.column);
    if (quantity.kind === "refused" || quantity.value === "n/a") return Number.POSITIVE_INFINITY;
    cells[place.id] = quantity.value;
    cost += distance(quantity.value, place, situation);
  }
  for (const place of left) {
    // A figure that people leave out is mostly a 0, where a 0 is usual.
    cells[place.id] = 0;
    cost += distance(0, place, situation);
  }
  const after = withCells(situation.report.cells, cells);
  for (const finding of findings(situation, after, Object.keys(cells))) {
    if (finding.level === "error") cost += COST.error;
    if (finding.level === "warning") cost += COST.warning;
  }
  return cost;
}

/** How far a figure lies from the unit's usual one, in powers of e; 0 where the unit has no past. */
function distance(value: number, place: Place, { past }: Situation): number {
  const earlier = past.flatMap(({ cells }) => {
    const figure = cellAt(cells, place.id);
    return typeof figure === "number" ? [figure] : [];
  });
  const usual = [...earlier].sort((a, b) => a - b)[Math.floor((earlier.length - 1) / 2)];
  return usual === undefined
    ? 0
    : Math.min(COST.furthest, Math.abs(Math.log((Math.abs(value) + 1) / (Math.abs(usual) + 1))));
}
