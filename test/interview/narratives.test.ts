import { describe, expect, test } from "vitest";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** Asked for what was done this round. */
function asked(): Talk {
  const person = talk(flow, "commerce");
  person.command("report");
  return person;
}

const told = (person: Talk, question: string) => {
  const answer = person.report().told[question];
  return answer?.kind === "text" ? answer.text : undefined;
};

describe("a narrative that is being asked", () => {
  test.each([
    "工作情况：本周检查企业120家",
    "工作开展情况 本周检查企业120家",
    "工作开展情况:本周检查企业120家",
    "【工作开展情况】本周检查企业120家",
    "一、工作开展情况\n本周检查企业120家",
    "Work done: 本周检查企业120家",
  ])("is kept without the name of its question: %j", (text) => {
    const person = asked();
    expect(person.say(text)).toContain("✓ 工作情况（10 字）");
    expect(told(person, "work")).toBe("本周检查企业120家");
  });

  test.each(["工作情况良好，无新增", "工作开展情况总体平稳"])("keeps words that only begin like it: %s", (text) => {
    const person = asked();
    person.say(text);
    expect(told(person, "work")).toBe(text);
  });

  test.each(["是", "是的。", "好的", "否", "不是", "yes", "工作情况：是"])(
    "is no yes or no: %j is asked back",
    (text) => {
      const person = asked();
      expect(person.say(text)).toContain("不是工作开展情况的内容，没有存");
      expect(told(person, "work")).toBeUndefined();
      expect(person.say("本期无新增")).toContain("✓ 工作情况");
    },
  );

  test("is not the bare name of its question", () => {
    const person = asked();
    expect(person.say("工作开展情况：")).toContain("这里要写文字");
    expect(told(person, "work")).toBeUndefined();
  });

  test("may be followed by others, each below its name", () => {
    const person = asked();
    const answer = person.say(
      "走访企业12家，\n协调口罩排查3家。\n工作亮点和典型案例：查获假冒口罩\n问题建议：检测机构排队久",
    );
    expect(answer).toContain("✓ 亮点案例");
    expect(told(person, "work")).toBe("走访企业12家，\n协调口罩排查3家。");
    expect(told(person, "highlights")).toBe("查获假冒口罩");
    expect(told(person, "problems")).toBe("检测机构排队久");
  });

  test("gives way to another that is named in front", () => {
    const person = asked();
    expect(person.say("亮点案例：查获假冒口罩")).toContain("✓ 亮点案例");
    expect(told(person, "work")).toBeUndefined();
    expect(told(person, "highlights")).toBe("查获假冒口罩");
  });

  test("keeps no name either where its message is edited", () => {
    const person = asked();
    person.say("检查企业12家");
    person.command("fix", "工作情况 工作开展情况：检查企业20家");
    expect(told(person, "work")).toBe("检查企业20家");
  });
});
