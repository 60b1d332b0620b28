import { expect, test } from "vitest";
import { saysYes, ticks } from "../../src/core/cases/confirming.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { saidToDoubt } from "../../src/core/interview/doubts/reason.ts";
import { figuresFirst } from "../../src/core/interview/reading/figure-first.ts";
import { withoutLeadIn } from "../../src/core/interview/reading/lead-in.ts";
import { asWritten } from "../../src/core/interview/reading/names.ts";
import { chatterIn, hasChatter } from "../../src/core/interview/said/chatter.ts";
import { saysNothing } from "../../src/core/interview/said/nothing.ts";
import { unchangedIn } from "../../src/core/interview/said/unchanged.ts";
import { realFlow, talk } from "./talk.ts";

/** So long that whoever goes over the rest of a text from each of its letters does not come to an end. */
const run = (text: string) => text.repeat(400_000);

test.each([..."。.!！,；;"])(
  "a run of %s that something stands behind says neither yes nor anything of a doubt",
  (mark) => {
    const text = `是${run(mark)}天`;
    expect(saysYes(text)).toBe(false);
    expect(ticks(text)).toBe(false);
    expect(saidToDoubt(text, []).kind).not.toBe("stands");
  },
);

test("what stands behind a name is found in the text as written, or given as it was compared", () => {
  expect(asWritten("工作情况： 走访 ＡＢＣ", "走访 abc")).toBe("走访 ＡＢＣ");
  expect(asWritten(`工作情况：${run("一")}`, "")).toBe("");
  expect(asWritten(run("一"), run("二"))).toBe(run("二"));
});

test.each(["均已", "都", "已经", ",并", " "])("a run of %j leads over only to what stands right behind it", (word) => {
  expect(withoutLeadIn(`不合格2家${run(word)}`)).toBe("不合格2家");
  expect(withoutLeadIn(`${run(word)}x`)).toBe(`${run(word)}x`);
});

test.each(["一", "1", "1家", "共", "1 ", "家不合格", "，1"])(
  "a run of %j in front of a name is no figure of it, and is not gone over from each of its letters",
  (word) => {
    const places = askedOf(realFlow(), "market-regulation").slice(0, 3);
    expect(figuresFirst(`${word.repeat(20_000)}不合格x`, places)).toBeUndefined();
  },
);

test.each(["哦", "嗯", "。", "没有", "在", "新", "本期", "情况", "上期"])(
  "a run of %s with a word behind it is no chatter, and says neither nothing nor that all is as it was",
  (word) => {
    const text = `${run(word)}x`;
    expect(chatterIn(text)).toBeUndefined();
    expect(hasChatter(text)).toBe(false);
    expect(saysNothing(text)).toBe(false);
    expect(unchangedIn(text)).toBeUndefined();
  },
);

test.each([
  ["口罩 ", "均已", "x排查12"],
  ["口罩 ", "都", "x排查12"],
  ["口罩 ", "1,", "x"],
  ["口罩 ", "抽查1", "x"],
  ["口罩 排查12", "，", "x"],
  ["防护服 排查5", "，", "x其他没有"],
  ["", "哦", "x"],
  ["", "。", "x"],
])("a message with a long run in it is answered wherever it is said: %s%s…%s", (head, word, tail) => {
  const text = `${head}${word.repeat(40_000)}${tail}`;
  for (const before of [[], ["口罩"], ["口罩 排查12 不合格2 整改1", "其余都是0"]]) {
    const person = talk(realFlow(), "market-regulation");
    if (before.length > 0) person.command("report");
    for (const said of before) person.say(said);
    expect(person.say(text)).not.toBe("");
  }
});
