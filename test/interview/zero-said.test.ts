import { describe, expect, test } from "vitest";
import { cellsIn } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

function sent(...texts: readonly string[]): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  for (const text of texts) person.say(text);
  person.command("submit");
  return person;
}

test.each([
  ["都为0", "无"],
  ["都是0", "本期无新增"],
  ["没有", "本周没有新情况"],
])(
  "whoever says by words that all is 0 (%s) and that there is nothing new (%s) has sent a zero report",
  (all, words) => {
    const { submission } = sent(all, words).report();
    expect(submission).toMatchObject({ zero: true });
  },
);

test("zeros with work to tell of are no zero report, and the words stay", () => {
  const report = sent("都为0", "走访企业 12 家，未发现违法").report();
  expect(report.submission).toMatchObject({ zero: false });
  expect(report.told.work).toMatchObject({ text: "走访企业 12 家，未发现违法" });
});

describe("figures alone, said to the question of a zero report", () => {
  const askedZero = () => {
    const person = talk(flow, "market-regulation");
    person.command("zero");
    return person;
  };

  test("are asked for their place, though nothing is ticked yet", () => {
    const person = askedZero();
    const reply = person.say("12 2 1");
    expect(reply).toContain("“12 2 1”是哪里的数？");
    const picked = person.buttons()[0]?.label ?? "";
    expect(person.press(picked)).toContain("✓ ");
    expect(cellsIn(person.report().cells).map(([, value]) => value)).toEqual(expect.arrayContaining([12, 2, 1]));
  });

  test.each(["12 2", "7=35", "2 立案=5"])("are no line of a review that does not stand there: %s", (text) => {
    const person = askedZero();
    const reply = person.say(text);
    expect(reply).not.toMatch(/核对表|核对 · /);
    expect(reply).toContain("零报告：第1期");
    expect(person.person().prompt?.screen).toBe("zero");
  });
});

describe("that nothing was done is 0 for all of what is asked", () => {
  const askedMask = () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩");
    return person;
  };

  test.each(["没查", "没查。", "本期没有开展", "这项没有", "我们本周没做", "未开展", "本期没有这方面的工作"])(
    "%s",
    (text) => {
      expect(askedMask().say(text)).toContain("✓ 口罩 排查0 不合格0 整改0");
    },
  );

  test.each(["没查", "没去", "这项没有", "没有这种"])("and never where figures stand: %s", (text) => {
    const person = askedMask();
    for (const figures of ["12 2 1", "8 10 1", "质量违法", "立案3 处罚0 罚没1.5 其余0"]) person.say(figures);
    const before = cellsIn(person.report().cells);
    person.say(text);
    expect(cellsIn(person.report().cells)).toEqual(before);
    person.command("back");
    person.say(text);
    expect(cellsIn(person.report().cells)).toEqual(before);
  });

  test.each(["没查", "还没查", "口罩没查", "口罩还没做"])("and never of all supplies, or of a row: %s", (text) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩 排查12 不合格2 整改1");
    const before = cellsIn(person.report().cells);
    person.say(text);
    expect(cellsIn(person.report().cells)).toEqual(before);
  });

  test.each(["没抽查", "没有案件", "没问题", "没统计", "没报", "还没查", "还没做", "没做", "目前还没开展"])(
    "but not where it may be said of something else: %s",
    (text) => {
      const person = askedMask();
      person.say(text);
      expect(cellsIn(person.report().cells).filter(([id]) => id.startsWith("mask.screening."))).toEqual([]);
    },
  );
});
