import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

function pasted(...lines: readonly string[]) {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return { reply: person.say(lines.join("\n")), cells: byId(person.report().cells) };
}

describe("a paste whose columns stand in several classes", () => {
  test("says which heads it could not place, and how to say it", () => {
    const { reply, cells } = pasted("物资\t排查企业数量\t立案\t处罚", "口罩\t12\t3\t1");
    expect(reply).toContain("立案、处罚 在几类里都有，没有存。请在上一行写明类别，如 质量违法");
    expect(reply).not.toContain("对不上表里的物资");
    expect(cells).toEqual({ "mask.screening.screened": 12 });
  });

  test("is placed by the class in a line above, with heads or without", () => {
    const filed = { "mask.price.filed": 3, "mask.price.penalised": 1 };
    expect(pasted("价格违法", "物资\t立案\t处罚", "口罩\t3\t1").cells).toEqual(filed);
    const { cells } = pasted("价格违法类", "口罩\t3\t1\t1.5\t0\t1\t24", "防护服\t1\t1\t0.5\t0\t1\t4");
    expect(cells).toMatchObject({ ...filed, "protective_clothing.price.officers": 4 });
    expect(Object.keys(cells).length).toBe(12);
  });

  test("without heads and of no width that the form has is not guessed at", () => {
    const { reply, cells } = pasted("口罩\t3\t1\t1.5\t0\t1\t24\t8");
    expect(reply).toContain("每行 7 个数，和表的栏数不符");
    expect(cells).toEqual({});
  });
});
