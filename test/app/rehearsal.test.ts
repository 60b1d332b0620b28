import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { pino } from "pino";
import { expect, test } from "vitest";
import { rehearse } from "../../src/app/rehearsal/rehearse.ts";
import type { Made } from "../../src/exports/export.ts";
import { makeForm, workbook } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster } from "../world.ts";

async function rehearsed(flowFile: string, units: number, rounds: number, seed: number) {
  const folder = await mkdtemp(join(tmpdir(), "baosong-rehearsed-"));
  const store = await openLowdb({ folder });
  const files: Made[] = [];
  try {
    const result = await rehearse(
      {
        store,
        flows: [flowFrom(flowFile)],
        roster: exampleRoster(),
        form: makeForm,
        secrets,
        imports: [],
        exports: [workbook],
        log: pino({ level: "silent" }),
        language: "zh-CN",
      },
      {
        units,
        rounds,
        seed,
        progress: () => {},
        keep: async (made) => {
          files.push(...made);
        },
      },
    );
    return { result, files };
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

test("a rehearsed campaign's totals equal an independent sum, in every cell, of the round and cumulative", async () => {
  const { result, files } = await rehearsed("flows/epidemic-supplies-weekly.yaml", 24, 2, 7);
  expect(result.wrong).toEqual([]);
  expect(result.cellsChecked).toBe(2 * 2 * (8 * 43 - 8 + 4));
  expect(result.reports).toBeGreaterThan(30);
  expect(files.filter(({ name }) => name.endsWith(".xlsx"))).toHaveLength(4);
  for (const { bytes } of files) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    expect(book.worksheets.slice(0, 2).map(({ name }) => name)).toEqual(["情况表", "情况表（原件）"]);
  }
});

test("the same seed plays the same campaign, another seed another one", async () => {
  const [first, again, other] = [
    await rehearsed("flows/epidemic-supplies-weekly.yaml", 8, 1, 1),
    await rehearsed("flows/epidemic-supplies-weekly.yaml", 8, 1, 1),
    await rehearsed("flows/epidemic-supplies-weekly.yaml", 8, 1, 2),
  ];
  expect(again.result).toEqual(first.result);
  expect(other.result.messages).not.toBe(first.result.messages);
});
