import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scaleOf } from "../../src/exports/chart/scale.ts";
import { isDashed } from "../../src/exports/chart/trend.ts";
import type { Chart } from "../../src/exports/export.ts";
import { makeChart } from "../../src/exports/index.ts";
import { languages, wordingOf } from "../../src/wording/wording.ts";

const { word } = wordingOf("zh-CN");
const rounds = ["第1期", "第2期", "第3期"];
const names = ["福州市市场监管局", "=1+1", "名".repeat(300), "", "\u0000\ud800"];
const common = { title: "立案", note: "各期新增", theme: "light", unit: "件" } as const;

const charts: Readonly<Record<string, Chart>> = {
  "a trend": { ...common, kind: "trend", rounds, series: [{ name: "口罩", values: [1, undefined, -3] }], open: true },
  "a trend of many": {
    ...common,
    kind: "trend",
    rounds,
    series: names.concat(names).map((name, index) => ({ name, values: [index, 2, 9e12] })),
  },
  "a trend without figures": { ...common, kind: "trend", rounds: [], series: [] },
  "a trend that nobody reported to": {
    ...common,
    kind: "trend",
    rounds,
    series: [{ name: "x", values: [undefined, undefined, undefined] }],
  },
  "a ranking": {
    ...common,
    kind: "ranking",
    bars: names.map((name, index) => ({ name, value: index === 3 ? undefined : 5 - 2 * index, late: index === 1 })),
  },
  "a ranking of nobody": { ...common, kind: "ranking", bars: [] },
  "a strip": {
    ...common,
    kind: "timeliness",
    rounds,
    units: names.map((name) => ({ name, standings: ["late", "none", "open"] })),
  },
  "a strip of nobody": { ...common, kind: "timeliness", rounds: [], units: [] },
};

describe("a chart", () => {
  test.each(Object.entries(charts))("is drawn: %s", async (_, chart) => {
    for (const theme of ["light", "dark"] as const)
      for (const language of languages) {
        const { bytes, width, height, name } = await makeChart({ ...chart, theme }, wordingOf(language).word);
        expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe("PNG");
        expect([width, height > 200 && height < 1_200]).toEqual([1_080, true]);
        expect(name).toBe("立案.png");
      }
  });

  test("of thousands of units shows as many as a reader looks at", async () => {
    const units = Array.from({ length: 3_000 }, (_, index) => ({
      name: `单位${index}`,
      standings: rounds.map(() => "on-time" as const),
    }));
    const strip = await makeChart({ ...common, kind: "timeliness", rounds, units }, word);
    expect(strip.height).toBeLessThan(6_000);
    const bars = units.map(({ name }, index) => ({ name, value: index }));
    expect((await makeChart({ ...common, kind: "ranking", bars }, word)).height).toBeLessThan(2_500);
  });
});

test("a scale holds every value, begins at 0 unless one is less, and is marked at few round figures", () => {
  // Figures have six decimals at the most.
  const value = fc.integer({ min: -1e15, max: 1e15 }).map((millionths) => millionths / 1e6);
  fc.assert(
    fc.property(fc.array(value, { maxLength: 20 }), (values) => {
      const { from, to, marks } = scaleOf(values);
      for (const each of values) expect(each >= from && each <= to).toBe(true);
      if (values.every((each) => each >= 0)) expect(from === 0).toBe(true);
      expect(marks.length).toBeGreaterThanOrEqual(2);
      expect(marks.length).toBeLessThanOrEqual(7);
      expect([...marks].sort((a, b) => a - b)).toEqual(marks);
    }),
  );
});

test("dashes are explained only where a line runs into the open round", () => {
  const series = (...values: (number | undefined)[]) => [{ name: "口罩", values }];
  const over = { rounds: ["第1期", "第2期"], open: true } as const;
  expect(isDashed({ ...over, series: series(1, 2) })).toBe(true);
  expect(isDashed({ ...over, series: series(1, undefined) })).toBe(false);
  expect(isDashed({ ...over, series: series(undefined, 2) })).toBe(false);
  expect(isDashed({ ...over, open: false, series: series(1, 2) })).toBe(false);
});
