import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** Somebody who is asked for the figures of 口罩 生产企业排查, or of the screen behind it. */
function asked(screen: "screening" | "sampling" | "quality" = "screening"): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩");
  if (screen !== "screening") person.say("12 2 1");
  if (screen === "quality") {
    person.say("8 10 1");
    person.say("质量违法");
  }
  return person;
}

/** The figures that were said; rows that were not ticked stand at 0. */
const kept = (person: Talk) =>
  Object.fromEntries(Object.entries(byId(person.report().cells)).filter(([, value]) => value !== 0));

describe("figures in front of what they count", () => {
  test.each([
    "12家，2家不合格，1家整改",
    "12家 不合格2 整改1",
    "12家，其中2家不合格，已整改1家",
    "排查12家，2家不合格，1家整改",
    "排查12家，其中不合格2家，1家已整改",
    "12家排查2家不合格1家整改",
    "12家排查 2家不合格 1家整改",
    "12 家排查，2 家不合格，1 家整改",
    "12家，2家，整改1家",
    "1家整改，2家不合格，12家排查",
    "对生产企业排查12家，发现2家不合格，已整改1家",
    "本周我局共排查12家企业，其中不合格企业2家，整改1家",
  ])("are read as what they are said of: %s", (text) => {
    const person = asked();
    expect(person.say(text)).toContain("✓ 口罩 排查12 不合格2 整改1");
  });

  test.each([
    "8家，10批次，1批次不合格",
    "8家10批次，不合格1批次",
    "抽查10批次，8家，1批次不合格",
    "8家10批次1批次不合格",
    "抽检了8家企业10批次产品，其中1批次不合格",
    "抽查企业8家10批次，其中不合格产品1批次",
  ])("are told apart by their units: %s", (text) => {
    const person = asked("sampling");
    expect(person.say(text)).toContain("✓ 口罩 抽查企业8 批次10 不合格批次1");
  });

  test.each(["立案3件，15000元，24人次，其余0", "立案3 罚没1.5万元 24人次，其余都是0"])(
    "are those of the only column with their unit, and the rest is 0: %s",
    (text) => {
      const person = asked("quality");
      expect(person.say(text)).toContain("立案3 处罚0 罚没1.5");
      expect(byId(person.report().cells)["mask.quality.officers"]).toBe(24);
    },
  );

  test.each([
    ["12 不合格 2 整改", "which figure is missing"],
    ["12家，2家不合格", "two columns may be the 12"],
    ["5家，12家排查，2家不合格，1家整改", "every column has its figure"],
    ["12家，2家不合格，约1家整改", "one is no figure"],
    ["2家不合格，3家不合格，1家整改", "one column has two"],
    ["12家面包，2家不合格，1家整改", "a word is unknown"],
    ["排查 2 不合格", "a name has no figure"],
    ["上周排查12家，2家不合格，1家整改", "they are of another round"],
    ["我局将对生产企业排查12家，2家不合格，1家整改", "they are not done yet"],
    ["正在排查12家，2家不合格，1家整改", "they are not done yet"],
    ["截至目前共排查30家，2家不合格，1家整改", "they may be a running total"],
    ["漏报排查3家，2家不合格，1家整改", "they may come on top"],
    ["对经营单位排查12家，2家不合格，1家整改", "another kind of firm was counted"],
    ["计划排查12家，2家不合格，1家整改", "they are not done yet"],
    ["抽查排查12家，2家不合格，1家整改", "another class is named"],
  ])("are refused where they leave a doubt: %s (%s)", (text) => {
    const person = asked();
    person.say(text);
    expect(kept(person)).toEqual({});
  });

  test.each(["口罩 5 排查 2 抽查企业", "口罩 12家 排查 2家 抽查企业", "口罩 5 排查2 抽查企业8"])(
    "are never left out in front of several screens: %s",
    (text) => {
      const person = asked();
      person.say(text);
      expect(kept(person)).toEqual({});
    },
  );
});
