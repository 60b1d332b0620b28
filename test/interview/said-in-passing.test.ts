import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

function told(...said: readonly string[]): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const each of said) person.say(each);
  return person;
}

describe("at a screen of figures", () => {
  test.each(["排查15，其他没有", "排查15，其余没有", "排查15 其它都没有", "排查15，其余0"])(
    "the rest is 0 after %s",
    (text) => {
      expect(told("口罩").say(text)).toContain("✓ 口罩 排查15 不合格0 整改0");
    },
  );

  test("其他没有 is not taken for the class that is called so where it may be the other columns", () => {
    const person = told("口罩", "12 2 1", "8 10 1", "质量违法");
    expect(person.say("立案3，其他没有")).toContain("写成“其余0”");
    expect(byId(person.report().cells)).not.toHaveProperty("mask.quality.filed");
    expect(person.say("立案3，其余0")).toContain("✓ 口罩 质量违法 立案3 处罚0");
  });

  test.each(["查了15家全部合格", "15家，全部合格", "排查15家，都合格", "本周检查15家企业均合格"])(
    "all that were looked at were right: %s",
    (text) => {
      const person = told("口罩");
      expect(person.say(text)).toContain("✓ 口罩 排查15 不合格0");
      expect(byId(person.report().cells)).not.toHaveProperty("mask.screening.rectified");
    },
  );

  test("what was looked at has the unit of the column that counts it", () => {
    const person = told("口罩", "12 2 1");
    expect(person.say("查了15家全部合格")).not.toContain("✓");
    expect(person.say("10批次全部合格")).toContain("✓ 口罩 批次10 不合格批次0");
  });

  test.each(["抽查20批次 合格18批次", "12家2家整改不合格"])(
    "what is refused is quoted as it was written: %s",
    (text) => {
      const [, part = ""] = /没看懂“(.+?)”/.exec(told("口罩").say(text)) ?? [];
      expect(part).not.toBe("");
      expect(text).toContain(part);
    },
  );
});

describe("at ticks", () => {
  test.each(["口罩跟额温枪", "口罩和额温枪", "口罩 跟 额温枪", "口罩及体温计"])(
    "names are joined by any word for and: %s",
    (text) => {
      expect(told().say(text)).toContain("✓ 口罩、体温计");
    },
  );

  test("figures that come too soon are quoted as written, and each stays with its name in what is advised", () => {
    const answer = told().say("１２家，不合格２家，整改１家");
    expect(answer).toContain("“１２家，不合格２家，整改１家”还没存");
    expect(answer).toContain("如：口罩 不合格2");
  });
});

test("full-width figures and signs are read as any others", () => {
  expect(told("口罩").say("１２家，不合格２家，整改１家")).toContain("✓ 口罩 排查12 不合格2 整改1");
});

describe("开始", () => {
  test.each(["开始", "开始填报", "开始吧", "我要开始填报", "继续填"])(
    "begins filling in where nothing is asked: %s",
    (text) => {
      const answer = talk(flow, "market-regulation").say(text);
      expect(answer).toContain("本期哪些物资");
      expect(answer).not.toContain("没有存");
    },
  );

  test("of another round begins this one, and says which it is", () => {
    const answer = talk(flow, "market-regulation").say("开始填第2期");
    expect(answer).toContain("现在填的是第1期");
    expect(answer).toContain("本期哪些物资");
  });

  test("puts the question that stands once more", () => {
    expect(told("口罩").say("开始填第1期")).toContain("口罩 · 生产企业排查");
  });
});
