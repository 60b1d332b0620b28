import JSZip from "jszip";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exportRound } from "../../src/app/summaries/export-round.ts";
import type { Outbound } from "../../src/core/message.ts";
import { report } from "../../src/exports/report/index.ts";
import { workbook } from "../../src/exports/workbook/index.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { caseFlowFrom } from "../cases/play.ts";
import { read } from "../exports/fixture.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster, type World, world } from "../world.ts";

let it: World;
beforeEach(async () => {
  it = await world({
    exports: [workbook, report],
    caseFlows: [caseFlowFrom("flows/problem-ledger.yaml"), caseFlowFrom("flows/clue-transfer.yaml")],
  });
});
afterEach(() => it.end());

const finals = (sent: readonly Outbound[]) => sent.filter(({ key }) => key.startsWith("final/"));

/** Reports in words: what was done, a highlight, and where there is one a problem. */
async function write(unit: string, highlight: string, problem?: string): Promise<void> {
  const liaison = `${unit}-liaison`;
  for (const text of ["/report", "已检查。"]) await it.say(liaison, text);
  await it.press(liaison, "补充亮点案例");
  await it.say(liaison, highlight);
  if (problem !== undefined) {
    await it.press(liaison, "补充问题建议");
    await it.say(liaison, problem);
  }
  await it.say(liaison, "/submit");
}

/** The words of the report, and the workbook, of a message. */
async function filesIn(message: Outbound | undefined) {
  const files = (message?.blocks ?? []).flatMap((block) => (block.kind === "file" ? [block] : []));
  const [docx, xlsx] = [
    files.find(({ name }) => name.endsWith("docx")),
    files.find(({ name }) => name.endsWith("xlsx")),
  ];
  if (!docx || !xlsx) throw new Error(`no report and workbook among ${files.map(({ name }) => name)}`);
  const zip = await JSZip.loadAsync(docx.bytes);
  const text = ((await zip.file("word/document.xml")?.async("string")) ?? "").replace(/<[^>]*>/g, "");
  return { names: files.map(({ name }) => name), text, book: await read(xlsx.bytes) };
}

/** Plays six rounds in which two units write, and a problem stays on the ledger. */
async function play(): Promise<void> {
  await write("fuzhou-commerce", "查处无证口罩案一件。", "检测能力不足。");
  for (const text of ["/problem new", "熔喷布无检验记录", "企业排查"]) await it.say("xiamen-market-liaison", text);
  await it.press("xiamen-market-liaison", "提交");
  await it.at("2020-06-08T10:00+08:00");
  await write("fuzhou-commerce", "查处假冒熔喷布案一件。", "检测能力不足。");
  await it.at("2020-06-22T10:00+08:00");
  await write("xiamen-commerce", "帮扶企业转产三家。");
  await it.at("2020-06-24T17:00+08:00");
}

test("the coordinator gets the whole campaign in words and in a workbook, with what was written in any of its rounds", async () => {
  await play();
  const [summary] = finals(it.sent);
  expect(summary?.to.id).toBe("fj-coordinator");
  const { names, text, book } = await filesIn(summary);
  expect(names).toEqual([
    "第1—6期 防疫物资产品质量和市场秩序专项整治行动工作总结 2020-06-23.docx",
    "第1—6期 防疫物资产品质量和市场秩序专项整治行动工作总结 2020-06-23 领导参阅.xlsx",
  ]);
  expect(text).toContain("共6期，56个单位应报336份，报送3份");
  expect(text).toContain("福州市商务局（第1期）：查处无证口罩案一件。");
  expect(text).toContain("福州市商务局（第4期）：查处假冒熔喷布案一件。");
  expect(text).toContain("厦门市商务局（第6期）：帮扶企业转产三家。");
  expect(text.match(/检测能力不足/g)).toHaveLength(1);
  expect(text).toContain("问题台账：共 1 件，办结 0 件，在办 1 件；在办：第1号（厦门市监）待交办。");
  const told = book.getWorksheet("工作情况")?.getSheetValues().flat();
  expect(told).toContain("查处无证口罩案一件。");
  expect(told).toContain("第4期");
  expect(book.getWorksheet("报送情况")?.getRow(1).values).toContain("第6期");
  expect(book.getWorksheet("问题台账")).toBeDefined();
  expect(it.heard("fj-coordinator").join()).toContain("问题台账：共 1 件，办结 0 件，在办 1 件");
});

