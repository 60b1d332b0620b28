import type { UnitId } from "../core/entry.ts";
import { askedOf, type Flow } from "../core/flow/flow.ts";
import type { Round } from "../core/round.ts";
import type { Asked } from "../core/table/asked.ts";
import { addUp, type Columns, counts, type Line, type Totalled } from "../core/table/ledger.ts";
import type { Table } from "../core/table/table.ts";
import { type AskedTotal, tablesOf } from "../core/table/tabulate.ts";
import { treeOf } from "../core/table/tree.ts";
import type { House } from "./house.ts";

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
  /** The rounds that they are from, with their totals. */
  readonly countedIn: readonly Totalled[];
  readonly everIn: readonly Totalled[];
};

/**
 * The units of a question: of the branch and the department that it names, those that are asked about the row that it
 * names, as far as `only` lets them through.
 */
export function onlyOf(house: House, flow: Flow, { node, department, row }: Asked, only: Only): Only {
  const concerns = (of: string) => askedOf(flow, of).some((place) => place.row.id === row?.id);
  const concerned = new Set(row ? Object.keys(flow.asks).filter(concerns) : []);
  const tree = treeOf(house.people.roster);
  const within = tree.within(node);
  // What one that has left the roster was asked is not known any more: it has figures of the row, or it adds nothing.
  const asks = (unit: UnitId) => !tree.unit(unit) || concerned.has(house.people.unit(unit).department ?? "");
  return (unit) =>
    (node === undefined || within.has(unit)) &&
    (department === undefined || house.people.unit(unit).department === department) &&
    (!row || asks(unit)) &&
    only(unit);
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
  const mine = remembered(onlyOf(house, flow, asked, only));
  const covered = new Set(asked.rounds.map(({ round }) => round));
  const ever: Line[] = [];
  const counted: Line[] = [];
  let due = 0;
  for (const [index, { lines }] of ledgers.entries())
    for (const line of lines) {
      if (!mine(line.unit)) continue;
      const asksFor = covered.has(rounds[index]?.round ?? "");
      if (asksFor) due += 1;
      if (!counts(line, asked.drafts)) continue;
      if (wanted) ever.push(line);
      if (asksFor) counted.push(line);
    }
  const standing = (ledgers.at(-1)?.lines ?? []).filter(({ unit }) => mine(unit));
  const { columns } = ledgers.at(-1) ?? { columns: undefined };
  if (!columns) throw new Error("a question without a round");
  const countedIn = ledgers.filter((_, index) => covered.has(rounds[index]?.round ?? ""));
  const whole = wanted ? { ever, everIn: ledgers } : { ever: counted, everIn: countedIn };
  return { flow, columns, round: last, standing, due, counted, countedIn, ...whole };
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
export function tablesIn(ranged: Ranged, part?: Only): readonly Table[] {
  const { flow, columns, counted, countedIn, ever, everIn } = ranged;
  const of = (lines: readonly Line[], rounds: readonly Totalled[]): AskedTotal =>
    addUp(columns, part ? lines.filter(({ unit }) => part(unit)) : lines, rounds);
  const now = of(counted, countedIn);
  return tablesOf(flow, now, ever === counted ? now : of(ever, everIn));
}

/** The same, of the units alone that `which` lets through. */
export function partOf(ranged: Ranged, which: Only): Ranged {
  const kept = (lines: readonly Line[]) => lines.filter(({ unit }) => which(unit));
  const { standing, counted, ever } = ranged;
  const now = kept(counted);
  return { ...ranged, standing: kept(standing), counted: now, ever: ever === counted ? now : kept(ever) };
}

/** The unit that reported most of a cell in the rounds asked for, with how much. */
export function mostOf({ columns, counted }: Ranged, cell: string): { unit: UnitId; figure: number } | undefined {
  const byUnit = new Map<UnitId, number>();
  const place = columns.place(cell) ?? -1;
  for (const { unit, at, values } of counted) {
    const index = at.indexOf(place);
    const micro = index < 0 ? 0 : (values[index] ?? 0);
    if (micro !== 0) byUnit.set(unit, (byUnit.get(unit) ?? 0) + micro);
  }
  let most: { unit: UnitId; figure: number } | undefined;
  for (const [unit, micro] of byUnit)
    if (micro / 1_000_000 > (most?.figure ?? 0)) most = { unit, figure: micro / 1_000_000 };
  return most;
}
