import { expect, test } from "vitest";
import { whoIsMissing } from "../../src/app/inquiries/plainly-asked.ts";
import { chatterIn } from "../../src/core/interview/said/chatter.ts";
import { givesUp, takesBack } from "../../src/core/interview/said/given-up.ts";
import { acknowledges } from "../../src/core/thanks.ts";
import { realFlow, talk } from "../interview/talk.ts";

/*
 * Small words over and over, which a careless pattern reads in every possible way: with two ways for each of two hundred
 * words it would never come to an end, and the bot would answer nobody any more.
 */
const often = (words: string, tail = "x") => `${words.repeat(200)}${tail}`;

test.each(["嗯", "好的", "收到了的", "谢谢您"])(
  "%s over and over is no thanks where something else follows",
  (words) => {
    expect(acknowledges(often(words))).toBe(false);
    expect(acknowledges(often(words, ""))).toBe(true);
  },
);

test.each(["那就", "就那", "还是就", "先那就"])("%s over and over gives up nothing and takes nothing back", (words) => {
  expect([givesUp(often(words)), takesBack(often(words))]).toEqual([false, false]);
});

test.each(["刚刚", "已经已", "就刚刚早"])("%s over and over is no chatter", (words) => {
  expect(chatterIn(often(words))).toBeUndefined();
});

test.each(["还有", "到现在", "在还有现"])("%s over and over asks for nobody who is missing", (words) => {
  expect(whoIsMissing(often(words))).toBeUndefined();
});

test.each(["那就", "就那", "可以你"])("%s over and over sends no review", (words) => {
  const person = talk(realFlow(), "commerce");
  person.command("report");
  person.say("走访企业12家。");
  person.say(often(words));
  expect(person.report().status).toBe("draft");
});
