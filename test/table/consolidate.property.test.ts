import fc from "fast-check";
import { expect, test } from "vitest";
import { type CellValue, filledFrom } from "../../src/core/cells.ts";
import { cellId, type FlowBlock } from "../../src/core/flow/flow.ts";
import { emptyReport } from "../../src/core/report.ts";
import type { Unit } from "../../src/core/roster.ts";
import { addUp, columnsOf, counts, lineOf, partOf, summed } from "../../src/core/table/ledger.ts";
import { tablesOf } from "../../src/core/table/tabulate.ts";
import { treeOf } from "../../src/core/table/tree.ts";
import { campaignText, flowOf } from "../flow/files.ts";

const flow = flowOf(campaignText);
const columns = columnsOf(flow);
const departments = Object.keys(flow.asks);

/** A small generator of our own: seeded, so that a failure names the round that it failed in. */
function chance(seed: number) {
  let state = seed * 2654435761 + 1;
  const next = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return { below: (most: number) => Math.floor(next() * most), is: (share: number) => next() < share };
}

type Told = {
  readonly unit: string;
  readonly round: number;
  readonly counted: boolean;
  readonly cells: Record<string, CellValue>;
};

/** A tree of up to five levels and 25 units, and what its leaves reported in two rounds. */
function campaign(seed: number) {
  const { below, is } = chance(seed);
  const units: Unit[] = [{ id: "top", name: "top", short: "top", reports: false }];
  for (let index = 0; index < 3 + below(22); index += 1) {
    const parent = units[below(units.length)];
    const branch = is(0.3);
    const department = departments[below(departments.length)] ?? "";
    if (!parent || parent.department !== undefined) continue;
    const unit = { id: `u${index}`, name: `u${index}`, short: `u${index}`, parent: parent.id, reports: !branch };
    units.push(branch ? unit : { ...unit, department });
  }
  const told: Told[] = [];
  for (const { id, department } of units)
    for (const round of [1, 2]) {
      if (department === undefined || is(0.2)) continue;
      const cells: Record<string, CellValue> = {};
      // Most tell a cell here and there, some long stretches.
      const share = is(0.1) ? 0.95 : 0.1;
      for (const cell of columns.ids) {
        if (!is(share)) continue;
        const money = cell.endsWith(".fines");
        cells[cell] = is(0.1) ? "n/a" : is(0.3) ? 0 : money ? (below(90_000) - 500) / 10_000 : below(400) - 3;
      }
      told.push({ unit: id, round, counted: is(0.8), cells });
    }
  return { units, told };
}

/** What the units told together of each cell, in whole ten-thousandths, as somebody would work it out with paper. */
function onPaper(told: readonly Told[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { cells } of told)
    for (const [id, value] of Object.entries(cells))
      if (typeof value === "number") sums.set(id, (sums.get(id) ?? 0) + Math.round(value * 10_000));
  return sums;
}

/** The sum of some cells of the paper; undefined where nobody told any of them. */
function byHand(paper: ReadonlyMap<string, number>, ids: readonly string[]): number | undefined {
  const figures = ids.flatMap((id) => paper.get(id) ?? []);
  return figures.length === 0 ? undefined : figures.reduce((sum, figure) => sum + figure, 0) / 10_000;
}

/** Where code is mutated every mutant is held against a few of them. */
const ROUNDS = process.env.MUTATED_TESTS === undefined ? 1_000 : 10;

test("every node of any tree shows the sum of what lies below it, and rates worked out from sums, in 1,000 seeded rounds", () => {
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const { units, told } = campaign(seed);
    const tree = treeOf({ units });
    const lines = told.map(({ unit, round, counted, cells }) => {
      const report = { ...emptyReport(flow.id, String(round), unit), cells: filledFrom(cells) };
      return { round, line: lineOf(columns, report, counted ? "on-time" : "draft") };
    });
    const rounds = [1, 2].map((of) =>
      summed(
        columns,
        lines.flatMap(({ round, line }) => (round === of && counts(line) ? [line] : [])),
      ),
    );
    for (const node of units) {
      const within = tree.within(node.id);
      // A small part is added up, of a large one what is left out is taken off: nodes of every size do both.
      const [first, second] = rounds.map((round) => partOf(columns, round, ({ unit }) => within.has(unit)));
      if (!first || !second) throw new Error("no rounds");
      const tables = tablesOf(flow, addUp(columns, [second]), addUp(columns, [first, second]));
      const below = told.filter((each) => within.has(each.unit) && each.counted);
      const paper = onPaper(below.filter((each) => each.round === 2));
      const all = onPaper(below);
      for (const [index, block] of flow.blocks.entries()) {
        const table = tables[index];
        const [round, cumulative] = [
          { ...table?.round, ...table?.roundTotals },
          { ...table?.cumulative, ...table?.cumulativeTotals },
        ];
        expect(mismatch(block, round, paper), `round ${seed}, ${node.id}`).toBeUndefined();
        expect(mismatch(block, cumulative, all), `cumulative ${seed}, ${node.id}`).toBeUndefined();
      }
    }
  }
}, 300_000);

/** The first cell, or total over the rows, that differs from the sum by hand; computed groups and rates included. */
function mismatch(
  block: FlowBlock,
  cells: Readonly<Record<string, number | undefined>>,
  paper: ReadonlyMap<string, number>,
): string | undefined {
  for (const row of [undefined, ...block.rows])
    for (const group of block.groups)
      for (const column of group.columns) {
        const rows = row ? [row] : block.rows;
        const ids = (id: string) =>
          rows.flatMap((each) => (group.sums ?? [group.id]).map((from) => cellId(each.id, from, id)));
        const { computed } = column;
        const at = row ? cellId(row.id, group.id, column.id) : `${group.id}.${column.id}`;
        const shown = cells[at];
        if (!computed) {
          if (byHand(paper, ids(column.id)) !== shown) return at;
          continue;
        }
        const [part, whole] = [byHand(paper, ids(computed.of)), byHand(paper, ids(computed.to))];
        const rate = part === undefined || whole === undefined || whole <= 0 ? undefined : (part / whole) * 100;
        if ((rate === undefined) !== (shown === undefined) || Math.abs((rate ?? 0) - (shown ?? 0)) > 0.005001)
          return at;
      }
  return undefined;
}

test("a unit is in exactly one branch of any node that it lies below", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const { units } = campaign(seed);
      const tree = treeOf({ units });
      for (const node of units)
        for (const { id } of units) {
          const branch = tree.branchTo(node.id, id);
          const below = tree.within(node.id).has(id) && id !== node.id;
          expect(branch !== undefined).toBe(below);
          if (branch !== undefined) expect(tree.within(branch).has(id)).toBe(true);
        }
    }),
    { numRuns: 50 },
  );
});
