import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** Every figure is there, and what was done this round is asked. */
function asked(): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩 排查12 不合格2 整改1");
  person.say("其余都是0");
  return person;
}

const told = (person: Talk, question = "work") => {
  const answer = person.report().told[question];
  return answer?.kind === "text" ? answer.text : undefined;
};

describe("figures that are written where a narrative is asked", () => {
  test.each([
    "防护服 排查2 不合格0 整改0",
    "防护服排查2家，不合格0家，整改0家。",
    "防护服 排查2\n防护服 监督抽查 都是0",
  ])("are taken as figures, and the narrative is asked again: %j", (text) => {
    const person = asked();
    const reply = person.say(text);
    expect(reply).toContain("✓ 防护服 排查");
    expect(reply).toContain("本期工作开展情况？");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBe(2);
    expect(told(person)).toBeUndefined();
    person.say("检查药店12家");
    expect(told(person)).toBe("检查药店12家");
  });

  test("are refused as figures where they are not exact", () => {
    const person = asked();
    expect(person.say("防护服 排查约30家")).toContain("请给准数");
    expect(told(person)).toBeUndefined();
  });

  test("are taken out of the prose that stands beside them, and the rest is the narrative", () => {
    for (const [text, words] of [
      ["工作情况：检查了企业十二家，全部合格\n防护服 排查12 不合格0 整改0", "检查了企业十二家，全部合格"],
      ["防护服 生产企业排查\n12 2 1\n工作情况：检查了企业十二家，已全部督促整改", "检查了企业十二家，已全部督促整改"],
    ] as const) {
      const person = asked();
      expect(person.say(text)).toContain("✓ 防护服 排查 0 → 12");
      expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBe(12);
      expect(told(person)).toBe(words);
    }
  });

  test("are taken out of the prose as well where it is asked which class they are of", () => {
    const person = asked();
    expect(person.say("防护服 12 2 1\n今天没有别的了")).toContain("哪");
    expect(told(person)).toBe("今天没有别的了");
    person.press("生产企业排查");
    expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBe(12);
  });

  test("stay in the narrative where they are those of the report", () => {
    const person = asked();
    const text = "本周开展了专项检查：\n口罩 排查12 不合格2 整改1\n均已督促整改到位";
    person.say(text);
    expect(told(person)).toBe(text);
  });

  test("are no narrative either where nobody can tell what they are of", () => {
    const person = asked();
    expect(person.say("排查2 不合格0 整改0")).toContain("刚才的没有存");
    expect(told(person)).toBeUndefined();
  });

  test.each(["防护服排查2家企业，未发现问题", "本周口罩排查12家", "检查药店12家，立案3件，罚没1.5万元"])(
    "stay in the prose that holds them: %j",
    (text) => {
      const person = asked();
      person.say(text);
      expect(told(person)).toBe(text);
      expect(cellAt(person.report().cells, "protective_clothing.screening.screened")).toBe(0);
    },
  );
});

