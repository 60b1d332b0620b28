import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const fines = (person: Talk) => cellAt(person.report().cells, "mask.quality.fines");

/** Asked whether 18,000 times ten thousand yuan are meant. */
function doubted(line = "口罩 质量违法 立案3 处罚2 罚没1.8亿 移送0 被查处3 出动20"): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say(line);
  return person;
}

/** The review stands, and all is filled in. */
function reviewed(): Talk {
  const person = talk(flow, "commerce");
  person.command("report");
  person.say("走访企业12家。");
  return person;
}

describe("words for yes", () => {
  test.each(["是", "对的", "没错", "没错。", "yep"])("send what stands in the review: %s", (text) => {
    expect(reviewed().say(text)).toContain("已报送");
  });

  test.each(["好吧", "噢", "行吧", "fine", "没问题，收到"])("that are polite send nothing: %s", (text) => {
    const person = reviewed();
    expect(person.say(text)).not.toContain("已报送");
    expect(person.report().status).toBe("draft");
  });

  test.each(["对的", "yep", "是的，没错"])("let a figure in doubt stand without a reason: %s", (text) => {
    const person = doubted();
    expect(person.say(text)).toContain("没有写原因");
  });

  test.each(["fine", "sure", "好嘞", "hmm"])("that are polite are no reason for a figure in doubt: %s", (text) => {
    const person = doubted();
    person.say(text);
    expect(person.report().kept).toEqual([]);
  });
});

describe("words for nothing", () => {
  test.each(["没有", "暂无", "都没有", "没有情况", "不用改", "nothing new"])(
    "said to the review mend nothing, send nothing and leave it standing: %s",
    (text) => {
      const person = reviewed();
      expect(person.say(text)).toContain("没有要改的");
      expect(person.report().status).toBe("draft");
      expect(person.say("是")).toContain("已报送");
    },
  );

  test.each(["none", "nothing", "nil"])("said to the figures of a screen are zeros: %s", (text) => {
    const person = talk(flow, "market-regulation", "en");
    person.command("report");
    person.say("masks");
    person.say(text);
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(0);
    person.say("masks screened 12 failed 2 rectified 1");
    person.command("fix", "masks screening");
    person.say(text);
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(12);
  });
});

describe("words that put a confirmation off", () => {
  test.each(["忙，晚点报", "明天再报", "晚点再报", "放着", "先放一放", "busy, later"])(
    "leave the review, a zero report and taking one back alike: %s",
    (text) => {
      const later = "好的，已填的都在。随时发“填报”接着填";
      expect(reviewed().say(text)).toBe(later);
      const zero = reviewed();
      zero.command("zero");
      expect(zero.say(text)).toBe(later);
      const sent = reviewed();
      sent.say("是");
      sent.command("withdraw");
      expect(sent.say(text)).toBe(later);
      expect(sent.report().status).toBe("submitted");
    },
  );
});

describe("words that confirm a figure in doubt", () => {
  test.each(["确认", "好的，确认", "确认，属实。", "是的，没错"])(
    "confirm it as the press does, and are no reason: %s",
    (text) => {
      const person = doubted();
      expect(person.say(text)).toContain("已保留：您确认属实，没有写原因");
      expect(person.report().kept).toHaveLength(1);
      expect(person.report().kept[0]).not.toHaveProperty("reason");
    },
  );

  test.each(["好的", "好的，收到", "收到，马上报", "等一下", "在核实，晚点发"])(
    "are not among those that only answer: %s",
    (text) => {
      const person = doubted();
      person.say(text);
      expect(person.report().kept).toEqual([]);
    },
  );

  test("do not do where a reason is owed", () => {
    const person = doubted("口罩 质量违法 立案 核减 3");
    const before = person.report().kept;
    person.say("确认");
    expect(person.report().kept).toEqual(before);
  });
});

describe("不对 to a figure in doubt", () => {
  test("names the figure, and takes what comes next for it", () => {
    const person = doubted();
    expect(person.say("不对")).toContain("数没有动。现在是 罚没18,000；写明哪栏改成多少，如：罚没3");
    person.say("罚没1.8");
    expect(fines(person)).toBe(1.8);
  });

  test("asks for no figure that is still open instead", () => {
    const person = doubted("口罩 质量违法 立案3 罚没1.8亿 出动20");
    expect(person.say("不对")).toBe("数没有动。现在是 罚没18,000；写明哪栏改成多少，如：罚没3");
    person.say("1.8");
    expect(fines(person)).toBe(1.8);
    expect(cellAt(person.report().cells, "mask.quality.penalised")).toBeUndefined();
  });
});

test("a doubt that 其余都是0 raises says where it is", () => {
  const person = talk(flow, "market-regulation");
  person.command("report");
  person.say("口罩 质量违法 立案3 罚没1.5 移送0 被查处0 出动24");
  person.say("口罩 监督抽查 都是0");
  expect(person.say("防护服 排查2\n其余都是0")).toContain("⚠ 口罩 质量违法：有罚没、没有处罚案件");
});

describe("the review", () => {
  test.each(["好的", "好", "可以", "OK", "行吧", "嗯"])("is not sent by a polite word: %s", (text) => {
    const person = reviewed();
    const reply = person.say(text);
    expect(reply).toContain("还没报送。要报送请按“报送”或回“报送”");
    expect(reply).toContain("[报送]");
    expect(person.report().status).toBe("draft");
    expect(person.say("报送")).toContain("已报送");
  });

  test.each(["报送", "提交", "是", "发", "确认", "核对无误。", "send"])("is sent by a clear one: %s", (text) => {
    const person = reviewed();
    expect(person.say(text)).toContain("已报送");
  });

  test("says what sends it and what mends it, where a word is not understood", () => {
    const person = reviewed();
    const reply = person.say("就那样");
    expect(reply).toContain("没看懂“就那样”。报送请回“报送”；要改写明哪里、哪栏、多少");
    expect(reply).not.toContain("回“是”或“否”");
  });

  test("says that there is more to fill in, where there is", () => {
    const person = talk(flow, "commerce");
    person.command("review");
    expect(person.say("就那样")).toContain("没填完的请按“接着填”");
  });
});

describe("a zero report", () => {
  test("is not sent by a polite word, and what is expected is said", () => {
    const person = talk(flow, "commerce");
    person.command("zero");
    expect(person.say("好的")).toContain("没看懂“好的”。全部为 0 就回“是”；有数要填就回“否”");
    expect(person.report().status).toBe("none");
    expect(person.say("是")).toContain("已报送");
  });
});

test("the question of taking back is asked again where its answer is not understood", () => {
  const person = reviewed();
  person.say("报送");
  person.command("withdraw");
  const reply = person.say("那就这样");
  expect(reply).toContain("没看懂“那就这样”。请回“是”或“否”\n撤回 ");
  expect(person.say("是")).toContain("已撤回");
});
