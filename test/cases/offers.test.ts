import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { checkFiles } from "../../src/app/check.ts";
import { inEnglish } from "../flow/files.ts";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

let played: World | undefined;
afterEach(() => played?.end());

/** Hands a clue about masks of a class to a unit. */
async function handOver(to: string, kind: string): Promise<void> {
  for (const words of ["/clue new", "某网店销售假冒口罩", to, "口罩", kind, "跳过", "是"])
    await played?.say("fuzhou-market-liaison", words);
}

test("clues handed to the police are offered to the weekly table, taken by one press, and never filled in", async () => {
  played = await world({ caseFlows: shippedCaseFlows() });
  await played.bot.tick();
  await handOver("福州公安", "质量");
  await handOver("福州公安", "质量");
  await handOver("福州商务", "质量");
  await played.say("fuzhou-market-liaison", "填报");
  await played.press("fuzhou-market-liaison", "口罩");
  await played.press("fuzhou-market-liaison", "选好了");
  await played.say("fuzhou-market-liaison", "12 2 1");
  await played.say("fuzhou-market-liaison", "8 10 1");
  await played.press("fuzhou-market-liaison", "质量违法");
  const asked = await played.press("fuzhou-market-liaison", "选好了");
  expect(asked).toContain("线索移交 1、2号：移送公安可记 2");
  expect(await played.bot.desk.report("2020-05-21", "fuzhou-market")).not.toMatchObject({
    cells: { "mask.quality.to_police": expect.anything() },
  });
  const taken = await played.press("fuzhou-market-liaison", "移送公安记 2");
  expect(taken).toContain("移送公安2");
  expect((await played.bot.desk.report("2020-05-21", "fuzhou-market"))?.cells["mask.quality.to_police"]).toBe(2);
});

test("a figure that is other than the clues say is shown in the review, and left as it is", async () => {
  played = await world({ caseFlows: shippedCaseFlows() });
  await played.bot.tick();
  await handOver("福州公安", "质量");
  await played.say("fuzhou-market-liaison", "口罩 质量违法 立案3 处罚0 罚没0 移送3 被查处0 出动5");
  expect(await played.say("fuzhou-market-liaison", "核对")).toContain(
    "⚠ 线索移交 1号共 1 件，口罩 质量违法 移送公安现记 3",
  );
});

test("a case flow that counts for figures which no return asks is refused at load", () => {
  const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const check = (clue: string) =>
    inEnglish(
      checkFiles(
        {
          flows: [
            { file: "weekly.yaml", text: text("flows/epidemic-supplies-weekly.yaml") },
            { file: "clue.yaml", text: clue },
          ],
          roster: { file: "roster.yaml", text: text("data/example/roster.yaml") },
        },
        () => "hash",
      ).problems,
    ).map(({ message }) => message);
  const clue = text("flows/clue-transfer.yaml");
  expect(check(clue)).toEqual([]);
  expect(check(clue.replace("column: to_police", "column: to_court"))).toEqual([
    "epidemic-supplies-weekly has no figure mask.quality.to_court",
  ]);
  expect(check(clue.replace("flow: epidemic-supplies-weekly", "flow: epidemic-weekly"))).toEqual([
    "there is no return epidemic-weekly",
  ]);
  expect(check(clue.replace("only: { question: receiver,", "only: { question: class,")).join()).toContain("class");
});
