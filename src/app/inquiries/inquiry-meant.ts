import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import type { Round } from "../../core/round.ts";
import type { Figure } from "../../core/table/figure.ts";
import { treeOf } from "../../core/table/tree.ts";
import type { Term } from "../../core/table/vocabulary.ts";
import type { House } from "../house.ts";
import { type Only, rangeOf } from "../summaries/consolidate.ts";
import { contributions } from "../summaries/contributions.ts";

/** A unit that a question may be for, with what it put into the figure. */
export type Meant = { readonly unit: UnitId; readonly figure?: number };

/** The round before: the newest may have no figures yet. */
export function earlier(house: House, newest: Round): readonly Round[] {
  return house.rounds
    .of(newest.flow)
    .filter(({ due }) => due < newest.due)
    .slice(-1);
}

/**
 * The units that a question may be for, with the round that it is about: those that the words name and that put
 * something into the figure, or into any where the words fit several of one row, in the first of the rounds in which
 * anybody did.
 */
export async function unitsMeant(
  house: House,
  flow: Flow,
  rounds: readonly [Round, ...Round[]],
  terms: readonly Term[],
  figures: readonly Figure[],
  only: Only,
): Promise<{ readonly round: Round; readonly units: readonly Meant[] }> {
  const [figure, ...others] = figures;
  const tree = treeOf(house.people.roster);
  const nodes = terms.flatMap((term) => (term.kind === "unit" ? [term.unit.id] : []));
  const department = terms.findLast((term) => term.kind === "department");
  const innermost = nodes.filter((id) => !nodes.some((other) => other !== id && tree.within(id).has(other)));
  const within = new Set(innermost.flatMap((id) => [...tree.within(id)]));
  const mine: Only = (unit) => only(unit) && (nodes.length === 0 || within.has(unit));
  const scope = {
    ...{ figures: "round" as const, by: "rows" as const, drafts: false },
    ...(department ? { department: department.department } : {}),
    ...(figure?.row && others.every(({ row }) => row === figure.row) ? { row: figure.row } : {}),
  };
  const [newest] = rounds;
  let named: readonly Meant[] = [];
  for (const round of rounds) {
    const ranged = await rangeOf(house, flow, { ...scope, rounds: [round] }, mine);
    const given = figures.flatMap((each) => contributions(ranged, each, false));
    if (given.length > 0 && others.length === 0)
      return { round, units: given.map((each) => ({ unit: each.unit, figure: each.figure })) };
    if (given.length > 0)
      return { round, units: [...new Set(given.map(({ unit }) => unit))].map((unit) => ({ unit })) };
    if (round === newest) named = ranged.standing.map(({ unit }) => ({ unit }));
  }
  return { round: newest, units: nodes.length > 0 || department || figures.length === 1 ? named : [] };
}
