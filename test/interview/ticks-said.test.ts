import { describe, expect, test } from "vitest";
import { byId, cellAt } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** Asked which supplies saw work. */
function asked(): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return person;
}

test("where supplies are chosen, 都是0 is none of them", () => {
  const person = asked();
  expect(person.say("都是0")).toContain("✓ 都没有");
});

test("a figure that names its row and column is kept, also as 改成", () => {
  const person = asked();
  person.say("口罩排查改成12");
  expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
  person.say("口罩 排查由12改为14 不合格的改成2");
  expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(14);
  expect(cellAt(person.report().cells, "mask.screening.failed")).toBe(2);
});

test("bare figures behind a row are asked for their class, and kept there", () => {
  const person = asked();
  expect(person.say("口罩 42 7 5")).toBe(
    "口罩：“42 7 5”是哪一类的？生产企业排查、监督抽查\n[生产企业排查] [监督抽查] [都不是，不要了]",
  );
  person.press("生产企业排查");
  expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(42);
});

test("bare figures behind the row that is being asked answer what is asked", () => {
  const person = asked();
  person.say("口罩");
  expect(person.say("口罩 42 7 5")).toContain("✓ 口罩 排查42 不合格7 整改5");
});

test.each([
  ["检查5", "口罩 排查5"],
  ["排查5", "口罩 排查5"],
  ["防护服12", "防护服 排查12"],
])("figures that name no place, %s, are given back with one, and tick nothing", (text, example) => {
  const person = asked();
  expect(person.say(text)).toContain(example);
  expect(person.report().chosen).toEqual({});
});

test("a number ticks by itself, and numbers a list in front of names", () => {
  expect(asked().say("1 3")).toContain("✓ 口罩、防护服");
  expect(asked().say("1. 口罩\n2. 防护服")).toContain("✓ 口罩、防护服");
});

test("the row that is being asked needs no name, neither for its classes nor for other columns", () => {
  const person = asked();
  person.say("口罩");
  expect(person.say("质量违法 立案3 其余0")).toContain("✓ 口罩 质量违法 立案3");
  const another = asked();
  another.say("口罩");
  expect(another.say("立案3")).toContain("“立案3”是哪一类的？");
});

describe("figures that were given before the ticks were closed", () => {
  const filled = () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩 排查12 不合格2 整改1");
    return person;
  };
  const screened = (person: Talk) => byId(person.report().cells)["mask.screening.screened"];

  test.each(["都没有", "没有", "都是0"])("stay where all is said to have nothing: %s", (text) => {
    const person = filled();
    const answer = person.say(text);
    expect(screened(person)).toBe(12);
    expect(answer).toContain("口罩 已填的照旧");
    expect(answer).not.toContain("改成了 0");
  });

  test("stay where 都没有 is pressed, and go where the advice is taken", () => {
    const person = filled();
    person.press("都没有");
    expect(screened(person)).toBe(12);
    person.say("口罩 都是0");
    expect(screened(person)).toBe(0);
  });

  test("stay where others are named", () => {
    const person = filled();
    expect(person.say("呼吸机")).toContain("✓ 口罩、呼吸机");
    expect(screened(person)).toBe(12);
  });

  test("go where their own tick is taken back", () => {
    const person = filled();
    person.press("口罩");
    person.press("呼吸机");
    expect(person.press("选好了")).toContain("改成了 0");
    expect(screened(person)).toBe(0);
  });
});

describe("what is on the form is ticked beside what is not, and the list stays open", () => {
  test.each([
    ["口罩和消毒液", "口罩", "消毒液"],
    ["口罩、消毒液、呼吸机、护目镜", "口罩、呼吸机", "消毒液、护目镜"],
    ["消毒液 口罩", "口罩", "消毒液"],
  ])("%s", (text, names, others) => {
    const person = asked();
    const reply = person.say(text);
    expect(reply).toContain(`已选${names}。没有“${others}”这一项，没选`);
    expect(reply).toContain(`[选好了 ${names.split("、").length}]`);
    expect(person.say("选好了")).toContain(`✓ ${names}`);
  });

  test.each(["没有", "无"])("and %s behind it may mean nothing else, so that it clears nothing", (text) => {
    const person = asked();
    person.say("口罩、消毒液");
    expect(person.say(text)).toContain("已选口罩。就这些请回“选好了”，都不要请回“都没有”");
    expect(person.say("都没有")).toContain("✓ 都没有");
  });

  test("more is ticked beside what stands", () => {
    const person = asked();
    person.say("口罩、酒精");
    expect(person.say("呼吸机、酒精")).toContain("已选口罩、呼吸机。");
  });

  test.each([
    "口罩没查",
    "口罩以外",
    "口罩 之外的都有",
    "口罩，没有呼吸机",
    "呼吸机，别选口罩",
    "口罩 取消",
    "去掉 口罩",
    "口罩、防户服",
    "口罩要查",
    "消毒液",
    "口罩、消毒液12",
  ])("but not where words may deny or say more: %s", (text) => {
    const person = asked();
    const reply = person.say(text);
    expect(reply).not.toContain("已选");
    expect(person.report().ticking).toEqual({});
  });
});

test.each(["没有别的了吧大概", "随便写点什么"])(
  "what nobody asked for is quoted where something is to be asked: %s",
  (text) => {
    const person = talk(flow, "public-security");
    const reply = person.say(text);
    expect(reply).toContain(`没看懂“${text}”，没有存`);
    expect(reply).not.toContain("眼下没有在等您的数");
  },
);

test.each(["报了吗", "我们报送了没有", "报上去了吗", "交了没", "did I send it"])(
  "%s is told how the report stands",
  (text) => {
    const person = asked();
    expect(person.say(text)).toContain("还差 2 屏");
  },
);
