import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

function begun() {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return person;
}

describe("words in front of the place", () => {
  test.each([
    ["上期 口罩 排查 9", "“上期”是别的期，这一行没存：这里只收第1期。要报第1期，写：口罩 排查 9"],
    ["更正上期：口罩 排查 11", "“上期”是别的期"],
    ["第2期 口罩 排查 8", "“第2期”是别的期"],
    ["预计口罩 排查 10", "“预计”不是准数"],
    ["大概口罩 排查 10", "“大概”不是准数"],
    ["没有口罩 排查2", "“没有”和后面的数说不到一起"],
    ["三明 口罩 排查 7", "没看懂“三明”，这一行没存。是本单位本期的数，写：口罩 排查 7"],
    ["4月3日 口罩 排查 9", "“4月3日”是别的期"],
    ["12月3日 口罩 排查 9", "“12月3日”是别的期"],
    ["好的，上周 口罩 排查 9", "“上周”是别的期"],
    ["三明市局二科 口罩 排查 7", "没看懂"],
    ["收到，三明 口罩 排查 7", "没看懂“三明”"],
    ["二科预计 口罩 排查 7", "“预计”不是准数"],
    ["3 April masks screened 9", "“3 april”是别的期"],
    ["last week masks screened 9", "“last week”是别的期"],
  ])("refuse the line where they lead it away: %s", (text, told) => {
    const person = begun();
    expect(person.say(text)).toContain(told);
    expect(byId(person.report().cells)).toEqual({});
  });

  test("refuse a correction as well", () => {
    const person = begun();
    expect(person.command("fix", "上期 口罩 排查 5")).toContain("“上期”是别的期");
    expect(byId(person.report().cells)).toEqual({});
  });

  test.each(["上期：\n口罩 排查 9", "以下是预计数\n口罩 排查 9"])(
    "refuse all below them where they stand alone: %j",
    (text) => {
      const person = begun();
      expect(person.say(text)).toContain("没存");
      expect(byId(person.report().cells)).toEqual({});
    },
  );

  test("refuse their own line alone, and not what stands in the others", () => {
    const person = begun();
    expect(person.say("上期 口罩 排查 9\n防护服 排查 4\n其余都是0")).toContain("“上期”是别的期");
    const cells = byId(person.report().cells);
    expect(cells["protective_clothing.screening.screened"]).toBe(4);
    expect(cells["mask.screening.screened"]).toBeUndefined();
    expect(cells["ventilator.screening.screened"]).toBe(0);
  });

  test.each([
    "本周口罩排查12",
    "本期 口罩 排查12",
    "第1期 口罩 排查12",
    "您好，我单位报送：口罩 排查12",
    "福州市监 口罩 排查12",
    "福州市场监管局今天口罩排查12",
    "更正：口罩 排查12",
    "本周对口罩排查12家",
    "this week we report: masks screened 12",
    "收到，口罩 排查12",
    "好的，口罩 排查12",
    "补一下 口罩 排查12",
    "刚才漏了，口罩 排查12",
    "不好意思，口罩 排查12",
    "5月20日 口罩 排查12",
    "5月20日口罩排查12",
    "2020-05-20 口罩 排查12",
    "周三上午9点 口罩 排查12",
    "@报送助手 口罩 排查12",
    "二科 口罩 排查12",
    "执法大队报：口罩 排查12",
    "2科：口罩 排查12",
    "小李：口罩 排查12",
    "王科长，口罩 排查12",
    "😀 口罩 排查12",
    "ok, got it: masks screened 12",
    "20 May: masks screened 12",
    "sorry, I forgot: masks screened 12",
  ])("may greet, say who writes and that it is of this period: %s", (text) => {
    const person = begun();
    expect(person.say(text)).not.toContain("没存");
    expect(byId(person.report().cells)).toEqual({ "mask.screening.screened": 12 });
  });
});

test.each(["张晓明 口罩 排查12", "我是张晓明，口罩 排查12"])("a liaison may say who it is: %s", (text) => {
  const person = begun();
  person.set({ name: "张晓明" });
  person.say(text);
  expect(byId(person.report().cells)).toEqual({ "mask.screening.screened": 12 });
});

describe("rows named together", () => {
  test.each(["口罩和防护服 质量违法 立案2 处罚1 罚没0.5 出动10", "口罩与防护服 排查2", "口罩、防护服 质量违法 立案2"])(
    "are asked apart where a figure follows: %s",
    (text) => {
      const person = begun();
      expect(person.say(text)).toContain("一行里写了口罩、防护服，数是哪一种的？");
      expect(byId(person.report().cells)).toEqual({});
    },
  );

  test("may be zeroed in one class", () => {
    const person = begun();
    person.say("口罩和防护服 质量违法 都是0");
    const ids = Object.keys(byId(person.report().cells));
    expect(new Set(ids.map((id) => id.split(".").slice(0, 2).join(".")))).toEqual(
      new Set(["mask.quality", "protective_clothing.quality"]),
    );
  });
});
