import type { Cells } from "../../core/cells.ts";
import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import type { Report } from "../../core/report.ts";
import type { Round } from "../../core/round.ts";
import { addUp, columnsOf, counts, figuresIn, type Line, lineOf, partOf, summed } from "../../core/table/ledger.ts";
import type { Table } from "../../core/table/table.ts";
import { tablesOf } from "../../core/table/tabulate.ts";
import type { House } from "../house.ts";
import type { Only } from "./consolidate.ts";
import { standingOf } from "./standings.ts";

/** What a return comes to: its tables, and the cumulative figures of a unit, for the one file that lists them. */
export type ReturnSums = { readonly tables: readonly Table[]; readonly cumulative: (unit: UnitId) => Cells };

/**
 * Adds up the reports that a return counts, and with them what was reported in the rounds before it, also by units that
 * owe this one nothing. Earlier rounds are in their ledgers: read unit by unit they took fifty times as long.
 */
export async function sumsOf(
  house: House,
  flow: Flow,
  round: Round,
  reports: readonly Report[],
  only: Only,
): Promise<ReturnSums> {
  const columns = columnsOf(flow);
  const earlier = house.rounds.of(round.flow).filter(({ due }) => due < round.due);
  const ledgers = await Promise.all(earlier.map((each) => house.ledgers.of(flow, each)));
  const before = ledgers.map(({ counted }) => partOf(columns, counted, ({ unit }) => only(unit)));
  const known = new Map((await house.ledgers.of(flow, round)).lines.map((line) => [line.unit, line]));
  const lines = reports.map((report) => {
    const [line, standing] = [known.get(report.unit), standingOf(report)];
    // A posting counts what may have changed since; the rest has been read already.
    const same = line?.revision === report.revision && line.standing === standing;
    return same ? line : lineOf(columns, report, standing);
  });
  const now = summed(
    columns,
    lines.filter((line) => counts(line)),
  );
  const ever = [...before, now];
  let units: ReadonlyMap<UnitId, readonly Line[]> | undefined;
  return {
    tables: tablesOf(flow, addUp(columns, [now]), addUp(columns, ever)),
    cumulative: (unit) => {
      units ??= byUnit(ever.flatMap((each) => each.lines));
      return figuresIn(columns, summed(columns, units.get(unit) ?? []));
    },
  };
}

function byUnit(lines: readonly Line[]): ReadonlyMap<UnitId, readonly Line[]> {
  const units = new Map<UnitId, Line[]>();
  for (const line of lines) {
    const own = units.get(line.unit);
    if (own) own.push(line);
    else units.set(line.unit, [line]);
  }
  return units;
}
