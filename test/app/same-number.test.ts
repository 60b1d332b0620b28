import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

/* Telegram numbers the messages of each chat by itself: here everything that the bot sends is number 57 of its chat. */

let it: World;
beforeEach(async () => {
  it = await world();
  it.answerWith(({ to }) => ({ kind: "sent", id: to.id === "leadership" ? "9" : "57" }));
});
afterEach(() => it.end());

const reply = (person: string, chat: string, answers: string) =>
  it.act(person, { kind: "said", text: "福州的口罩罚没为什么这么高？", answers }, { chat });

test("a leader's reply to a colleague whose message has the number of somebody's private sheet asks no unit anything", async () => {
  await it.at("2020-05-21T17:00+08:00");
  const before = it.sent.length;
  expect(await reply("leader-1", "leadership", "57")).toBe("");
  expect(it.sent.slice(before)).toEqual([]);
  expect(await reply("leader-1", "leadership", "9")).not.toBe("");
});

test("a deputy's reply to a message of their own chat is no answer to the question that the liaison got", async () => {
  await it.at("2020-05-21T17:00+08:00");
  const asked = { kind: "said", text: "福州市监 口罩罚没为什么这么高？", mentioned: true } as const;
  expect(await it.act("leader-1", asked, { chat: "leadership" })).toContain("已转福州市监");
  expect(await reply("fuzhou-market-deputy", "fuzhou-market-deputy", "57")).not.toContain("答复已转给领导");
  expect(await reply("fuzhou-market-liaison", "fuzhou-market-liaison", "57")).toContain("答复已转给领导");
});
