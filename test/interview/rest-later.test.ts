import { describe, expect, test } from "vitest";
import { byId, cellAt } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

function begun(language: "zh-CN" | "en" = "zh-CN") {
  const person = talk(flow, "market-regulation", language);
  person.command("report");
  return person;
}

describe("其余都是0 in a later message", () => {
  test("leaves open what was refused before and stands nowhere yet, and names it", () => {
    const person = begun();
    person.say("呼吸机 排查1 不合格0 整改0\n防护服 排查 约20");
    const reply = person.say("其余都是0");
    expect(reply).toContain("其余 284 个数都记 0");
    expect(reply).toContain("“防护服 排查 约20”没存，所以防护服 排查没记 0。请写准数；要记 0，再发一次“其余都是0”");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBeUndefined();
    expect(cellAt(person.report().cells, "protective_clothing.screening.failed")).toBe(0);
    person.say("防护服 排查 20");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBe(20);
  });

  test("takes all where what was refused was written anew meanwhile", () => {
    const person = begun();
    person.say("口罩 监督抽查 8 10");
    person.say("口罩 抽查企业8 批次10");
    const reply = person.say("其余都是0");
    expect(reply).toContain("其余 286 个数都记 0");
    expect(reply).not.toContain("没存");
  });

  test("said once more, after it was told what it leaves open, takes that as well", () => {
    const person = begun();
    person.say("防护服 排查 约20");
    person.say("其余都是0");
    expect(person.say("其余都是0")).toContain("✓");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBe(0);
  });

  test("asks once about a line of which nobody knows where it belongs, and zeroes nothing", () => {
    const person = begun();
    person.say("呼吸机 排查1\n口召 12 2 1");
    const reply = person.say("其余都是0");
    expect(reply).toContain("“口召 12 2 1”没存，不知道是哪里的，其余的先没记 0");
    expect(byId(person.report().cells)).toEqual({ "ventilator.screening.screened": 1 });
    expect(person.buttons().map(({ label }) => label)).toEqual(["空着的 287 个都记 0"]);
    expect(person.press("空着的")).toContain("其余 287 个数都记 0");
  });

  test("is not held up by a line without figures, or of another round", () => {
    const person = begun();
    person.say("呼吸机 排查1\n辛苦了各位领导同事\n上期 口罩 排查 9");
    expect(person.say("其余都是0")).toContain("其余 287 个数都记 0");
  });

  test("leaves open what contradicted itself", () => {
    const person = begun();
    person.say("口罩 企业排查 2 12 1");
    const reply = person.say("其余都是0");
    expect(reply).toContain("其余 285 个数都记 0");
    expect(reply).toContain("“口罩 企业排查 2 12 1”没存，所以口罩 生产企业排查没记 0");
  });

  test("leaves open what waited for a class that nobody chose", () => {
    const person = begun();
    person.say("口罩 立案3");
    person.command("review");
    person.say("其余都是0");
    for (const group of ["quality", "certification", "licence", "price", "other"])
      expect(cellAt(person.report().cells, `mask.${group}.filed`)).toBeUndefined();
    expect(cellAt(person.report().cells, "mask.quality.penalised")).toBe(0);
  });

  test("is no answer for a screen whose figures were just refused", () => {
    const person = begun();
    for (const each of ["口罩", "12 2 1", "8 10"]) person.say(each);
    const reply = person.say("其余都是0");
    expect(reply).toContain("“8 10”没存，所以口罩 监督抽查没记 0");
    expect(cellAt(person.report().cells, "mask.sampling.enterprises")).toBeUndefined();
    expect(person.say("8 10 0")).toContain("✓ 口罩 抽查企业8 批次10 不合格批次0");
  });

  test("is told in English as well", () => {
    const person = begun("en");
    person.say("gowns screened about 20");
    expect(person.say("rest 0")).toContain(
      "“gowns screened about 20” was not kept, so Clothing screened was not made 0. Write it exactly; if it is 0, send “the rest 0” once more",
    );
  });

  test("is no answer for a form whose figures were refused", () => {
    const person = begun();
    person.say("口罩");
    person.form({ screened: "约30", failed: "2", rectified: "1" });
    const reply = person.say("其余都是0");
    expect(reply).toContain("“排查约30 不合格2 整改1”没存，所以口罩 生产企业排查没记 0");
    expect(byId(person.report().cells)["mask.screening.screened"]).toBeUndefined();
    person.say("30 2 1");
    expect(person.say("其余都是0")).not.toContain("没存");
  });

  test("tells at a screen what was refused there alone, and remembers the rest", () => {
    const person = begun();
    person.say("防护服 排查 约20");
    for (const each of ["口罩", "12 2 1", "8 10"]) person.say(each);
    expect(person.say("其余都是0")).toContain("“8 10”没存");
    person.say("8 10 0");
    person.say("呼吸机 排查1\n其余都是0");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBeUndefined();
  });

  test("leaves open more lines than are remembered one by one, and makes no zeros of the oldest", () => {
    const person = begun();
    const rows = ["呼吸机", "防护服", "口罩", "体温计", "检测试剂", "熔喷布", "无纺布"];
    for (const row of rows) for (const column of ["排查", "批次"]) person.say(`${row} ${column}约30`);
    const reply = person.say("其余都是0");
    expect(reply).toContain("“更早的 2 行”没存，不知道是哪里的，其余的先没记 0");
    expect(byId(person.report().cells)).toEqual({});
    expect(person.say("其余都是0")).toContain("其余 288 个数都记 0");
  });

  test("remembers rows and classes by their names, however many figures they have", () => {
    const person = begun();
    person.say("口罩 12 2 1 8");
    expect(person.report().tried?.lines).toMatchObject([{ places: ["mask"], figures: 4 }]);
    expect(JSON.stringify(person.person())).not.toContain("12 2 1 8");
  });
});
