import fc from "fast-check";
import { expect, test } from "vitest";
import { byId, type Cells, filledFrom } from "../../src/core/cells.ts";
import { cellId } from "../../src/core/flow/flow.ts";
import { sumOf } from "../../src/core/interview/doubts/checking.ts";
import { emptyReport, type Report } from "../../src/core/report.ts";
import { tabulate } from "../../src/core/table/tabulate.ts";
import { campaignText, flowOf, mealsText } from "../flow/files.ts";

const flow = flowOf(campaignText);
const classes = ["quality", "certification", "licence", "price", "other"];

const unit = (cells: Cells, cumulative: Cells = cells, status: Report["status"] = "submitted") => ({
  report: { ...emptyReport(flow.id, "r1", "u"), status, cells: filledFrom(cells) },
  cumulative: () => cumulative,
});
const supplies = (...units: readonly ReturnType<typeof unit>[]) => {
  const [table] = tabulate(flow, units);
  if (!table) throw new Error("no table");
  return table;
};

test("there is a table for each block, unprinted ones too", () => {
  expect(tabulate(flow, []).map(({ block }) => block)).toEqual(["supplies", "customs", "police"]);
});

test("a draft adds nothing to the round, and its unit's earlier figures stay in the cumulative sums", () => {
  const table = supplies(
    unit({ "mask.screening.screened": 3 }, { "mask.screening.screened": 10 }),
    unit({ "mask.screening.screened": 5 }, { "mask.screening.screened": 7 }, "draft"),
  );
  expect(table.round["mask.screening.screened"]).toBe(3);
  expect(table.cumulative["mask.screening.screened"]).toBe(17);
});

test("what nobody reported is blank, what was reported as nought is 0, and n/a adds nothing", () => {
  const table = supplies(unit({ "mask.screening.screened": 0, "mask.screening.failed": "n/a" }));
  expect(table.round["mask.screening.screened"]).toBe(0);
  expect(table.round["mask.screening.failed"]).toBeUndefined();
  expect(table.round["mask.screening.rectified"]).toBeUndefined();
  expect(table.roundTotals["screening.screened"]).toBe(0);
  expect(table.roundTotals["screening.failed"]).toBeUndefined();
  expect(table.round["mask.total.filed"]).toBeUndefined();
});

test("a rate comes from the sums and is blank with no batch sampled", () => {
  const table = supplies(
    unit({ "mask.sampling.batches": 100, "mask.sampling.failed_batches": 1, "ventilator.sampling.batches": 0 }),
    unit({
      "mask.sampling.batches": 17,
      "mask.sampling.failed_batches": 10,
      "ventilator.sampling.failed_batches": 0,
      "thermometer.sampling.batches": 3,
      "thermometer.sampling.failed_batches": 0,
    }),
  );
  expect(table.round["mask.sampling.failure_rate"]).toBe(9.4);
  expect(table.round["ventilator.sampling.failure_rate"]).toBeUndefined();
  expect(table.round["thermometer.sampling.failure_rate"]).toBe(0);
  expect(table.roundTotals["sampling.failure_rate"]).toBe(9.17);
});

test("amounts add up without the drift of binary fractions", () => {
  const table = supplies(unit({ "mask.quality.fines": 0.1 }), unit({ "mask.quality.fines": 0.2 }));
  expect(table.round["mask.quality.fines"]).toBe(0.3);
  expect(table.round["mask.total.fines"]).toBe(0.3);
});

test("another flow is added up by its own blocks and decimals", () => {
  const meals = flowOf(mealsText);
  const [table] = tabulate(meals, [unit({ "lunch.food.cooked": 30, "lunch.food.wasted": 1 })]);
  expect(table?.round["lunch.food.waste"]).toBe(3.3);
  expect(table?.round["breakfast.food.waste"]).toBeUndefined();
});

