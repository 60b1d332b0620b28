import { describe, expect, test } from "vitest";
import { byId, idsIn } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

/** A market regulator who was asked which supplies saw work. */
function begun() {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return person;
}

describe("a message of several lines", () => {
  test("may stand under a row and a class, a figure a line", () => {
    const person = begun();
    person.say("口罩：\n排查：12\n不合格：2\n质量违法：\n立案：3\n罚没：15000元\n排查：13");
    expect(byId(person.report().cells)).toEqual({
      "mask.screening.screened": 13,
      "mask.screening.failed": 2,
      "mask.quality.filed": 3,
      "mask.quality.fines": 1.5,
    });
  });

  test.each([
    "1. 口罩 排查12\n2. 防护服 排查20",
    "一、口罩：排查12家。\n二、防护服：排查20家。",
    "（1）口罩排查12\n（2）防护服排查20",
    "- 口罩 排查12\n- 防护服 排查20",
    "本周口罩排查12家，另外防护服排查20家",
  ])("says nothing of what merely numbers or joins: %j", (text) => {
    const person = begun();
    expect(person.say(text)).not.toContain("没存");
    expect(byId(person.report().cells)).toEqual({
      "mask.screening.screened": 12,
      "protective_clothing.screening.screened": 20,
    });
  });

  test("that begins with figures of nothing says which part was not kept", () => {
    const person = begun();
    expect(person.say("共12家 口罩 排查12")).toContain("没存：共12家");
  });

  test("takes what belongs to one class alone, and asks in which class the rest was meant", () => {
    const person = begun();
    const reply = person.say("口罩 立案3 排查12");
    expect(reply).toContain("✓ 口罩 排查12\n口罩：“立案3”是哪一类的？质量违法、");
    expect(byId(person.report().cells)).toEqual({ "mask.screening.screened": 12 });
    expect(person.say("价格违法")).toContain("✓ 口罩 价格违法 立案3");
  });

  test("asks once for the class of all figures that stand in the same classes, and takes them together", () => {
    const person = begun();
    const reply = person.say("口罩 立案3 排查12 罚没2万元 抽查企业 8\n防护服 立案1");
    expect(reply).toContain("“立案3 罚没2万元”是哪一类的？");
    expect(reply).toContain("“立案1”没存，请写明哪一类");
    person.press("质量违法");
    expect(byId(person.report().cells)).toEqual({
      "mask.screening.screened": 12,
      "mask.sampling.enterprises": 8,
      "mask.quality.filed": 3,
      "mask.quality.fines": 2,
    });
  });

  test("says what is wrong with a figure also where its class is open", () => {
    expect(begun().say("口罩 罚没 五百")).toContain("“五百”是元还是万元？");
    expect(begun().say("口罩 立案 约3")).toContain("没看懂“约3”");
  });
});

describe("several rows named together", () => {
  test.each(["熔喷布、无纺布都是0", "熔喷布和无纺布 都没有", "熔喷布 无纺布 全部为0"])(
    "are zeroed together: %s",
    (text) => {
      const person = begun();
      const reply = person.say(text);
      expect(reply).toContain("✓ 熔喷布 全 0");
      expect(reply).toContain("✓ 无纺布 全 0");
      const zeros = idsIn(person.report().cells);
      expect(new Set(zeros.map((id) => id.split(".")[0]))).toEqual(new Set(["meltblown", "nonwoven"]));
      expect(zeros.length).toBe(72);
    },
  );

  test("never share one figure", () => {
    const person = begun();
    person.say("口罩、防护服 排查12");
    person.say("口罩 质量违法、价格违法 立案3");
    expect(byId(person.report().cells)).toEqual({});
  });

  test("may be classes of a row", () => {
    const person = begun();
    person.say("口罩 质量违法、价格违法 都是0");
    expect(idsIn(person.report().cells).length).toBe(12);
  });

  test.each(["其余物资都是0", "其他产品均为0", "别的品种全部是零"])("and all the others are zeroed by %s", (text) => {
    const person = begun();
    person.say("口罩 排查12 不合格2 整改1");
    expect(person.say(text)).toContain("其余 285 个数都记 0");
  });

  test("a remark that nothing else was wrong zeroes nothing", () => {
    const person = begun();
    person.say("其他问题没有");
    person.say("其他问题都没有");
    expect(byId(person.report().cells)).toEqual({});
  });
});
