import { describe, expect, test } from "vitest";
import { byId, cellAt } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

test.each(["没有", "都是0", "都没有", "没有数", "none"])(
  "%s as the first word of all offers the zero report",
  (text) => {
    const person = talk(flow, "market-regulation");
    expect(person.say(text)).toContain("零报告：第1期");
    expect(person.report().status).toBe("none");
    person.press("是，报送");
    expect(person.report().submission?.zero).toBe(true);
  },
);

test("once something was answered it offers none", () => {
  const person = talk(flow, "market-regulation");
  person.say("口罩 排查 3");
  person.remember(undefined);
  expect(person.say("没有")).not.toContain("零报告：");
});

test("其他都没有 may be the class of that name: what to write for either is said", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩 排查12 不合格2 整改1");
  const before = byId(person.report().cells);
  expect(person.say("其他都没有")).toContain("写“其余都是0”；只说这一类，写“口罩 其他 都是0”");
  expect(byId(person.report().cells)).toEqual(before);
  expect(person.say("其余都是0")).toContain("其余 285 个数都记 0");
});

test.each(["除口罩外都是0", "除了口罩，其他都没有", "除口罩以外其余都是0", "all zero except 口罩"])(
  "%s is told in two messages",
  (text) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    expect(person.say(text)).toContain("先写口罩的数，再写“其余都是0”");
    expect(byId(person.report().cells)).toEqual({});
  },
);

test.each([
  "口罩\t质量违法\t2\t1\t0.5\t0\t1\t10",
  "物资\t类别\t立案\t处罚\t罚没\t移送\t被查处\t出动\n口罩\t质量违法\t2\t1\t0.5\t0\t1\t10",
])("a pasted row may name the class beside it: %j", (text) => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say(text);
  expect(byId(person.report().cells)).toEqual({
    "mask.quality.filed": 2,
    "mask.quality.penalised": 1,
    "mask.quality.fines": 0.5,
    "mask.quality.to_police": 0,
    "mask.quality.entities": 1,
    "mask.quality.officers": 10,
  });
});

describe("a word for the rest", () => {
  test.each(["其余", "剩下的", "剩余", "余下", "别的"])("is known behind the figures of a screen: %s", (word) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩");
    person.say(`排查12，${word}全部为0`);
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
    expect(cellAt(person.report().cells, "mask.screening.failed")).toBe(0);
  });

  test.each(["其余", "剩下的", "剩余", "余下的", "别的"])("is known at the end of a line and by itself: %s", (word) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say(`口罩排查12家，${word}没有`);
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
    expect(cellAt(person.report().cells, "mask.screening.failed")).toBe(0);
    const alone = talk(flow, "market-regulation");
    alone.command("report");
    alone.say("口罩 排查12 不合格2 整改1");
    alone.say(`${word}都是0的`);
    expect(cellAt(alone.report().cells, "mask.quality.fines")).toBe(0);
  });
});