const rows = ["mask", "meltblown"];
const ids = rows.flatMap((row) => [
  ...["batches", "failed_batches"].map((column) => cellId(row, "sampling", column)),
  ...classes.flatMap((group) => ["filed", "fines"].map((column) => cellId(row, group, column))),
]);
/** Cells in units of 10^-4 for fines, whole numbers otherwise, so that the independent sum is exact. */
const cells = fc
  .array(fc.tuple(fc.constantFrom(...ids), fc.option(fc.nat(1_000_000), { nil: "n/a" as const })), { maxLength: 30 })
  .map((given): Cells => {
    const value = (id: string, figure: number | "n/a") =>
      figure !== "n/a" && id.endsWith("fines") ? figure / 10_000 : figure;
    return Object.fromEntries(given.map(([id, figure]) => [id, value(id, figure)]));
  });
const status = fc.constantFrom<Report["status"]>("none", "draft", "submitted");
const unitsOf = fc.array(
  fc.tuple(cells, cells, status).map(([now, ever, state]) => unit(now, ever, state)),
  { maxLength: 6 },
);

const naive = (of: readonly Cells[], among: readonly string[]): number | undefined => {
  let sum = 0n;
  let seen = false;
  for (const each of of)
    for (const id of among) {
      const value = each[id];
      if (typeof value !== "number") continue;
      seen = true;
      sum += BigInt(Math.round(value * 10_000));
    }
  return seen ? Number(sum) / 10_000 : undefined;
};

test("property: every sum equals an independent one, cell by cell, over classes and over rows", () => {
  fc.assert(
    fc.property(unitsOf, (units) => {
      const table = supplies(...units);
      const now = units.filter(({ report }) => report.status === "submitted").map(({ report }) => byId(report.cells));
      const ever = units.map(({ cumulative }) => cumulative());
      for (const id of ids) {
        expect(table.round[id]).toBe(naive(now, [id]));
        expect(table.cumulative[id]).toBe(naive(ever, [id]));
      }
      for (const column of ["filed", "fines"]) {
        for (const row of rows) {
          const parts = classes.map((group) => cellId(row, group, column));
          expect(table.cumulative[cellId(row, "total", column)]).toBe(naive(ever, parts));
        }
        const all = rows.flatMap((row) => classes.map((group) => cellId(row, group, column)));
        expect(table.roundTotals[`total.${column}`]).toBe(naive(now, all));
      }
      const [part, whole] = ["failed_batches", "batches"].map((column) =>
        naive(
          ever,
          rows.map((row) => cellId(row, "sampling", column)),
        ),
      );
      const rate = table.cumulativeTotals["sampling.failure_rate"];
      if (part === undefined || !whole) expect(rate).toBeUndefined();
      else expect(rate).toBeCloseTo((part / whole) * 100, 1);
    }),
  );
});

test("property: the cumulative sums of units are those over all their rounds", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (units) => {
      const table = supplies(
        ...units.map((rounds) => {
          const past = rounds.map((each, index) => ({ number: index + 1, cells: filledFrom(each), zero: false }));
          return unit(rounds.at(-1) ?? {}, sumOf(past));
        }),
      );
      for (const id of ids) expect(table.cumulative[id]).toBe(naive(units.flat(), [id]));
    }),
  );
});

test("property: the order of the units changes nothing", () => {
  const shuffled = unitsOf.chain((units) =>
    fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
  );
  fc.assert(
    fc.property(shuffled, ([units, other]) => {
      expect(supplies(...other)).toEqual(supplies(...units));
    }),
  );
});

test("property: an unreported cell and a reported 0 are never taken for each other", () => {
  fc.assert(
    fc.property(unitsOf, fc.constantFrom(...ids), (units, id) => {
      const others = units.map((each) => {
        const { [id]: _gone, ...rest } = byId(each.report.cells);
        return unit(rest, rest, each.report.status);
      });
      expect(supplies(...others).round[id]).toBeUndefined();
      expect(supplies(...others, unit({ [id]: 0 })).round[id]).toBe(0);
    }),
  );
});
