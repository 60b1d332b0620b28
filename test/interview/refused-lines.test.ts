import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

function begun(language: "zh-CN" | "en" = "zh-CN") {
  const person = talk(flow, "market-regulation", language);
  person.command("report");
  return person;
}

describe("a line that is refused among others", () => {
  test.each([
    ["口罩 检查 8 10 1", "没看出“检查 8 10 1”是哪一栏的数。可写：口罩 排查12 不合格2 整改1"],
    ["呼吸机 12 2", "没看出“12 2”是哪一栏的数。可写：呼吸机 排查12 不合格2 整改1"],
    ["面包 12 2 1", "没看出是哪里的数。从名称写起，如：口罩 排查12 不合格2 整改1"],
    ["防护服 排查 约20", "没看懂“约20”：请给准数，如 30"],
    ["防护服 排查 12.5", "排查要整数，收到“12.5”"],
    ["口罩 监督抽查 8 10", "这里要 3 个数，收到 2 个：8 10"],
    ["口罩 罚没 五百", "“五百”是元还是万元？请写明，如 五百元"],
    ["口罩、防护服", "没有写数。可写：口罩 排查12 不合格2 整改1"],
    ["今天大家都很辛苦", "没看出是哪里的。要当文字报，从名称写起，如：工作情况：……"],
  ])("says why, and how to write it: %s", (line, why) => {
    const person = begun();
    const lines = person.say(`传感器 排查1\n${line}\n无纺布 排查2`).split("\n");
    expect(lines).toContain(`这一行没存：${line}`);
    expect(lines[lines.indexOf(`这一行没存：${line}`) + 1]).toBe(why);
    expect(byId(person.report().cells)).toEqual({
      "infrared_sensor.screening.screened": 1,
      "nonwoven.screening.screened": 2,
    });
  });

  test("does not say that nothing was kept, where the others were", () => {
    const reply = begun().say("传感器 排查1\n口罩 监督抽查 8 10\n防护服 排查 12.5");
    expect(reply).not.toContain("什么都没存");
    expect(reply).not.toContain("别的没动");
  });

  test("is told how together with the next one, where it is the same for both", () => {
    const reply = begun().say("传感器 排查1\n面包 12 2 1\n馒头 3 2 1");
    expect(reply).toContain("这一行没存：面包 12 2 1\n这一行没存：馒头 3 2 1\n没看出是哪里的数");
  });

  test("says so in English", () => {
    const reply = begun("en").say("sensors screened 1\nmasks checked 8 10 1\nbread 12 2 1");
    expect(reply).toContain("“checked 8 10 1”: of which column? Write: Masks screened 12 failed 2 rectified 1");
    expect(reply).toContain("It names no place. Begin with a name, such as: Masks screened 12 failed 2 rectified 1");
  });
});

test("the only line of a message says as much, and is no reason of what stands in doubt", () => {
  const person = begun();
  person.say("口罩 质量违法 3 0 1.5 0 0 24");
  expect(person.say("口罩 检查 8 10 1")).toContain("没看出“检查 8 10 1”是哪一栏的数");
  expect(person.report().kept).toEqual([]);
});

test.each([
  "口罩 监督抽查 8家 10 1",
  "口罩 抽查 8 10 1",
  "口罩抽查：抽查企业8家 批次10 不合格批次1",
  "口罩 抽查 抽查企业8 抽查批次10 不合格批次1",
])("the sampling may be called by its short name: %s", (text) => {
  const person = begun();
  person.say(text);
  expect(byId(person.report().cells)).toEqual({
    "mask.sampling.enterprises": 8,
    "mask.sampling.batches": 10,
    "mask.sampling.failed_batches": 1,
  });
});
