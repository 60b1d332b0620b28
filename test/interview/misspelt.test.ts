import { describe, expect, test } from "vitest";
import { byId, idsIn } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();
const labels = (person: ReturnType<typeof talk>) => person.buttons().map(({ label }) => label);

describe("a row whose name is misspelt", () => {
  test.each(["口照 排查3", "口照排查3家"])("%s offers the nearest row to press, and keeps nothing before", (text) => {
    for (const opened of [false, true]) {
      const person = talk(flow, "market-regulation");
      if (opened) person.command("report");
      const answer = person.say(text);
      expect(answer).toContain("是“口罩”吗？");
      expect(idsIn(person.report().cells)).toEqual([]);
      person.press("口罩");
      expect(byId(person.report().cells)).toEqual({ "mask.screening.screened": 3 });
    }
  });

  test("is offered among the ticks, also beside others", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("防户服、口罩");
    expect(labels(person)).toEqual(["防护服、口罩", "不是"]);
    expect(person.press("防护服")).toContain("✓ 口罩、防护服");
  });

  test("is offered to a correction, and leads back to the review", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 排查12 不合格2 整改1\n其余都是0");
    person.say("工作情况：走访企业3家，检查药店12家。");
    expect(person.command("fix", "口照 排查 14")).toContain("是“口罩”吗？");
    expect(person.say("是")).toContain("核对 · 第1期");
    expect(byId(person.report().cells)["mask.screening.screened"]).toBe(14);
  });

  test("is taken back by a no, and the question is put again", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口照");
    const answer = person.press("不是");
    expect(answer).toContain("本期哪些物资");
    expect(person.say("防护服")).toContain("防护服 · 生产企业排查");
  });

  test("does not stand in the way of another answer, and its press is spent then", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口照");
    const [offer] = person.buttons();
    expect(person.say("防护服")).toContain("防护服 · 生产企业排查");
    expect(person.forge(offer?.action ?? "")).toContain("那一屏已经答过");
  });

  test("that is near nothing, or no name at all, is answered as before", () => {
    for (const text of ["卫生纸 排查3", "无了", "排茶3", "面包"]) {
      const person = talk(flow, "market-regulation");
      person.command("report");
      expect(person.say(text), text).not.toContain("吗？\n[");
    }
  });

  test("is said not to be kept where the offer is left, and the rest is not 0 then without a word", () => {
    for (const leave of [["不是"], [], ["防护服"]]) {
      const person = talk(flow, "market-regulation");
      person.command("report");
      person.say("口照 排查3");
      const replies = [...leave, "都没有", "其余都是0"].map((text) => person.say(text));
      expect(replies.join("\n"), leave.join()).toContain("“口照 排查3”没");
    }
  });

  test("is told once more where the rest is said to be 0, and holds it up once", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口照 排查3");
    expect(person.press("不是")).toContain("“口照 排查3”没有存");
    expect(person.say("其余都是0")).toContain("“口照 排查3”没存，不知道是哪里的");
    expect(idsIn(person.report().cells)).toEqual([]);
    expect(person.say("其余都是0")).toContain("其余 288 个数都记 0");
  });

  test("is not held against whoever takes up the offer, or writes the row again", () => {
    for (const [then, kept] of [
      ["是", 3],
      ["口罩 排查4", 4],
    ] as const) {
      const person = talk(flow, "market-regulation");
      person.command("report");
      person.say("口照 排查3");
      expect(person.say(then)).not.toContain("没有存");
      expect(person.say("其余都是0"), then).not.toContain("没存");
      expect(byId(person.report().cells)["mask.screening.screened"]).toBe(kept);
    }
  });

  test("is said not to be kept where a command leaves the offer", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口照 排查3");
    expect(person.command("zero")).toContain("“口照 排查3”没有存");
  });
});
