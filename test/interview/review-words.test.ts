import { describe, expect, test } from "vitest";
import { cellAt, filledFrom } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

/** A whole report at its review. */
function reviewing(): Talk {
  const person = talk(flow, "market-regulation");
  person.say("口罩 排查12 不合格2 整改1");
  person.say("其余都是0");
  person.say("工作情况：检查口罩企业");
  person.command("review");
  return person;
}

describe("said to the review", () => {
  test.each(["删除体温计", "体温计删掉", "把体温计删了", "去掉体温计"])(
    "“%s” is told which words make it 0",
    (text) => {
      const person = reviewing();
      const before = person.report();
      expect(person.say(text)).toBe("没有删。要把体温计的数都改成 0，请回：体温计 都是0");
      expect(person.report().cells).toEqual(before.cells);
    },
  );

  test("the words of its buttons are the buttons", () => {
    expect(reviewing().say("补充问题建议")).toContain("有要反映的问题或建议吗");
    expect(reviewing().say("补充亮点案例")).toContain("有工作亮点或典型案例吗");
    expect(reviewing().say("重新勾选")).toContain("[口罩 ✓]");
    const person = reviewing();
    expect(person.say("这不是工作情况")).toContain("刚才那句不算工作开展情况");
    expect(person.report().told.work).toBeUndefined();
  });

  test("a place by its name alone asks that place", () => {
    expect(reviewing().say("口罩")).toContain("口罩 · 生产企业排查（家）");
    expect(reviewing().say("体温计 监督抽查")).toContain("体温计 · 监督抽查");
  });

  test("what is not understood is refused briefly, the review standing above", () => {
    expect(reviewing().say("啦啦啦")).toBe(
      "没看懂“啦啦啦”。报送请回“报送”；要改写明哪里、哪栏、多少，如：改 口罩 排查 5\n[报送] [放一放]",
    );
  });

  test("a narrative is told how it is sent", () => {
    const person = reviewing();
    const reply = person.say("今天检查了药店，约谈2家，出动10人次，下架不合格口罩");
    expect(reply).toContain("没有存。是工作情况就发：工作情况：……");
    expect(reply.match(/今天检查了药店/g)).toHaveLength(1);
  });
});

describe("said to a review that is empty", () => {
  test("figures are of nothing, and the way to say of what is told", () => {
    const person = talk(flow, "market-regulation");
    person.command("review");
    const reply = person.say("12 0 0");
    expect(reply).toContain("“12 0 0”没有存：没写是哪一项。请写明，如：口罩 12 0 0");
    expect(reply).toContain("[口罩]");
  });

  test("a row's name begins with it", () => {
    const person = talk(flow, "market-regulation");
    person.command("review");
    expect(person.say("口罩")).toContain("回三个数");
  });
});

describe("a figure that was taken off", () => {
  function takenOff(): Talk {
    const past = [{ number: 1, cells: filledFrom({ "mask.quality.filed": 5 }), zero: false, told: {} }];
    const person = talk(flow, "market-regulation", "zh-CN", past);
    person.say("其余都是0");
    person.say("工作情况：核减");
    return person;
  }
  const line = "口罩 质量违法 立案核减1 处罚0 罚没0 移送0 被查处0 出动0";

  test("is held against no other column of the round", () => {
    const reply = takenOff().say(line);
    expect(reply).toContain("⚠ 立案本期核减，记 -1。请写明原因");
    expect(reply).not.toContain("多于立案");
  });

  test("is never told of a button that is not there", () => {
    const person = takenOff();
    person.say(line);
    const reply = person.say("提交吧");
    expect(reply).toContain("没有当作原因。请写一句为什么");
    expect(reply).not.toContain("属实");
  });

  test("takes words at the review for the one reason that it asks for", () => {
    const person = takenOff();
    person.say(line);
    expect(person.command("review")).toContain("请写明原因");
    expect(person.say("撤案1件")).toContain("已保留，附原因：撤案1件");
    expect(person.report().kept).toMatchObject([{ check: "taken_off", reason: "撤案1件" }]);
    expect(cellAt(person.report().cells, "mask.quality.filed")).toBe(-1);
  });
});
