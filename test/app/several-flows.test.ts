import { afterEach, beforeEach, expect, test } from "vitest";
import { readPerson, readReport } from "../../src/app/documents.ts";
import { cellAt } from "../../src/core/cells.ts";
import { shippedCaseFlows } from "../cases/play.ts";
import { type World, world } from "../world.ts";
import { inspections, supplies } from "./two-flows.ts";

/* Two weekly returns of the same units and the three kinds of cases, in one bot. */

const liaison = "putian-market-liaison";

let it: World;
beforeEach(async () => {
  it = await world({ flows: [supplies, inspections], caseFlows: shippedCaseFlows() });
  await it.bot.tick();
});
afterEach(() => it.end());

const statusOf = async (flow: string) => (await readReport(it.store, flow, "2020-05-21", "putian-market")).status;

test("who owes two is asked which, and once one is sent goes straight on with the one that is left", async () => {
  expect(await it.say(liaison, "填报")).toContain("要填哪一份？");
  await it.press(liaison, "防疫物资");
  await it.say(liaison, "零报告");
  await it.press(liaison, "防疫物资");
  await it.say(liaison, "是");
  expect(await statusOf("epidemic-supplies-weekly")).toBe("submitted");
  const begun = await it.say(liaison, "填报");
  expect(begun).not.toContain("要填哪一份？");
  await it.say(liaison, "口罩 排查12 不合格2 整改1");
  expect(await statusOf("inspections-weekly")).toBe("draft");
});

test("the standing of a liaison shows both, with buttons that say which", async () => {
  await it.say(liaison, "/report in");
  await it.say(liaison, "口罩 排查12 不合格2 整改1");
  const said = await it.say(liaison, "进度");
  expect(said).toContain("防疫物资专项整治周报 · 第1期 · 莆田市市场监督管理局");
  expect(said).toContain("还没开始填");
  expect(said).toContain("市场检查周报 · 第1期 · 莆田市市场监督管理局");
  expect(said).toMatch(/还差 \d+ 屏/);
  expect(await it.press(liaison, "开始填报")).toContain("本期哪些物资");
  const { prompt } = await readPerson(it.store, liaison);
  expect(prompt?.flow).toBe("epidemic-supplies-weekly");
});

test("what is looked through from there is the return that the button stands under", async () => {
  await it.say(liaison, "/report fy");
  await it.say(liaison, "口罩 排查7 不合格2 整改1");
  await it.say(liaison, "/report in");
  await it.say(liaison, "口罩 排查12 不合格2 整改1");
  await it.say(liaison, "进度");
  const choices = it.sent.at(-1)?.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : [])) ?? [];
  const looks = choices.filter(({ label }) => label === "核对").map(({ action }) => action);
  expect(looks).toHaveLength(2);
  const [now = "", other = ""] = looks;
  expect(await it.act(liaison, { kind: "pressed", action: other })).toContain("排查7");
  expect(await it.act(liaison, { kind: "pressed", action: now })).toContain("排查12");
});

test("cases of every kind that are opened in the middle leave the question of the report where it was", async () => {
  await it.say(liaison, "/report in");
  expect(await it.say(liaison, "口罩")).toContain("如 12 2 1");
  const before = (await readPerson(it.store, liaison)).prompt;
  expect(before?.flow).toBe("inspections-weekly");
  const cases = [
    ["/urgent", "仓库起火", "莆田市荔城区", "口罩", "重大", "跳过", "已知悉"],
    ["/problem new", "某公司口罩不合格", "监督抽查", "提交"],
    ["/clue new", "某网店售假", "莆田公安", "口罩", "质量", "跳过", "提交"],
  ];
  for (const words of cases) {
    const said: string[] = [];
    for (const text of words) said.push(await it.say(liaison, text));
    expect(said.at(-1)).toContain("第1号");
    expect((await readPerson(it.store, liaison)).prompt).toEqual(before);
  }
  await it.say(liaison, "12 2 1");
  const { cells } = await readReport(it.store, "inspections-weekly", "2020-05-21", "putian-market");
  expect(cellAt(cells, "mask.screening.screened")).toBe(12);
  expect(await statusOf("epidemic-supplies-weekly")).toBe("none");
});
