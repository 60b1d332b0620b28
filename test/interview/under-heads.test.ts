import { expect, test } from "vitest";
import { cellAt, idsIn } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

function asked(): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return person;
}

const cell = (person: Talk, id: string) => cellAt(person.report().cells, id);

test("figures below the heads of a table belong to them in their order, not in the form's", () => {
  const person = asked();
  person.say("物资 整改 排查 不合格\n口罩 1 12 2\n熔喷布 0 3 0");
  expect(cell(person, "mask.screening.screened")).toBe(12);
  expect(cell(person, "mask.screening.rectified")).toBe(1);
  expect(cell(person, "meltblown.screening.screened")).toBe(3);
});

test("heads may stand over several groups, and below a row and a class", () => {
  const person = asked();
  person.say("排查 不合格 整改 抽查企业 批次 不合格批次\n口罩 4 1 1 8 10 1");
  expect(cell(person, "mask.sampling.batches")).toBe(10);
  person.say("口罩 质量违法\n立案 处罚 罚没（万元） 移送 被查处 出动\n3 3 1.5 0 1 24");
  expect(cell(person, "mask.quality.officers")).toBe(24);
});

test("heads above the figures of the screen that is asked are read as such", () => {
  const person = asked();
  person.say("口罩");
  expect(person.say("不合格 排查 整改\n2 12 1")).toContain("✓ 口罩 排查12 不合格2 整改1");
});

test("heads with more or fewer figures below them leave the line unread", () => {
  const person = asked();
  expect(person.say("排查 不合格\n口罩 12 2 1")).not.toContain("✓");
  expect(idsIn(person.report().cells)).toEqual([]);
});

test.each([
  "第1期 福州市市场监督管理局",
  "统计时间：5月11日—5月20日",
  "填报人：张三 电话：0591-87654321",
  "口罩 2020/5/20",
  "口罩周报 5月20日",
])("a line above the figures, %s, gives none", (line) => {
  const person = asked();
  person.say(`${line}\n口罩 排查12 不合格2 整改1`);
  const { cells } = person.report();
  expect(idsIn(cells).map((id) => `${id} ${cellAt(cells, id)}`)).toEqual([
    "mask.screening.screened 12",
    "mask.screening.failed 2",
    "mask.screening.rectified 1",
  ]);
});

test("a date is no row of figures", () => {
  const person = asked();
  person.say("口罩");
  expect(person.say("2020/5/20")).toContain("没看懂“2020/5/20”");
});
