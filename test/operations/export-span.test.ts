import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { askToExport, serveControl } from "../../src/control.ts";
import { exports } from "../../src/exports/index.ts";
import { returnShape } from "../../src/exports/json/shape.ts";
import { type World, world } from "../world.ts";

let it: World;
let folder: string;
let stop: () => Promise<void>;

async function report(screened: number): Promise<void> {
  const liaison = "fuzhou-market-liaison";
  await it.say(
    liaison,
    `口罩 排查${screened} 抽查企业2 批次${2 * screened} 不合格批次1\n其余都是0\n工作情况：已检查。`,
  );
  await it.say(liaison, "提交");
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-span-"));
  it = await world({ folder, exports });
  await report(12);
  await it.at("2020-05-26T10:00+08:00");
  await report(3);
  stop = await serveControl(folder, it.bot.house, it.store);
}, 120_000);

afterAll(async () => {
  await stop();
  await it.end();
  await rm(folder, { recursive: true, force: true });
});

/** The JSON file that goes up of the rounds so named, asked for over the socket of the running bot. */
async function exported(rounds: string): Promise<z.infer<typeof returnShape> | undefined> {
  const asked = await askToExport(folder, rounds, ["json"]);
  if (asked === "none") throw new Error("no bot runs there");
  if ("problem" in asked) return undefined;
  const [up] = asked.files;
  return up && returnShape.parse(JSON.parse(Buffer.from(up.bytes).toString()));
}

test.each(["1-2", "1—2", "all", "全部", "第1期到第2期"])("the span %s is the sum over its rounds", async (span) => {
  const file = await exported(span);
  expect(file?.rounds.map(({ number }) => number)).toEqual([1, 2]);
  const [table] = file?.tables ?? [];
  expect(table?.round["mask.screening.screened"]).toBe(15);
  expect(table?.cumulative["mask.screening.screened"]).toBe(15);
  // Worked out from the sums: 2 of 30, and never the mean of 1 of 24 and 1 of 6.
  expect(table?.round["mask.sampling.failure_rate"]).toBe(6.67);
});

test.each([
  ["2", 3, 15],
  ["2020-05-21", 12, 12],
  ["上期", 12, 12],
])("a single round %s has its own figures beside the cumulative ones", async (round, own, ever) => {
  const [table] = (await exported(round))?.tables ?? [];
  expect([table?.round["mask.screening.screened"], table?.cumulative["mask.screening.screened"]]).toEqual([own, ever]);
});

test.each(["3", "1-3", "2020-05-22", "1-2 福州", "", "-"])("there is nothing to export of %j", async (rounds) => {
  expect(await exported(rounds)).toBeUndefined();
});

test("each format of a span is written for both readers, under a name that says which rounds", async () => {
  const asked = await askToExport(folder, "1-2", ["csv", "xlsx"]);
  const names = asked !== "none" && "files" in asked ? asked.files.map(({ name }) => name) : [];
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toContain("第1—2期");
});
