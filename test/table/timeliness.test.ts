import fc from "fast-check";
import { expect, test } from "vitest";
import type { Standing } from "../../src/core/table/table.ts";
import { type Attendance, type Facet, ranked, timelinessBy, timelinessOf } from "../../src/core/table/timeliness.ts";

const attended = (round: number, unit: string, standing: Standing): Attendance => ({
  round: `2020-05-${20 + round}`,
  number: round,
  unit,
  department: unit.endsWith("market") ? "market" : "customs",
  ...(unit.startsWith("top") ? {} : { branch: unit.split("-")[0] ?? "" }),
  standing,
});

const season = [
  attended(1, "a-market", "on-time"),
  attended(1, "a-customs", "late"),
  attended(1, "top-market", "missing"),
  attended(2, "a-market", "on-time"),
  attended(2, "a-customs", "draft"),
  attended(2, "top-market", "on-time"),
];

test("rates count what came on time, late and not at all, by unit, department, city and round", () => {
  expect(timelinessBy("unit", season).map(({ of, onTime, late, missing }) => [of, onTime, late, missing])).toEqual([
    ["a-market", 2, 0, 0],
    ["a-customs", 0, 1, 1],
    ["top-market", 1, 0, 1],
  ]);
  expect(timelinessBy("department", season).map(({ of, onTimeRate }) => [of, onTimeRate])).toEqual([
    ["market", 0.75],
    ["customs", 0],
  ]);
  expect(timelinessBy("branch", season).map(({ of, completeRate }) => [of, completeRate])).toEqual([
    ["a", 0.75],
    ["", 0.5],
  ]);
  expect(timelinessBy("round", season).map(({ of, due }) => [of, due])).toEqual([
    ["2020-05-21", 3],
    ["2020-05-22", 3],
  ]);
});

test("the whole is the sum of its parts, whatever they are told by", () => {
  const standings = fc.constantFrom<Standing>("on-time", "late", "draft", "missing");
  const units = fc.constantFrom("a-market", "a-customs", "b-market", "top-market");
  const some = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), units, standings).map(([round, unit, how]) => attended(round, unit, how)),
  );
  fc.assert(
    fc.property(some, fc.constantFrom<Facet>("unit", "department", "branch", "round"), (given, facet) => {
      const whole = timelinessOf(given);
      const parts = timelinessBy(facet, given);
      for (const figure of ["due", "onTime", "late", "missing"] as const)
        expect(parts.reduce((sum, part) => sum + part[figure], 0)).toBe(whole[figure]);
      for (const { onTimeRate = 0, completeRate = 0 } of parts) expect(onTimeRate).toBeLessThanOrEqual(completeRate);
    }),
  );
});

test("where nothing was due there is no rate, and nobody is ranked", () => {
  expect(timelinessOf([])).toEqual({ of: "", due: 0, onTime: 0, late: 0, missing: 0 });
  expect(ranked([timelinessOf([])])).toEqual([]);
});

test("the best come first: on time before complete, and alike ones in order", () => {
  expect(ranked(timelinessBy("unit", season)).map(({ of }) => of)).toEqual(["a-market", "top-market", "a-customs"]);
});