test("one that may have been lost with the process comes again, marked, and then no more", async () => {
  await it.at("2020-06-24T16:59+08:00");
  it.answerWith((message) => {
    if (message.key.startsWith("final/")) throw new Error("the process is gone");
    return { kind: "sent", id: `b${message.key}` };
  });
  await it.at("2020-06-24T17:00+08:00");
  it = await it.restart();
  await it.at("2020-06-24T17:10+08:00");
  expect(finals(it.sent)).toHaveLength(1);
  expect(finals(it.sent)[0]?.repeat).toBe(true);
  it = await it.restart();
  await it.at("2020-07-31T00:00+08:00");
  expect(finals(it.sent)).toEqual([]);
});

test("every coordinator of the lead unit gets it; one who was not reached gets it later, the others not again", async () => {
  await it.end();
  const roster = exampleRoster();
  const [first] = roster.people.filter(({ role }) => role === "coordinator");
  if (!first) throw new Error("no coordinator");
  const second = { ...first, id: "fj-coordinator-2", accounts: [{ channel: "simulator", id: "fj-coordinator-2" }] };
  it = await world({ roster: { ...roster, people: [...roster.people, second] } });
  await it.at("2020-06-24T16:59+08:00");
  it.answerWith(({ key, to }) =>
    key.startsWith("final/") && to.id === "fj-coordinator-2"
      ? { kind: "retry", after: 60_000 }
      : { kind: "sent", id: key },
  );
  await it.at("2020-06-24T17:00+08:00");
  expect(finals(it.sent).map(({ to }) => to.id)).toEqual(["fj-coordinator"]);
  it.answerWith(({ key }) => ({ kind: "sent", id: key }));
  await it.at("2020-06-24T17:05+08:00");
  expect(finals(it.sent).map(({ to }) => to.id)).toEqual(["fj-coordinator", "fj-coordinator-2"]);
});

test("a late report makes a new one on the next working morning, which says what is new in it", async () => {
  await it.at("2020-06-24T17:20+08:00");
  for (const text of ["零报告", "是", "刚核对完"]) await it.say("putian-commerce-liaison", text);
  await it.at("2020-07-31T00:00+08:00");
  const said = it.heard("fj-coordinator").filter((text) => text.includes("工作总结"));
  expect(said).toHaveLength(2);
  expect(said[1]).toContain("第2份总结，新收：第6期第2版");
  expect(said[1]).toContain("已报 1（其中迟报 1），未报 335");
});

test("a campaign without an end has none, and says so to whoever asks", async () => {
  await it.end();
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const { last_due: _none, ...calendar } = flow.calendar;
  it = await world({ flows: [{ ...flow, calendar }] });
  expect(await it.say("fj-coordinator", "汇总 总结")).toContain("没有结束日期");
  await it.at("2020-08-01T00:00+08:00");
  expect(finals(it.sent)).toEqual([]);
});

test("the group is not told who never reported where the flow keeps that to leaders", async () => {
  await it.end();
  it = await world({ flows: [{ ...flowFrom("flows/epidemic-supplies-weekly.yaml"), missing_names: "leaders" }] });
  await it.at("2020-06-24T17:00+08:00");
  expect(await it.say("leader-1", "汇总 总结", { chat: "leadership" })).toContain("请在与我的私聊里要");
  expect(await it.say("leader-1", "汇总 总结")).toContain("应报 336 份");
});

test("the operator has it as files once the campaign is over, and is told when that is before", async () => {
  const before = await exportRound(it.bot.house, "final", ["docx"]);
  const problem = "problem" in before ? before.problem : "";
  expect(wordingOf("en").text(problem)).toContain(
    "epidemic-supplies-weekly ends with round 6, 2020-06-24T17:00:00+08:00\n    -> until then export all",
  );
  expect(wordingOf("zh-CN").text(problem)).toContain("epidemic-supplies-weekly 到第6期为止，2020-06-24T17:00:00+08:00");
  await it.at("2020-06-24T17:00+08:00");
  const after = await exportRound(it.bot.house, "总结", ["docx", "xlsx"]);
  expect("files" in after ? after.files.map(({ name }) => name.slice(-8)) : after).toEqual(
    ["6-23.xlsx", "6-23.docx", "导参阅.xlsx", "导参阅.docx"].map((name) => name.slice(-8)),
  );
});
