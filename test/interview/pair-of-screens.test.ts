import { describe, expect, test } from "vitest";
import { byId, idsIn } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();
const both = {
  "mask.screening.screened": 12,
  "mask.screening.failed": 2,
  "mask.screening.rectified": 1,
  "mask.sampling.enterprises": 8,
  "mask.sampling.batches": 10,
  "mask.sampling.failed_batches": 1,
};

describe("as many figures behind a row as two screens of it take together", () => {
  test.each(["口罩 12 2 1 8 10 1", "口罩\t12\t2\t1\t8\t10\t1"])(
    "%j are offered for the two in one press, beside the classes that take as many",
    (text) => {
      const person = talk(flow, "market-regulation");
      const answer = person.say(text);
      expect(answer).toContain("生产企业排查 12 2 1 和 监督抽查 8 10 1");
      expect(answer).toContain("[质量违法]");
      expect(idsIn(person.report().cells)).toEqual([]);
      const after = person.press("生产企业排查 和 监督抽查");
      expect(after).toContain("✓ 口罩 排查12 不合格2 整改1");
      expect(after).not.toContain("没有存");
      expect(byId(person.report().cells)).toEqual(both);
    },
  );

  test("may be said by the names of the two", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 12 2 1 8 10 1");
    person.say("排查情况和抽查");
    expect(byId(person.report().cells)).toEqual(both);
  });

  test("may be of one class all the same", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 12 2 1 8 10 1");
    person.press("价格违法");
    expect(byId(person.report().cells)["mask.price.filed"]).toBe(12);
    expect(byId(person.report().cells)["mask.screening.screened"]).toBeUndefined();
  });

  test("that no class takes are offered for the two alone", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 8 10 1 3 1 1.5 0 0 24");
    expect(person.buttons().map(({ label }) => label)).toEqual(["监督抽查 和 质量违法", "都不是，不要了"]);
    person.press("监督抽查");
    expect(byId(person.report().cells)).toMatchObject({ "mask.sampling.batches": 10, "mask.quality.fines": 1.5 });
  });

  test("are refused whole where one of the two contradicts what must hold", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 12 20 1 8 10 1");
    expect(person.press("生产企业排查 和 监督抽查")).toContain("对不上");
    expect(idsIn(person.report().cells)).toEqual([]);
  });

  test("wait, and are made no zeros by 其余都是0", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 12 2 1 8 10 1\n其余都是0");
    expect(byId(person.report().cells)["mask.screening.screened"]).toBeUndefined();
  });

  test("that several pairs take are not guessed", () => {
    const person = talk(flow, "market-regulation");
    expect(person.say("口罩 3 1 1.5 0 0 24 3 1 1.5 0 0 24")).toContain("没存");
    expect(idsIn(person.report().cells)).toEqual([]);
  });

  test("are those of the screen that is asked, where it takes as many", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 排查12 不合格2 整改1\n口罩 抽查企业8 批次10 不合格批次1");
    for (const answer of ["口罩", "质量违法"]) person.say(answer);
    person.say("口罩 3 1 1.5 0 0 24");
    expect(byId(person.report().cells)["mask.quality.fines"]).toBe(1.5);
  });
});