describe("chatter where a narrative is asked", () => {
  test.each([
    "收到，马上报",
    "等一下",
    "好的",
    "好的，知道了",
    "发给你了",
    "已经报了",
    "明天再报",
    "忙，等会儿报",
    "在忙，下午发给你",
    "放一放",
    "正在统计，请稍等",
    "on it",
    "busy, later",
  ])("is no narrative, and the question stands: %s", (text) => {
    const person = asked();
    person.say(text);
    expect(told(person)).toBeUndefined();
    expect(person.person().prompt?.screen).toBe("work");
    person.say("检查药店12家");
    expect(told(person)).toBe("检查药店12家");
  });

  test("that puts it off offers to be reminded", () => {
    const person = asked();
    expect(person.say("忙，等会儿报")).toContain("好的，不急");
    expect(person.buttons().map(({ label }) => label)).toEqual(["稍后提醒"]);
  });

  const nothing = ["全部没有", "全部为0", "都没有", "暂无", "没有", "没有了", "本期没有新情况"];

  test.each([...nothing, "本期没有新增。"])(
    "that says that there is nothing is kept in the words of the form where every figure is 0: %s",
    (text) => {
      const person = talk(flow, "market-regulation");
      person.command("report");
      person.say("都没有");
      expect(person.say(text)).toContain("✓ 工作情况写“本期无新增”");
      expect(told(person)).toBe("本期无新增");
    },
  );

  test.each(nothing)("that says that there is nothing is asked about where a figure stands: %s", (text) => {
    const person = asked();
    const answer = person.say(text);
    expect(answer).toContain("没有存：报表里有不是 0 的数");
    expect(told(person)).toBeUndefined();
    expect(person.buttons().map(({ label }) => label)).toEqual(["写“本期无新增”"]);
    person.press("写“本期无新增”");
    expect(told(person)).toBe("本期无新增");
  });

  test("in the very words of the form is asked about beside figures, with the press that writes it", () => {
    const person = asked();
    expect(person.say("本期无新增。")).toContain("“本期无新增。”没有存：报表里有不是 0 的数");
    expect(told(person)).toBeUndefined();
    person.press("写“本期无新增”");
    expect(told(person)).toBe("本期无新增");
  });

  test("does not put back what stood in a zero report that was given figures", () => {
    const person = talk(flow, "market-regulation");
    person.command("zero");
    person.say("是");
    person.say("口罩 排查12");
    expect(person.person().prompt?.screen).toBe("work");
    const before = person.report();
    expect(person.say("没有")).toContain("没有存");
    expect(person.report().told).toEqual(before.told);
  });

  test.each([
    "收到省局通知，正在排查辖区企业",
    "已报送省局的线索2条，查办1条",
    "明天起开展联合检查，今天已部署",
    "无证经营一家，已查处",
    "亮点：查获假冒口罩3万只，已立案",
    "忙于复工企业的走访，未发现问题",
  ])("is told from prose that begins like it: %s", (text) => {
    const person = asked();
    person.say(text);
    expect(told(person)).toBe(text);
  });

  test("that nobody can tell from a narrative is shown as it is kept, and taken back by one press", () => {
    const person = asked();
    const reply = person.say("在路上呢");
    expect(reply).toContain("✓ 工作情况（4 字）：在路上呢");
    const again = person.press("这不是工作情况");
    expect(again).toContain("刚才那句不算工作开展情况，没有存");
    expect(again).toContain("本期工作开展情况？");
    expect(told(person)).toBeUndefined();
  });

  test.each(["面包 12 2 1", "检查 8 10 1"])("and figures among it change nothing of that: %s", (text) => {
    const person = asked();
    expect(person.say(text)).toContain(`字）：${text}`);
    person.press("这不是工作情况");
    expect(told(person)).toBeUndefined();
  });

  test("is not taken back by the button of words that were written anew since", () => {
    const person = asked();
    person.say("在路上呢");
    const action = person.buttons()[0]?.action ?? "";
    person.say("工作情况：检查药店12家，未发现问题");
    expect(person.forge(action)).toContain("那一屏已经答过");
    expect(told(person)).toBe("检查药店12家，未发现问题");
  });

  test("is not taken back by the button of other words that are as long", () => {
    const person = talk(flow, "commerce");
    person.command("report");
    person.say("口罩都合格啊");
    const action = person.buttons()[0]?.action ?? "";
    person.command("fix", "工作情况");
    person.say("药店都整改了");
    expect(person.forge(action)).toContain("那一屏已经答过");
    expect(told(person)).toBe("药店都整改了");
  });

  test.each(["没有照片", "没有", "无", "没有亮点", "没有什么案例", "no cases"])(
    "skips what may be left out: %s",
    (text) => {
      const person = asked();
      person.say("检查药店12家");
      person.press("补充亮点案例");
      expect(person.say(text)).toContain("已跳过");
      expect(person.report().told.highlights).toEqual({ kind: "skipped" });
    },
  );
});

describe("narratives of several questions in one message", () => {
  const together = () => {
    const person = talk(flow, "commerce");
    person.command("report");
    return person.say("检查企业12家\n亮点案例：还不错\n问题建议：晚点报");
  };

  test("leave a way back below the one that nobody can tell from chatter", () => {
    expect(together()).toContain("[这不是亮点案例]");
  });

  test("leave the later reminder below the one that is put off", () => {
    expect(together()).toContain("[稍后提醒]");
  });

  test("say each way once, where two are put off", () => {
    const person = talk(flow, "commerce");
    person.command("report");
    expect(person.say("检查企业12家\n亮点案例：晚点报\n问题建议：晚点报").match(/稍后提醒/g)).toHaveLength(1);
  });
});

