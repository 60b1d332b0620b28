import { afterEach, beforeEach, expect, test } from "vitest";
import { type Answers, withAnswer } from "../../src/app/people/stranger.ts";
import { MINUTE, SECOND } from "../../src/core/time.ts";
import { type World, world } from "../world.ts";
import { codeFor } from "./code-for.ts";

const post = "fuzhou-market-liaison";
const keeper = "fj-coordinator";
const known = "只对已登记的联络员开放";
let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

/** What became of so many messages of one account. */
async function says(who: string, count: number, text = "在吗"): Promise<readonly string[]> {
  const said: string[] = [];
  for (let each = 0; each < count; each += 1) said.push(await it.say(who, text));
  return said;
}

test("the sixth message of a stranger is met with silence, others still get answers, and after a while so do they", async () => {
  const said = await says("mallory", 7);
  expect(said.map((each) => each.includes(known))).toEqual([true, true, true, true, true, false, false]);
  expect(said.slice(5)).toEqual(["", ""]);
  expect(await it.say("zhang", "在吗")).toContain(known);
  expect(await it.say(post, "进度")).toContain("第1期");
  await it.bot.moveTo(it.bot.now() + 10 * MINUTE);
  expect(await it.say("mallory", "在吗")).toContain(known);
});

test("whatever they do counts: presses, files and opening the chat are met with the same silence", async () => {
  await says("mallory", 5);
  expect(await it.act("mallory", { kind: "joined" })).toBe("");
  expect(await it.act("mallory", { kind: "pressed", action: "cmd:report" })).toBe("");
  expect(await it.act("mallory", { kind: "sent-file", name: "a.xlsx", bytes: async () => new Uint8Array() })).toBe("");
});

test("somebody who has written too much joins with a right code, and is answered at once and from then on", async () => {
  const code = await codeFor(it, post);
  await says("zhang", 6);
  expect(await it.say("zhang", `/join ${code}`)).toContain("已登记");
  for (const said of await says("zhang", 7, "进度")) expect(said).toContain("第1期");
});

test("a slip in typing a code is still answered after five messages, but nobody is told so without end", async () => {
  await says("mallory", 6);
  const said = await says("mallory", 30, "/join 2222-2222-2222");
  expect(said.filter((each) => each.includes("邀请码用不了"))).toHaveLength(15);
  expect(said.at(-1)).toBe("");
  await it.bot.idle();
  expect(it.heard(keeper).filter((each) => each.includes("邀请码"))).toHaveLength(1);
});

test("all strangers together are answered sixty times in a minute, and the roster's people as ever", async () => {
  const code = await codeFor(it, post);
  let answered = 0;
  for (let index = 0; index < 70; index += 1) if ((await it.say(`mallory-${index}`, "在吗")) !== "") answered += 1;
  expect(answered).toBe(60);
  expect(await it.say(keeper, "进度")).toContain("第1期");
  expect(await it.say("zhang", `/join ${code}`)).toContain("已登记");
  await it.bot.moveTo(it.bot.now() + MINUTE);
  expect(await it.say("li", "在吗")).toContain(known);
});

test("silence leaves nothing behind: of any number of strangers six hundred answers are remembered", () => {
  let answers: Answers = [];
  for (let each = 0; each < 5_000; each += 1)
    answers = withAnswer(answers, `telegram/${each}`, each * 0.25 * SECOND, 5) ?? answers;
  expect(answers.length).toBeLessThanOrEqual(600);
  expect(withAnswer(answers, "telegram/1", 60 * MINUTE, 5)).toEqual([{ account: "telegram/1", at: 60 * MINUTE }]);
});

test("nobody is kept waiting by a clock that was put back", () => {
  let answers: Answers = [];
  for (let each = 0; each < 5; each += 1) answers = withAnswer(answers, "a", 60 * MINUTE, 5) ?? answers;
  expect(withAnswer(answers, "a", 60 * MINUTE, 5)).toBeUndefined();
  expect(withAnswer(answers, "a", 5 * MINUTE, 5)).toHaveLength(1);
});
