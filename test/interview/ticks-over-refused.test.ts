import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

function begun() {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return person;
}

describe("ticks that are closed over figures which were refused", () => {
  test("tick the product as well that they were of, and ask it", () => {
    const person = begun();
    person.say("防护服 排查约30家");
    person.say("口罩 排查12");
    const reply = person.press("选好了");
    expect(reply).toContain("✓ 口罩、防护服");
    expect(reply).toContain("“防护服 排查约30家”没存，所以防护服也选上，随后问数；没有的回“都是0”");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBeUndefined();
    expect(cellAt(person.report().cells, "ventilator.screening.screened")).toBe(0);
    expect(person.report().chosen.supplies).toEqual(["mask", "protective_clothing"]);
  });

  test("tick it also where there was said to be nothing", () => {
    const person = begun();
    person.say("防护服 排查约30家");
    expect(person.say("都没有")).toContain("所以防护服也选上");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBeUndefined();
  });

  test("make zeros again of what was written anew, or is 0 in so many words", () => {
    const person = begun();
    person.say("防护服 排查约30家");
    person.say("防护服 排查 0");
    expect(person.say("口罩")).not.toContain("也选上");
    expect(person.report().chosen.supplies).toEqual(["mask"]);
  });

  test("tick the class that they were of", () => {
    const person = begun();
    person.say("口罩");
    person.say("12 2 1");
    person.say("1 2 0");
    expect(person.say("质量违法 立案约3")).toContain("请给准数");
    const reply = person.say("价格违法");
    expect(reply).toContain("所以质量违法也选上");
    expect(cellAt(person.report().cells, "mask.quality.filed")).toBeUndefined();
  });

  test("tick the class whose figures were refused where another was asked for", () => {
    const person = begun();
    person.say("口罩");
    const answer = person.say("质量违法 立案3 处罚约5");
    expect(answer).toContain("约5");
    expect(answer).not.toContain("没看懂“质量违法”");
    for (const each of ["12 2 1", "0 0 0"]) person.say(each);
    expect(person.say("都没有")).toContain("所以质量违法也选上");
    expect(cellAt(person.report().cells, "mask.quality.filed")).toBeUndefined();
  });

  test("ask for the cells of a sheet that could not be read", () => {
    const person = begun();
    const sheet = "物资\t排查企业数量\t不合格企业数量\t整改企业数量\n口罩\t12\t2\t1\n防护服\t5-6\t0\t0";
    expect(person.upload("表.xlsx", sheet)).toContain("没看懂：防护服 生产企业排查 排查 “5-6”，没有存");
    const reply = person.press("选好了");
    expect(reply).toContain("“防护服 5-6”没存，所以防护服也选上");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBeUndefined();
  });

  test("leave them open where the rest of a sheet is said to be 0", () => {
    const person = begun();
    const sheet = "物资\t排查企业数量\t不合格企业数量\t整改企业数量\n口罩\t12\t2\t1\n防护服\t5-6\t0\t0";
    person.upload("表.xlsx", sheet);
    expect(person.say("其余都是0")).toContain("“防护服 5-6”没存，所以防护服 排查没记 0");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBeUndefined();
  });

  test("are named before a zero report makes zeros of them", () => {
    const person = begun();
    person.say("防护服 排查约30家");
    expect(person.command("zero")).toContain("⚠ “防护服 排查约30家”没存，也会记 0");
  });

  test.each(["立案3 处罚1", "面包 12 2 1", "12家"])(
    "say that %s, of which nobody knows the place, was not kept",
    (text) => {
      const person = begun();
      person.say(text);
      const reply = person.say("都没有");
      expect(reply).toContain(`“${text}”没存，没选的已记 0。有数请写明哪里、哪一栏`);
      expect(person.say("改 口罩 质量违法")).not.toContain("没存");
    },
  );

  test("say it of what was written before anything was asked", () => {
    const person = talk(flow, "market-regulation");
    person.say("排查约30家");
    expect(person.say("都没有")).toContain("“排查约30家”没存，没选的已记 0");
  });

  test("say it once, and go on leaving open what is known to be tried", () => {
    const person = begun();
    person.say("排查约30家");
    person.say("防护服 排查约20");
    person.say("口罩");
    for (const each of ["12 2 1", "8 10 0"]) person.say(each);
    expect(person.say("都没有")).not.toContain("排查约30家");
    expect(person.say("其余都是0")).toContain("“防护服 排查约20”没存，所以防护服");
  });

  test("say nothing of a text without figures", () => {
    const person = begun();
    person.say("面包");
    expect(person.say("都没有")).not.toContain("没存");
  });
});
