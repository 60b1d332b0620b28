import { expect, test } from "vitest";
import { byId, cellAt } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

/** A market regulator who gave a figure of one column that stands in several classes. */
function waiting(text = "口罩 立案3", language: "zh-CN" | "en" = "zh-CN") {
  const person = talk(flow, "market-regulation", language);
  person.command("report");
  person.say(text);
  return person;
}

test.each([
  ["口罩 立案3", "其余都是0", "“立案3”还没存，请先选类别"],
  ["口罩 立案 核减1", "其余都是0", "“立案 核减1”还没存，请先选类别"],
  ["口罩 立案3", "口罩都是0", "“立案3”还没存，请先选类别"],
  ["口罩 立案3", "立刻报", "“立案3”还没存，请先选类别"],
])("a figure that waits for its class is not swept away: %s, then %s", (given, then, told) => {
  const person = waiting(given);
  expect(person.say(then)).toContain(told);
  expect(person.buttons().map(({ label }) => label)).toContain("质量违法");
  expect(byId(person.report().cells)).toEqual({});
  const chosen = person.press("质量违法");
  // Nothing was filed yet that 核减 could take off: that is what is said of it now.
  if (given.endsWith("核减1")) expect(chosen).toContain("对不上");
  else expect(cellAt(person.report().cells, "mask.quality.filed")).toBe(3);
});

test("so it is in English", () => {
  const person = waiting("口罩 罚没2万元 立案 5", "en");
  expect(person.say("the rest 0")).toContain("is not kept yet: choose its class first");
  person.press("Quality");
  expect(cellAt(person.report().cells, "mask.quality.fines")).toBe(2);
  expect(cellAt(person.report().cells, "mask.quality.filed")).toBe(5);
});

test("what else is said meanwhile is kept, and the figure goes on waiting", () => {
  const person = waiting();
  const answer = person.say("防护服 排查 9");
  expect(answer).toContain("✓ 防护服 排查9");
  expect(answer).toContain("“立案3”还没存，请先选类别");
  person.say("价格违法");
  expect(byId(person.report().cells)).toEqual({ "protective_clothing.screening.screened": 9, "mask.price.filed": 3 });
});

test("the figure written out with its class, or given anew, is an answer", () => {
  const person = waiting();
  expect(person.say("口罩 立案 5")).toContain("质量违法");
  expect(person.say("口罩 质量违法 立案 4")).toContain("立案4");
  expect(byId(person.report().cells)).toEqual({ "mask.quality.filed": 4 });
});

test.each(["否", "上一屏"])("is said to be lost where %s leaves the question", (text) => {
  expect(waiting().say(text)).toContain("“立案3”没有存：没选类别");
});

test("is said to be lost where a command leads elsewhere", () => {
  const person = waiting();
  expect(person.command("review")).toContain("“立案3”没有存：没选类别");
});

test.each([
  ["口罩 排查约12", "约12"],
  ["12 2 1", "12 2 1"],
  ["面包 12 2 1", "面包 12 2 1"],
  ["防护服 立案2", "立案2"],
])("what is refused meanwhile is told and remembered: %s", (text, part) => {
  const person = waiting();
  const answer = person.say(text);
  expect(answer).toContain(part);
  expect(answer).toContain("“立案3”还没存，请先选类别");
  person.say("质量违法");
  const rest = person.say("其余都是0");
  expect(rest).toContain("没存");
  expect(rest).toContain(part);
});

test("what is kept beside 其余都是0 is kept, and the rest waits", () => {
  const person = waiting();
  const answer = person.say("防护服 排查 9\n其余都是0");
  expect(answer).toContain("✓ 防护服 排查9");
  expect(answer).toContain("“立案3”还没存，请先选类别");
  expect(byId(person.report().cells)).toEqual({ "protective_clothing.screening.screened": 9 });
});

test("so is a line of the review that is mended while the place of bare figures is asked for", () => {
  const person = talk(flow, "market-regulation");
  person.say("口罩 排查12 不合格2 整改1\n口罩 监督抽查 2 4 0\n其余都是0");
  person.say("工作情况：走访企业3家，检查药店12家。");
  person.command("review");
  expect(person.say("30 40 2")).toContain("是哪里的数？");
  const answer = person.say("1 排查=15");
  expect(answer).toContain("✓ 口罩 排查 12 → 15");
  expect(answer).toContain("“30 40 2”还没存");
  expect(person.say("2 批次=5")).toContain("批次 4 → 5");
  expect(person.say("31 41 2")).toContain("“30 40 2”没有存：没选哪里");
});

/** Somebody who says a fine while 防护服 监督抽查 is asked; 口罩 has one already. */
function fineAtSampling() {
  const person = talk(flow, "market-regulation");
  person.command("report");
  const said = ["口罩 防护服", "12 2 1", "8 10 1", "质量违法", "3 2 1.5 0 1 24", "5 0 0"];
  for (const each of said) person.say(each);
  const answer = person.say("罚没900元");
  return { person, answer };
}

test("the question of a class names the row, and a press leaves it for what was asked before", () => {
  const { person, answer } = fineAtSampling();
  expect(answer).toContain("防护服：“罚没900元”是哪一类的？");
  const left = person.press("都不是");
  expect(left).toContain("“罚没900元”没有存");
  expect(left).toContain("防护服 · 监督抽查");
});

test.each(["算了", "不要了", "没有了", "先不填", "都没有", "取消", "先到这", "都不是，不要了"])(
  "the question of a class is left by %s, and what waited does not hold up the rest",
  (text) => {
    const { person } = fineAtSampling();
    const left = person.say(text);
    expect(left).toContain("“罚没900元”没有存");
    expect(left).toContain("防护服 · 监督抽查");
    expect(person.say("其余都是0")).toContain("✓ 防护服 抽查企业0 批次0 不合格批次0");
  },
);

test.each(["3 4 0", "抽查企业3 批次4 不合格批次0"])(
  "a whole answer to the screen that stood open before is taken there: %s",
  (text) => {
    const { person } = fineAtSampling();
    const answer = person.say(text);
    expect(answer).toContain("✓ 防护服 抽查企业3 批次4 不合格批次0");
    expect(answer).toContain("“罚没900元”没有存");
  },
);

test("as many figures as a class asks are not taken for the screen before", () => {
  const { person } = fineAtSampling();
  const answer = person.say("3 0 0 0 0 24");
  expect(answer).not.toContain("✓");
  expect(answer).toContain("“罚没900元”还没存");
});

test("the row that was meant may be named instead of the class", () => {
  const { person } = fineAtSampling();
  const answer = person.say("口罩");
  expect(answer).toContain("口罩：“罚没900元”是哪一类的？");
  expect(answer).not.toContain("没有存");
  expect(person.press("质量违法")).toContain("✓ 口罩 质量违法 罚没 1.5 → 0.09");
});
