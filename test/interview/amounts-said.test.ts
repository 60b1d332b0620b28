import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();
const fines = "mask.quality.fines";

describe("an amount with more decimals than its column keeps", () => {
  test("is said to be rounded, beside what was written", () => {
    const person = talk(flow, "market-regulation");
    expect(person.command("fix", "口罩 质量违法 罚没 15000.50元")).toContain(
      "罚没1.5001万元（15000.50元，按4位小数记）",
    );
    expect(cellAt(person.report().cells, fines)).toBe(1.5001);
  });

  test("is said to be rounded in English, and where it was said as a cumulative one", () => {
    const person = talk(flow, "market-regulation", "en");
    expect(person.command("fix", "Masks Quality fines 1.23456")).toContain("(1.23456, kept with 4 decimals)");
    const booked = talk(flow, "market-regulation");
    expect(booked.say("口罩 质量违法 罚没累计1.23456")).toContain("（累计1.2346，原写1.23456，按4位小数记）");
  });

  test("is said to be rounded where a sheet holds it", () => {
    const person = talk(flow, "market-regulation");
    const said = person.upload("表.xlsx", "\t质量违法类\t\n类别\t立案（件）\t罚没（万元）\n口罩\t3\t1.23456");
    expect(said).toContain("按4位小数记");
  });

  test("is not said to be rounded for the dust of a conversion", () => {
    const person = talk(flow, "market-regulation");
    expect(person.say("口罩 质量违法 罚没12345元")).toContain("罚没1.2345万元（12345元）");
  });
});

describe("an amount as people write it", () => {
  test.each(["1万5", "1.5w", "￥15,000", "1万5千元", "一万五"])("%s is 15,000 yuan", (written) => {
    const person = talk(flow, "market-regulation");
    person.say(`口罩 质量违法 罚没 ${written}`);
    expect(cellAt(person.report().cells, fines)).toBe(1.5);
  });

  test("that may be two figures is asked about, and nothing is kept", () => {
    const person = talk(flow, "market-regulation");
    expect(person.say("口罩 质量违法 罚没 1万50元")).toContain("“1万50元”能读成不止一个数");
    expect(cellAt(person.report().cells, fines)).toBeUndefined();
  });
});
