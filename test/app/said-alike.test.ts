import { afterAll, beforeAll, expect, test } from "vitest";
import type { Chart, Return } from "../../src/exports/export.ts";
import { pictureTable } from "../../src/exports/picture/table.ts";
import type { Report } from "../../src/exports/report/parts.ts";
import { reportOf } from "../../src/exports/report/plan.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { type World, world } from "../world.ts";

const { word } = wordingOf("zh-CN");

/** What was handed to whoever draws, and draws nothing. */
const drawn: { captions: string[]; returns: Return[]; charts: Chart[] } = { captions: [], returns: [], charts: [] };
const sketch = (alt: string) => ({ name: "x", type: "image/png", bytes: new Uint8Array(), width: 1, height: 1, alt });

let it: World;
beforeAll(async () => {
  it = await world({
    drawing: {
      picture: async (of, what) => {
        drawn.captions.push(pictureTable(of, what, word).under);
        drawn.returns.push(of);
        return sketch("picture");
      },
      chart: async (chart) => {
        drawn.charts.push(chart);
        return sketch("chart");
      },
    },
  });
  await it.bot.tick();
  for (const unit of ["fuzhou-market", "xiamen-market"]) {
    await it.say(`${unit}-liaison`, "口罩 质量违法 立案3 处罚1 罚没2.5145万元 移送公安1 被查处1 出动24");
    await sent(`${unit}-liaison`);
  }
  await it.say("fj-police-liaison", "受理移送3 刑事立案1");
  await sent("fj-police-liaison");
  await it.say("fuzhou-customs-liaison", "查验12 不合格2");
  await sent("fuzhou-customs-liaison");
  await it.at("2020-05-21T17:00+08:00");
  await it.at("2020-05-25T10:00+08:00");
  await it.say("fuzhou-market-liaison", "口罩 质量违法 立案1 处罚1 罚没0.5万元 移送公安0 被查处1 出动2");
  await sent("fuzhou-market-liaison");
  await it.at("2020-05-28T17:00+08:00");
});
afterAll(() => it.end());

/** Notes the rest as nothing and sends the report, whatever is asked on the way. */
async function sent(person: string): Promise<void> {
  await it.say(person, "其余都没有");
  await it.say(person, "工作情况：开展检查");
  let said = await it.say(person, "提交");
  for (let turn = 0; turn < 4 && !said.includes("已报送"); turn += 1)
    said = await it.say(person, said.includes("跳过") ? "跳过" : "是");
  expect(said).toContain("已报送");
}

const keyLines = (said: string) =>
  said.split("\n").filter((line) => /^(?:排查|抽查企业|立案|查验|对照).*(?:，|：|；)/.test(line));

test("a posting says the key figures of every table and what is set beside them, in the summary's words", async () => {
  const posted = it.heard("leadership").find((said) => said.includes("第1期情况表"));
  const summary = await it.say("leader-1", "汇总 1");
  expect(keyLines(posted ?? "")).toEqual(keyLines(summary));
  expect(keyLines(summary)).toEqual(
    expect.arrayContaining([
      "查验 12 批，不合格 2",
      "对照：表内移送公安 2 件；有关部门报 受理移送 3 件，刑事立案 1 件（不相加）",
    ]),
  );
});

const texts = ({ parts }: Report) => parts.flatMap((part) => ("text" in part ? [part.text] : []));
const of = () => drawn.returns.at(-1) ?? fail();
const fail = (): never => {
  throw new Error("nothing was drawn");
};

test("how whole a span is is counted in reports by the text, the picture and the Word report alike", async () => {
  const said = await it.say("leader-1", "汇总 1-2 累计");
  expect(said).toContain("应报 112 份，已报 5 份");
  expect(said).toMatch(/第2期未报：/);
  expect(drawn.captions.at(-1)).toContain("应报 112 份，已报 5 份");
  expect(texts(reportOf(of(), "leaders", word)).join("\n")).toContain("应报112份，已报5份（其中迟报0份），未报107份");
  expect(texts(reportOf(of(), "up", word)).join("\n")).toContain("应报112份中5份的数据");
});

test("the leaders' Word report says the figures of tables that are not printed; the one that goes up does not", async () => {
  await it.say("leader-1", "汇总 1");
  expect(texts(reportOf(of(), "leaders", word)).join("\n")).toContain("查验12批、不合格2批");
  expect(texts(reportOf(of(), "up", word)).join("\n")).not.toContain("查验");
  // In the first round what was ever reported is what was reported now, and is said once.
  expect(texts(reportOf(of(), "up", word)).filter((text) => text.includes("排查情况："))).toHaveLength(1);
});

test("an amount has the same digits in the text, in the picture and in the Word report", async () => {
  const said = await it.say("leader-1", "汇总 1");
  expect(said).toContain("罚没 5.029 万元");
  const plan = reportOf(of(), "leaders", word);
  expect(texts(plan).join("\n")).toContain("罚没5.029万元");
  const cells = plan.parts.flatMap((part) =>
    part.kind === "table" ? part.table.bands.flatMap(({ rows }) => rows.flatMap((row) => row.cells)) : [],
  );
  expect(cells).toContain("5.029");
  const picture = pictureTable(of(), { block: "supplies", figures: "round", theme: "light" }, word);
  expect(picture.bands.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ text }) => text)))).toContain(
    "5.029",
  );
});

test("the sums of the cases stand under a heading that says what they are", async () => {
  await it.say("leader-1", "汇总 1");
  const captions = it.sent.at(-1)?.blocks.flatMap((block) => (block.kind === "table" ? [block.caption] : []));
  expect(captions).toContain("案件查处（五类合计）");
  expect(texts(reportOf(of(), "leaders", word)).join("\n")).toContain("案件查处（五类合计）：立案6件");
});

test("a trend over rounds of which not as many units reported says so, and each round how many", async () => {
  await it.say("leader-1", "趋势");
  const chart = drawn.charts.at(-1);
  expect(chart).toMatchObject({ kind: "trend", counted: ["已报 4/56", "已报 1/56"] });
  expect(chart?.note).toBe("各期已报的单位数不同，不能直接比高低");
});
