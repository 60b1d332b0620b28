import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { nameIn } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import type { Asked } from "../../core/table/asked.ts";
import { type Attendance, lagging, timelinessBy } from "../../core/table/timeliness.ts";
import { treeOf } from "../../core/table/tree.ts";
import type { Chart, StripStanding, Theme } from "../../exports/export.ts";
import { type Language, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import { type Only, onlyOf } from "./consolidate.ts";

/** How units reported over rounds. */
export type Attended = {
  /** Oldest first. */
  readonly rounds: readonly Round[];
  /** In the order of the roster, a standing for each round. */
  readonly units: readonly { readonly unit: UnitId; readonly standings: readonly StripStanding[] }[];
  /** What rates are told by: the rounds that are closed alone, for in an open one nobody is late yet. */
  readonly closed: readonly Attendance[];
};

/** How the units of a question reported in its rounds, as far as `only` lets them through. */
export async function attendedIn(house: House, flow: Flow, asked: Asked, only: Only): Promise<Attended> {
  const { people, ledgers } = house;
  const tree = treeOf(people.roster);
  const mine = onlyOf(house, flow, asked, only);
  const stood = new Map<UnitId, Map<Round, StripStanding>>();
  const closed: Attendance[] = [];
  for (const round of asked.rounds) {
    const { lines } = await ledgers.of(flow, round);
    for (const { unit, standing } of lines) {
      if (!mine(unit)) continue;
      const came = standing === "on-time" || standing === "late";
      const shown = round.state === "open" && !came ? "open" : standing;
      stood.set(unit, (stood.get(unit) ?? new Map<Round, StripStanding>()).set(round, shown));
      if (round.state === "open") continue;
      const branch = tree.branchTo(asked.node ?? tree.top, unit);
      const { department = "" } = people.unit(unit);
      const within = branch === undefined || branch === unit ? {} : { branch };
      closed.push({ round: round.round, number: round.number, unit, department, ...within, standing });
    }
  }
  const units = people.roster.units.flatMap(({ id }) => {
    const own = stood.get(id);
    return own ? [{ unit: id, standings: asked.rounds.map((round) => own.get(round) ?? ("none" as const)) }] : [];
  });
  return { rounds: asked.rounds, units, closed };
}

/** So many units are drawn: as many as a phone shows without the names becoming too small. */
const DRAWN = 30;

/**
 * Rounds × units as a strip, in the order of the roster; of more units than a phone shows those that are most to be
 * followed up, and what holds of the others in the note.
 */
export function timelinessChart(
  house: House,
  { rounds, units, closed }: Attended,
  { title, theme }: { readonly title: string; readonly theme: Theme },
  language: Language,
): Chart {
  const { text, word } = wordingOf(language);
  const worst = lagging(timelinessBy("unit", closed));
  const place = new Map(worst.map(({ of }, index) => [of, index]));
  const behind = (unit: UnitId) => place.get(unit) ?? worst.length;
  const whole = units.length <= DRAWN;
  // Nobody looks for those who were always in time, as long as there is somebody to look at.
  const laggards = worst.filter(({ onTimeRate = 0 }) => onTimeRate < 1).length;
  const most = Math.min(DRAWN, laggards || DRAWN);
  const drawn = whole ? units : [...units].sort((a, b) => behind(a.unit) - behind(b.unit)).slice(0, most);
  const best = worst[DRAWN]?.onTimeRate ?? 1;
  const rest = { shown: most, rest: units.length - most, rate: Math.floor(best * 100) };
  const note = laggards === 0 ? "season-all-on-time" : best === 1 ? "season-others-on-time" : "season-others";
  return {
    kind: "timeliness",
    title,
    theme,
    rounds: rounds.map(({ number }) => text({ key: "round-numbered", args: { number } })),
    units: drawn.map(({ unit, standings }) => ({ name: nameIn(house.people.unit(unit).short, language), standings })),
    ...(whole ? {} : { note: word(note, rest) }),
  };
}