describe("words that put off a narrative, or say that it came", () => {
  test("after the deadline are told that what comes counts as late", () => {
    const person = asked();
    person.set({ now: Date.UTC(2020, 4, 21, 10, 0), sentAt: Date.UTC(2020, 4, 21, 10, 0) });
    for (const text of ["晚点报", "马上报"]) expect(person.say(text)).toContain("发来记迟报");
  });

  test("offer no reminder where no time is left before the deadline", () => {
    const person = asked();
    person.set({ now: Date.UTC(2020, 4, 21, 8, 50), sentAt: Date.UTC(2020, 4, 21, 8, 50) });
    expect(person.say("晚点报")).toContain("好的，不急");
    expect(person.buttons()).toEqual([]);
  });

  test.each(["已报", "晚点报", "马上报"])(
    "say of a report that was sent neither that it is missing nor late: %s",
    (text) => {
      const person = asked();
      person.say("检查药店12家，未发现问题");
      person.press("报送");
      person.set({ now: Date.UTC(2020, 4, 21, 10, 0), sentAt: Date.UTC(2020, 4, 21, 10, 0) });
      person.command("fix", "工作情况");
      const reply = person.say(text);
      expect(reply).toContain("没有当作工作开展情况");
      expect(reply).toContain("FY01-福州市监-01");
      expect(reply).not.toMatch(/还没有收到|迟报/);
      expect(told(person)).toBe("检查药店12家，未发现问题");
    },
  );
});

describe("a first message that nothing was asked for", () => {
  test("is the narrative of a form that begins with one, and can be taken back", () => {
    const person = talk(flow, "commerce");
    const reply = person.say("本周走访企业12家，协调口罩企业扩产。");
    expect(reply).toContain("✓ 工作情况（19 字）");
    expect(reply).toContain("[这不是工作情况]");
    expect(told(person)).toBe("本周走访企业12家，协调口罩企业扩产。");
    person.press("这不是工作情况");
    expect(told(person)).toBeUndefined();
  });

  test("is no narrative where it is chatter", () => {
    const person = talk(flow, "commerce");
    expect(person.say("发给你了")).toContain("这里还没有收到");
    expect(told(person)).toBeUndefined();
  });

  test("is told to be lost where the form begins otherwise, and how to write it", () => {
    const person = talk(flow, "market-regulation");
    const reply = person.say("本周检查药店和商场若干家，未发现问题");
    expect(reply).toContain("没看懂“本周检查药店和商场若干家，未发现问题”，没有存");
    expect(reply).toContain("要当文字报，从名称写起，如：工作情况：");
    expect(told(person)).toBeUndefined();
  });
});

describe("a zero report that is taken back", () => {
  test("takes the words with it that it wrote itself, and they are asked", () => {
    const person = talk(flow, "public-security");
    person.command("zero");
    person.press("是，报送");
    person.command("withdraw");
    expect(person.press("是，撤回")).toContain("零报告代写的工作开展情况也去掉了，请再写");
    expect(person.report().told).toEqual({});
    expect(person.say("案件 受理 3 刑事立案 1")).toContain("还差 1 屏没填");
    expect(person.say("是")).toContain("还不能报送，这里没填：\n工作开展情况");
  });

  test("takes them with it also where new ticks took it back", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("口罩");
    person.command("zero");
    person.press("是，报送");
    person.command("review");
    person.press("重新勾选");
    expect(person.say("口罩、防护服")).toContain("零报告代写的工作开展情况也去掉了");
    expect(told(person)).toBeUndefined();
  });

  test("leaves the same words that somebody wrote before the zero report", () => {
    const person = talk(flow, "commerce");
    person.command("report");
    person.say("本期无新增");
    person.command("zero");
    person.press("是，报送");
    person.command("withdraw");
    expect(person.press("是，撤回")).not.toContain("零报告代写的");
    expect(told(person)).toBe("本期无新增");
  });

  test("leaves what somebody left out before the zero report", () => {
    const person = talk(flow, "commerce");
    person.command("report");
    person.say("走访企业12家，未发现问题");
    person.press("补充亮点案例");
    person.press("跳过");
    person.command("zero");
    person.press("是，报送");
    person.command("withdraw");
    expect(person.press("是，撤回")).toContain("零报告代写的工作开展情况也去掉了");
    expect(person.report().told).toEqual({ highlights: { kind: "skipped" } });
  });

  test("leaves the words of a report of zeros that was answered piece by piece", () => {
    const person = talk(flow, "market-regulation");
    person.command("report");
    person.say("都是0");
    person.say("本期无新增");
    person.press("报送");
    expect(person.report().submission?.zero).toBe(true);
    person.command("withdraw");
    person.press("是，撤回");
    expect(told(person)).toBe("本期无新增");
  });

  test("leaves the words that somebody wrote before", () => {
    const person = talk(flow, "commerce");
    person.command("report");
    person.say("走访企业12家，未发现问题");
    person.press("报送");
    person.command("withdraw");
    person.press("是，撤回");
    expect(told(person)).toBe("走访企业12家，未发现问题");
  });
});
