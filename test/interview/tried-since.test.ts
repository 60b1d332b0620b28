import { expect, test } from "vitest";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

function begun() {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return person;
}

test("a line of which nobody knew the place is not told any more once its figures were kept", () => {
  const person = begun();
  expect(person.say("12 2 1")).not.toContain("✓");
  person.say("口罩");
  person.say("12 2 1");
  expect(person.say("其余都是0")).not.toContain("没存");
});

test("so it is where its figures came with their names", () => {
  const person = begun();
  person.say("立案3 处罚1");
  person.say("口罩 质量违法 立案3 处罚1");
  expect(person.say("其余都是0")).not.toContain("没存");
});

test("other figures leave it to be told", () => {
  const person = begun();
  person.say("立案3 处罚1");
  person.say("口罩 质量违法 立案4 处罚1");
  expect(person.say("其余都是0")).toContain("“立案3 处罚1”没存");
});

test.each(["开始填第2期", "5月20日下午发给您", "17:00前报"])(
  "what is no figure of the form holds up nothing: %s",
  (text) => {
    const person = begun();
    person.say(text);
    expect(person.say("其余都是0")).toContain("其余 288 个数都记 0");
  },
);

test("numbers of options, one of which there is none, hold up nothing", () => {
  const person = begun();
  expect(person.say("1 5 9")).toContain("没看懂“9”。请写名称");
  expect(person.say("其余都是0")).toContain("其余 288 个数都记 0");
});

test("of many lines that were refused a few are told, and the others counted", () => {
  const person = begun();
  for (const row of ["呼吸机", "防护服", "口罩", "体温计", "检测试剂"]) person.say(`${row} 排查约30`);
  const answer = person.say("其余都是0");
  expect(answer.match(/“.*?约30”没存/g)).toHaveLength(3);
  expect(answer).toContain("还有 2 句以前没存的，也一样");
  expect(person.report().cells.rows.ventilator?.screening?.screened).toBeUndefined();
});
