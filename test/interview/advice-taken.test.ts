import { describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();

describe("a figure whose unit alone tells its column", () => {
  test("is asked about where columns of several classes have that unit, and what else is said is not lost", () => {
    const person = talk(flow, "market-regulation");
    const answer = person.say("口罩12家，立案2件");
    expect(answer).toContain(
      "“12家”是哪一栏的？排查、不合格、整改、抽查企业、被查处 都可能。请写明，如：口罩 排查12家",
    );
    expect(answer).toContain("“立案2件”是哪一类的？");
    expect(answer).not.toContain("立案12");
    person.press("质量违法");
    expect(byId(person.report().cells)).toEqual({ "mask.quality.filed": 2 });
  });

  test.each([
    ["口罩 12家，2家不合格，1家整改", { "mask.screening.screened": 12, "mask.screening.failed": 2 }],
    ["口罩 质量违法 12家，立案2件", { "mask.quality.entities": 12, "mask.quality.filed": 2 }],
  ])("is kept where its class is named, or the names leave one column: %s", (text, cells) => {
    const person = talk(flow, "market-regulation");
    person.say(text);
    expect(byId(person.report().cells)).toMatchObject(cells);
  });
});

describe("what is advised to be written", () => {
  test.each([
    ["public-security", "本周破获案件1起，抓获3人。"],
    ["market-regulation", "这周查验出口口罩120批，查获3批"],
    ["market-regulation", "其实有一个口罩立案忘了"],
    ["market-regulation", "其实口罩立案3"],
    ["market-regulation", "其实口罩 排查12"],
  ])("is taken when it is sent: %s, %s", (department, text) => {
    const advice = /(?:写：|一栏，如：)(.+)/.exec(talk(flow, department).say(text))?.[1] ?? "";
    const answer = talk(flow, department).say(advice);
    expect(answer).toMatch(/✓|是哪一类的/);
    expect(answer).not.toContain("没看懂");
  });
});
