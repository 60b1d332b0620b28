import { describe, expect, test } from "vitest";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

function started(): Talk {
  const person = talk(flow, "market-regulation");
  person.set({ office: { name: "省市监", contact: "林处长" } });
  person.command("report");
  return person;
}

function atFigures(): Talk {
  const person = started();
  person.say("口罩");
  return person;
}

describe("what a liaison asks", () => {
  test.each(["首期含期初累计什么意思", "期初累计是什么", "含不含期初累计？"])(
    "“%s” is answered by what the first round covers",
    (text) => {
      const reply = started().say(text);
      expect(reply).toContain("第1期从5月11日算起：此前已经做的也一并报在第1期");
      expect(reply).not.toContain("只报本期新增。");
    },
  );

  test.each(["这个整改怎么算", "整改怎么统计？", "整改口径是什么"])("“%s” is answered of that column", (text) => {
    const reply = atFigures().say(text);
    expect(reply).toContain("整改：按“家”计");
    expect(reply).toContain("完成整改的那一期计数");
    expect(reply).not.toContain("每类各计一次");
    expect(reply).toContain("请问省市监：林处长");
  });

  test("出动是人次还是人数 is answered by the column's unit", () => {
    expect(started().say("出动是人次还是人数")).toContain("出动：按“人次”计");
  });

  test("what the flow does not say is the coordinator's to say", () => {
    expect(atFigures().say("村里的小作坊怎么算")).toContain("这个我答不上来，请问省市监：林处长");
  });

  test("怎么填 by itself is answered by the flow's explanation", () => {
    expect(atFigures().say("这个怎么填？")).toContain("同一企业生产几类物资，每类各计一次");
  });
});

describe("不知道", () => {
  test.each(["不知道", "我不清楚", "不知道怎么填", "拿不准"])(
    "“%s” stores nothing and says that it may stay open",
    (text) => {
      for (const person of [started(), atFigures()]) {
        const before = person.report();
        expect(person.say(text)).toContain("不清楚就先空着，什么都没存");
        expect(person.report()).toEqual(before);
      }
    },
  );

  test("is no narrative, and signs no zero report", () => {
    const person = started();
    person.command("zero");
    expect(person.say("不知道")).toBe(
      "不清楚就先空着，什么都没存。问清楚再发；要先停下，发“放一放”，回前一屏发“上一屏”",
    );
    expect(person.report().status).toBe("none");
    person.say("其余都是0");
    person.say("不知道");
    expect(person.report().told).toEqual({});
  });
});

describe("本周无", () => {
  test.each(["本周无", "本期无", "这周没有", "本期无新增"])("“%s” is a yes to a zero report", (text) => {
    const person = started();
    person.command("zero");
    expect(person.say(text)).toContain("已报送");
    expect(person.report().submission?.zero).toBe(true);
  });

  test("takes no figure away", () => {
    const person = started();
    person.say("口罩 排查12 不合格0 整改0");
    person.command("zero");
    person.say("本周无");
    expect(person.report().status).toBe("draft");
  });

  test.each(["本周无", "本期无", "这周没有"])("“%s” says of the classes that there were none", (text) => {
    const person = atFigures();
    person.say("12 2 1");
    person.say("3 5 0");
    const reply = person.say(text);
    expect(reply).not.toContain("不照抄");
    expect(person.report().chosen["mask.classes"] ?? Object.values(person.report().chosen).at(-1)).toEqual([]);
  });
});

describe("本期无新增 beside figures", () => {
  test("is asked about, and written where it is said once more", () => {
    const person = started();
    person.say("口罩 排查12 不合格2 整改1");
    person.say("其余都是0");
    expect(person.say("本期无新增")).toContain("没有存：报表里有不是 0 的数");
    expect(person.report().told.work).toBeUndefined();
    person.say("写本期无新增");
    expect(person.report().told.work).toEqual({ kind: "text", text: "本期无新增" });
  });

  test("is open again when the first figure comes after it", () => {
    const person = started();
    person.say("工作情况：本期无新增");
    expect(person.say("口罩 排查12 不合格2 整改1")).toContain("工作开展情况原来写“本期无新增”，和这些数不符，请另写");
    expect(person.report().told.work).toBeUndefined();
  });
});
