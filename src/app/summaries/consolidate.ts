import type { UnitId } from "../../core/entry.ts";
import { askedOf, type Flow } from "../../core/flow/flow.ts";
import type { Round } from "../../core/round.ts";
import type { Asked } from "../../core/table/asked.ts";
import {
  addUp,
  type Columns,
  counts,
  type Line,
  millionthsIn,
  partOf,
  type Summed,
  summed,
} from "../../core/table/ledger.ts";
import type { Table } from "../../core/table/table.ts";
import { MICRO, tablesOf } from "../../core/table/tabulate.ts";
import { treeOf } from "../../core/table/tree.ts";
import type { House } from "../house.ts";
import type { Ledger } from "./ledgers.ts";

/** Which units a table is about. */
export type Only = (unit: UnitId) => boolean;

/** Figures of some units over some rounds, before they are put into tables. */
export type Ranged = {
  readonly flow: Flow;
  readonly columns: Columns;
  /** The newest of the rounds asked for. */
  readonly round: Round;
  /** How each of the units that owe it stands in that round, in the order of the roster. */
  readonly standing: readonly Line[];
  /** Reports that these units owed in the rounds asked for. */
  readonly due: number;
  /** What counts in the rounds asked for, and in all rounds up to the newest of them. */
  readonly counted: readonly Line[];
  readonly ever: readonly Line[];
  /** The same round by round, with their sums. */
  readonly countedIn: readonly Summed[];
  readonly everIn: readonly Summed[];
};

/**
 * The units of a question: of the branch and the department that it names, those that are asked about the row that it
 * names, as far as `only` lets them through.
 */
export function onlyOf(house: House, flow: Flow, { node, department, row }: Asked, only: Only): Only {
  if (node === undefined && department === undefined && !row) return only;
  const concerns = (of: string) => askedOf(flow, of).some((place) => place.row.id === row?.id);
  const concerned = new Set(row ? Object.keys(flow.asks).filter(concerns) : []);
  const tree = treeOf(house.people.roster);
  const within = tree.within(node);
  // What one that has left the roster was asked is not known any more: it has figures of the row, or it adds nothing.
  const asks = (unit: UnitId) => !tree.unit(unit) || concerned.has(house.people.unit(unit).department ?? "");
  return remembered(
    (unit) =>
      (node === undefined || within.has(unit)) &&
      (department === undefined || house.people.unit(unit).department === department) &&
      (!row || asks(unit)) &&
      only(unit),
  );
}

/**
 * Reads the lines of a question, in each round those of the units that owed it: what a unit reported stays counted after
 * it has left. Cumulative figures are the sum of every round up to the newest that is asked for; where
 * they are not `wanted`, earlier rounds are not read, and `ever` is what was counted.
 */
export async function rangeOf(
  house: House,
  flow: Flow,
  asked: Asked,
  only: Only,
  wanted = asked.figures === "cumulative",
): Promise<Ranged> {
  const last = asked.rounds.at(-1);
  if (!last) throw new Error("a question without a round");
  const earlier = house.rounds.of(flow.id).filter(({ due }) => due <= last.due);
  const rounds = wanted && earlier.length > 0 ? earlier : asked.rounds;
  const ledgers = await Promise.all(rounds.map((round) => house.ledgers.of(flow, round)));
  const { columns, lines: stood } = ledgers.at(-1) ?? { columns: undefined, lines: [] };
  if (!columns) throw new Error("a question without a round");
  const mine = onlyOf(house, flow, asked, only);
  const everIn = ledgers.map((ledger) =>
    partOf(columns, asked.drafts ? withDrafts(ledger) : ledger.counted, ({ unit }) => mine(unit)),
  );
  const covered = new Set(asked.rounds.map(({ round }) => round));
  const coveredIn = <T>(each: readonly T[]) => each.filter((_, index) => covered.has(rounds[index]?.round ?? ""));
  const owed = coveredIn(ledgers).map(({ lines }) => lines.filter(({ unit }) => mine(unit)).length);
  return {
    flow,
    columns,
    round: last,
    standing: stood.filter(({ unit }) => mine(unit)),
    due: owed.reduce((sum, each) => sum + each, 0),
    ...(wanted ? both(coveredIn(everIn), everIn) : both(coveredIn(everIn))),
  };
}

/** Adding them up anew is for the few who ask for drafts. */
function withDrafts({ columns, lines }: Ledger): Summed {
  return summed(
    columns,
    lines.filter((line) => counts(line, true)),
  );
}

type Both = Pick<Ranged, "counted" | "countedIn" | "ever" | "everIn">;

/** What counts, and what counts ever: the same where no earlier rounds were read. */
function both(countedIn: readonly Summed[], everIn = countedIn): Both {
  const none: readonly Line[] = [];
  // Of 20,000 lines a hundredth of the time that flatMap takes.
  const linesIn = (each: readonly Summed[]) => none.concat(...each.map(({ lines }) => lines));
  const counted = linesIn(countedIn);
  return { counted, countedIn, ever: everIn === countedIn ? counted : linesIn(everIn), everIn };
}

/** Decides once for each unit, however many rounds it stands in. */
function remembered(only: Only): Only {
  const known = new Map<UnitId, boolean>();
  return (unit) => {
    const verdict = known.get(unit) ?? only(unit);
    known.set(unit, verdict);
    return verdict;
  };
}

/** The tables of what was read; of some of its units alone where a part is given. */
export function tablesIn({ flow, columns, countedIn, everIn }: Ranged, part?: Only): readonly Table[] {
  const of = (rounds: readonly Summed[]) =>
    addUp(columns, part ? rounds.map((each) => partOf(columns, each, ({ unit }) => part(unit))) : rounds);
  const now = of(countedIn);
  return tablesOf(flow, now, everIn === countedIn ? now : of(everIn));
}

/** The unit that reported most of a cell in the rounds asked for, with how much. */
export function mostOf({ columns, counted }: Ranged, cell: string): { unit: UnitId; figure: number } | undefined {
  const byUnit = new Map<UnitId, number>();
  const place = columns.place(cell) ?? -1;
  for (const line of counted) {
    const micro = millionthsIn(line, place) ?? 0;
    if (micro !== 0) byUnit.set(line.unit, (byUnit.get(line.unit) ?? 0) + micro);
  }
  let most: { unit: UnitId; figure: number } | undefined;
  for (const [unit, micro] of byUnit) if (micro / MICRO > (most?.figure ?? 0)) most = { unit, figure: micro / MICRO };
  return most;
}
