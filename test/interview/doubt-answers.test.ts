import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** Asked whether fines without a case penalised are of older cases. */
function doubted(): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩 质量违法 立案3 罚没1.5 处罚0 移送0 被查处0 出动24");
  return person;
}

describe("a no to a doubt", () => {
  test.each(["没有", "没有。", "无", "没", "没有的", "不是", "本期没有新增", "都没有", "暂无", "没有情况"])(
    "given as “%s” asks what to change, and no figure moves",
    (text) => {
      const person = doubted();
      const before = person.report().cells;
      const reply = person.say(text);
      expect(reply).toContain("数没有动。现在是 处罚0、罚没1.5；写明哪栏改成多少，如：处罚3\n口罩 · 质量违法");
      expect(person.report().cells).toEqual(before);
      expect(person.report().kept).toEqual([]);
    },
  );

  test("twice still moves no figure; 都是0 does, in so many words", () => {
    const person = doubted();
    person.say("没有");
    expect(person.say("没有")).toBe("这里已有数。要都改成 0 请回“都是0”，不改请回“核对”");
    expect(cellAt(person.report().cells, "mask.quality.fines")).toBe(1.5);
    person.say("都是0");
    expect(cellAt(person.report().cells, "mask.quality.fines")).toBe(0);
  });
});

describe("the reason for a figure in doubt", () => {
  test.each([
    "口罩、防护服",
    "口罩和防护服",
    "监督抽查",
    "立案、处罚",
    "口罩排查改成约12",
    "请假5月26日到5月28日",
    "/状态",
    "提交吧",
    "跳过",
    "重大事项：无",
  ])("is not “%s”, which speaks of something else", (text) => {
    const person = doubted();
    expect(person.say(text)).toMatch(/没有当作原因|没看懂/);
    expect(person.report().kept).toEqual([]);
  });

  test.each(["以前的案件", "上期立案的", "4月立的案，这期才罚", "法院判决", "原因：上期立案"])(
    "may be “%s”",
    (text) => {
      const person = doubted();
      expect(person.say(text)).toContain(`已保留，附原因：${text}`);
      expect(person.report().kept).toMatchObject([{ reason: text }]);
    },
  );
});

describe("why a report is late", () => {
  const late = () => {
    const person = talk(flow, "commerce");
    const due = Date.UTC(2020, 4, 21, 9, 0);
    person.set({ now: due + 3_600_000, sentAt: due + 3_600_000 });
    person.command("report");
    person.say("走访企业 12 家，帮助解决物流困难。");
    person.press("报送");
    return person;
  };

  test.each(["忘了", "忘记了", "汇总数据来得晚", "联络员请假", "请假未及时填报"])("may be “%s”", (text) => {
    const person = late();
    expect(person.say(text)).toContain("已报送");
    expect(person.report().submission?.reason).toBe(text);
  });

  test.each(["嗯嗯", "？", "进度呢", "好吧", "报送"])("is not “%s”, and the example speaks of being late", (text) => {
    const person = late();
    expect(person.say(text)).toContain("请写一句为什么晚了，如“忘了报”");
    expect(person.report().status).toBe("draft");
  });
});
