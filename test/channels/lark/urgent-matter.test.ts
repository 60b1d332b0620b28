import { afterEach, beforeEach, expect, test } from "vitest";
import { type LarkBot, larkBotIn, openIdOf } from "./bot.ts";
import type { Chat } from "./platform/state.ts";

const liaison = openIdOf("fuzhou-market-liaison");
const deputy = openIdOf("fuzhou-market-deputy");
const [first, second] = [openIdOf("leader-1"), openIdOf("leader-2")];
const keeper = openIdOf("fj-coordinator");
const group: Chat = { id: "oc_leaders", kind: "group", people: [first, second, keeper], bot: true };

let it: LarkBot;
beforeEach(async () => {
  it = await larkBotIn(group);
});
afterEach(() => it.end());

const chatOf = (who: string) => (who.startsWith("oc_") ? who : it.platform.state.p2p(who).id);

/** Resolves once the bot has said in the chat what holds these words; gives that message's id. */
async function told(who: string, words: string): Promise<string> {
  for (let looks = 0; looks < 500; looks += 1) {
    const found = it.platform.state.messages.findLast(
      ({ chat, from, content }) => chat === chatOf(who) && from === "bot" && content.includes(words),
    );
    if (found) return found.id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${who} was never told of ${words}`);
}
const heard = (who: string, words: string) =>
  it.platform.state.messages.filter(
    ({ chat, from, content }) => chat === chatOf(who) && from === "bot" && content.includes(words),
  ).length;

async function reports(): Promise<void> {
  await it.say(liaison, "重大事项");
  await it.say(liaison, "仓库起火，约 5 万只口罩过火");
  await it.say(liaison, "闽侯县荆溪镇");
  await it.say(liaison, "口罩");
  await it.say(liaison, "重大");
  await it.say(liaison, "跳过");
  await it.say(liaison, "是");
  await it.bot.tick();
}

const isReached = (who: string) => {
  const member = it.bot.house.people.member(who);
  return member && it.bot.house.people.addressOf(member, ["lark"]) !== undefined;
};

test("a major matter goes to the group at once, is acknowledged there, and an instruction in reply reaches the reporter", async () => {
  await reports();
  const posted = await told(group.id, "仓库起火，约 5 万只口罩过火");
  await it.platform.presses(second, posted, "知悉");
  await told(liaison, "知悉");
  await it.platform.says(first, "封存现场，今晚报情况", { chat: group.id, mention: true, parent: posted }).taken;
  const instructed = await told(liaison, "封存现场，今晚报情况");
  // Nobody answers sooner than the delivery is recorded.
  await it.bot.tick();
  await it.platform.says(liaison, "已封存，无人员伤亡", { parent: instructed }).taken;
  await told(group.id, "已封存，无人员伤亡");
  expect(it.platform.state.unknown.size).toBe(0);
});

test("whoever may not acknowledge is told so, and an old button says what became of the matter", async () => {
  await reports();
  const posted = await told(group.id, "仓库起火");
  const card = it.platform.state.message(posted)?.content ?? "";
  await it.platform.presses(keeper, posted, "知悉");
  await told(group.id, "这一步不由您办理");
  await it.platform.presses(first, posted, "知悉");
  await told(group.id, "处置中");
  const message = it.platform.state.message(posted);
  // A phone that has not been shown the new card yet.
  if (message) message.content = card;
  await it.platform.presses(second, posted, "知悉");
  await told(group.id, "这件事已有新进展");
});

test("where nobody acknowledges it within half an hour the first leader is told, half an hour later the next", async () => {
  await reports();
  await told(group.id, "仓库起火");
  await it.at("2020-05-19T09:31+08:00");
  expect([first, second].map((who) => heard(who, "重大事项第1号"))).toEqual([1, 0]);
  await it.at("2020-05-19T10:01+08:00");
  expect([first, second].map((who) => heard(who, "重大事项第1号"))).toEqual([1, 1]);
});

test("a leader who stopped the bot is recorded, the next one is told at once, and the coordinator too", async () => {
  await reports();
  it.platform.state.stopped.add(first);
  await it.at("2020-05-19T09:31+08:00");
  await told(second, "重大事项第1号");
  await told(keeper, "停用了机器人");
  expect(isReached("leader-1")).toBe(false);
});

test("what the reporter, who stopped the bot, is to be told goes to the deputy", async () => {
  await reports();
  const posted = await told(group.id, "仓库起火");
  it.platform.state.stopped.add(liaison);
  await it.platform.says(first, "封存现场", { chat: group.id, mention: true, parent: posted }).taken;
  await told(deputy, "封存现场");
  expect(isReached("fuzhou-market-liaison")).toBe(false);
});

test("where the group is dissolved the matter goes to a leader, and the coordinator hears of the group", async () => {
  it.platform.state.chats.set(group.id, { ...group, bot: false });
  await reports();
  await told(first, "仓库起火");
  await told(keeper, "机器人被移出");
});

test("a reminder that is refused goes to the deputy, and the liaison is recorded as out of reach", async () => {
  it.platform.state.stopped.add(liaison);
  await it.at("2020-05-20T17:01+08:00");
  await told(deputy, "截止");
  expect(isReached("fuzhou-market-liaison")).toBe(false);
  expect(heard(keeper, "停用了机器人")).toBe(1);
});
