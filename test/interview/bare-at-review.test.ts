import { describe, expect, test } from "vitest";
import { byId, cellAt } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

/** Somebody who looks over a report of two products. */
function reviewing(language: "zh-CN" | "en" = "zh-CN") {
  const person = talk(flow, "market-regulation", language);
  person.command("report");
  person.say("口罩 排查 12 2 1\n口罩 监督抽查 8 10 1\n口罩 质量违法 3 3 1.5 0 3 24\n防护服 排查 5 0 0\n其余都是0");
  person.say("检查药店 12 家");
  person.command("review");
  return person;
}

describe("figures alone, said to a review", () => {
  test("are asked for their place where they have the shape of a screen, and are no line number", () => {
    const person = reviewing();
    const reply = person.say("30 40 2");
    expect(reply).toBe(
      "“30 40 2”是哪里的数？按下面的，或写名称，如：口罩 生产企业排查\n[口罩 生产企业排查] [口罩 监督抽查] [防护服 生产企业排查] [防护服 监督抽查] [不是，看核对]",
    );
    const after = person.press("口罩 监督抽查");
    expect(after).toContain("✓ 口罩 抽查企业 8 → 30 批次 10 → 40 不合格批次 1 → 2");
    expect(after).toContain("核对 · 第1期");
  });

  test("may be given their place by name, and are said to be lost where none is given", () => {
    const named = reviewing();
    named.say("30 4 2");
    named.say("防护服 生产企业排查");
    expect(cellAt(named.report().cells, "protective_clothing.screening.screened")).toBe(30);
    const left = reviewing();
    const before = byId(left.report().cells);
    left.say("30 40 2");
    expect(left.buttons().at(-1)).toEqual({ label: "不是，看核对", action: "cmd:review" });
    expect(left.command("review")).toContain("“30 40 2”没有存：没选哪里\n核对");
    expect(byId(left.report().cells)).toEqual(before);
  });

  test("are a line and its figures where they have that shape and no other", () => {
    const person = reviewing();
    expect(person.say("2 9 11 1")).toContain("抽查企业 8 → 9");
    expect(person.say("1 12")).toContain("第 1 行有 3 个数，请写明哪一栏");
  });

  test("are asked for where their first is the number of a line too", () => {
    const person = reviewing();
    expect(person.say("3 3 1 0 0 24")).toContain("“3 3 1 0 0 24”是哪里的数？");
    expect(person.say("否")).toContain("核对 · 第1期");
  });

  test("of one screen alone are asked as well: a review stands above, and nothing says which was meant", () => {
    const person = reviewing("en");
    expect(person.say("4 3 2 0 3 24")).toContain(
      "“4 3 2 0 3 24”: where do these belong? Press, or write the name, such as: Masks Quality\n[Masks Quality] [None, back to review]",
    );
  });

  test("that fit nothing say so, and how to name a line", () => {
    const person = reviewing();
    expect(person.say("30 4")).toContain("核对表里没有第 30 行");
  });
});
