import { describe, expect, test } from "vitest";
import { idsIn } from "../../src/core/cells.ts";
import { realFlow, talk } from "./talk.ts";

const flow = realFlow();
const unclear = /没看懂|没有存：眼下/;
const labels = (person: ReturnType<typeof talk>) => person.buttons().map(({ label }) => label);

describe("that nothing has changed, before anything is filled in", () => {
  const nothing = [
    "没有变化",
    "无变化",
    "本周没有",
    "本周无新增",
    "本周与上周相同，无新增",
    "这周没什么变化。",
    "no change",
  ];

  test.each(nothing)("%s offers a zero report to confirm, and sends nothing", (text) => {
    for (const opened of [false, true]) {
      const person = talk(flow, "market-regulation");
      if (opened) person.command("report");
      const answer = person.say(text);
      expect(answer).toContain("零报告：第1期");
      expect(labels(person)).toEqual(["是，报送", "不，我有数要填"]);
      expect(person.report().status).not.toBe("submitted");
    }
  });

  test.each(["和上周一样", "同上周", "跟上期一样", "照旧", "same as last week"])(
    "%s copies nothing: it is said that only what is new counts, with the zero report to press",
    (text) => {
      for (const opened of [false, true]) {
        const person = talk(flow, "market-regulation");
        if (opened) person.command("report");
        const answer = person.say(text);
        expect(answer).not.toMatch(unclear);
        expect(answer).toContain("只报本期新增");
        expect(labels(person)).toContain("零报告");
        expect(idsIn(person.report().cells)).toEqual([]);
      }
    },
  );
});

describe("that nothing has changed, in the middle of a report", () => {
  test.each(["没有变化", "和上周一样", "和上期一样"])(
    "%s to figures keeps nothing and shows the press for zeros",
    (text) => {
      const person = talk(flow, "market-regulation");
      person.say("口罩 抽查企业8 批次10 不合格批次1");
      person.command("report");
      person.say("口罩");
      const before = person.report().cells;
      const answer = person.say(text);
      expect(answer).toContain("只报本期新增");
      expect(labels(person)).toEqual(["都是 0"]);
      expect(person.report().cells).toEqual(before);
      person.press("都是 0");
      expect(person.report().cells).not.toEqual(before);
    },
  );

  test.each(["没有变化", "无变化", "和上周一样"])(
    "%s to figures that all stand changes none and offers no zeros: the review follows, or the receipt",
    (text) => {
      const person = talk(flow, "market-regulation");
      person.command("report");
      for (const line of ["口罩 排查12 不合格2 整改1", "其余都是0", "检查药店12家，未发现问题"]) person.say(line);
      for (const sent of [false, true]) {
        if (sent) person.press("报送");
        person.command("fix", "口罩 排查");
        const before = person.report();
        const answer = person.say(text);
        expect(answer).toContain("数没有动");
        expect(answer).toContain(sent ? "已报送" : "核对 · 第1期");
        expect(labels(person)).not.toContain("都是 0");
        expect(person.report().cells).toEqual(before.cells);
        expect(person.report().submission).toEqual(before.submission);
      }
    },
  );

  test("to the classes of a row offers that there are none", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 排查12 不合格2 整改1\n口罩 抽查企业8 批次10 不合格批次1");
    person.say("口罩");
    const answer = person.say("没有变化");
    expect(answer).toContain("只报本期新增");
    expect(labels(person)).toEqual(["都没有"]);
  });

  test("before any question leaves the figures that stand", () => {
    const person = talk(flow, "market-regulation");
    person.say("口罩 排查12 不合格2 整改1");
    person.remember(undefined);
    const before = person.report().cells;
    expect(person.say("没有变化")).toContain("其余都是0");
    expect(person.report().cells).toEqual(before);
  });
});

describe("that it will be done later", () => {
  const later = ["明天再报", "等会儿报", "忙", "在开会"];

  test.each(later)("%s is answered with the deadline and a later reminder", (text) => {
    for (const opened of [false, true]) {
      const person = talk(flow, "market-regulation");
      if (opened) person.command("report");
      const answer = person.say(text);
      expect(answer).toContain("5月21日（周四）17:00 前");
      expect(answer).not.toMatch(unclear);
      expect(labels(person)).toEqual(["稍后提醒"]);
    }
  });

  test.each(["收到，马上报", "好的，稍等", "正在统计"])("%s is answered with the deadline alone", (text) => {
    for (const opened of [false, true]) {
      const person = talk(flow, "market-regulation");
      if (opened) person.command("report");
      const answer = person.say(text);
      expect(answer).toContain("5月21日（周四）17:00 前");
      expect(labels(person)).toEqual([]);
    }
  });

  test("after the deadline names it, and says that the report is late", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.set({ now: Date.UTC(2020, 4, 21, 10, 0), sentAt: Date.UTC(2020, 4, 21, 10, 0) });
    expect(person.say("马上报")).toContain("已过");
  });

  test("that it was sent already is not taken for a report", () => {
    const person = talk(flow, "market-regulation");
    expect(person.say("已经发了")).toContain("还没有收到");
  });

  test.each(["已报", "晚点报"])("of a report that was sent, %s is answered with its number", (text) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    for (const line of ["口罩 排查12 不合格2 整改1", "其余都是0", "检查药店12家，未发现问题"]) person.say(line);
    person.press("报送");
    person.command("fix", "口罩 排查");
    const answer = person.say(text);
    expect(answer).toContain("FY01-福州市监-01");
    expect(answer).not.toContain("还没有收到");
    expect(answer).not.toContain("前发来就行");
  });

  test("the question still stands, and is answered next", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("明天再报");
    expect(person.say("口罩")).toContain("生产企业排查");
  });
});

describe("the names of the bot's buttons, typed", () => {
  test.each(["放一放", "not now"])("%s puts any question off", (text) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩");
    expect(person.say(text)).toContain("已填的都在");
  });

  test.each(["选好了", "完成", "就这些", "DONE 1"])("%s behind a choice that was typed goes on", (text) => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩");
    const answer = person.say(text);
    expect(answer).not.toMatch(unclear);
    expect(answer).toContain("生产企业排查");
  });

  test("是，报送 and 不，我有数要填 answer the zero report", () => {
    const person = talk(flow, "market-regulation");
    person.command("zero");
    expect(person.say("不，我有数要填")).not.toMatch(unclear);
    person.command("zero");
    expect(person.say("是，报送")).toContain("已报送");
  });
});
