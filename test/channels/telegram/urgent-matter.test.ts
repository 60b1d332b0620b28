import { afterEach, beforeEach, expect, test } from "vitest";
import { type OnTelegram, onTelegram } from "./bot.ts";

let it: OnTelegram;
let group: number;
beforeEach(async () => {
  it = await onTelegram();
  group = it.account("leadership");
});
afterEach(() => it.end());

const liaison = "fuzhou-market-liaison";
const texts = (who: string) => it.platform.shown(it.account(who)).map(({ text }) => text);

async function reports(what = "仓库起火，约 5 万只口罩过火"): Promise<void> {
  await it.says(liaison, "重大事项");
  await it.says(liaison, what);
  await it.says(liaison, "闽侯县荆溪镇");
  await it.presses(liaison, "口罩");
  await it.presses(liaison, "重大");
  await it.presses(liaison, "跳过");
  await it.presses(liaison, "已知悉");
  await it.bot.tick();
}

const tappable = (chat: number) => {
  const { text, entities } = it.last(chat);
  return entities
    .filter(({ type }) => type !== "bold")
    .map((each) => text.slice(each.offset, each.offset + each.length));
};

/** The phone's owner blocks the bot, and nobody tells the bot. */
const silently = (who: string, state: "kicked" | "left" = "kicked") => {
  const chat = it.platform.memory.chats.get(it.account(who));
  if (chat) chat.bot = state;
};
const isReached = (who: string) => {
  const member = it.bot.house.people.member(who);
  return member && it.bot.house.people.addressOf(member, ["telegram"]) !== undefined;
};

test("a major matter goes to the group at once, is acknowledged there, and an instruction in reply reaches the reporter", async () => {
  await reports();
  const posted = it.last(group);
  expect(posted.text).toContain("重大事项第1号 · 待知悉");
  expect(posted.text).toContain("仓库起火，约 5 万只口罩过火");
  await it.presses("leader-2", "知悉", group);
  await it.bot.tick();
  expect(it.last(group).text).toContain("处置中");
  expect(it.last(it.account(liaison)).text).toContain("省市场监管局分管副局长 知悉");
  await it.says("leader-1", "封存现场，今晚报情况", group, posted.id);
  await it.bot.tick();
  expect(it.last(it.account(liaison)).text).toContain("省市场监管局局长 批示");
  expect(it.last(it.account(liaison)).text).toContain("封存现场，今晚报情况");
  // The reporter answers the message that brought it.
  await it.says(liaison, "已封存，无人员伤亡", undefined, it.last(it.account(liaison)).id);
  await it.bot.tick();
  expect(it.last(group).text).toContain("已封存，无人员伤亡");
  expect(it.platform.troubles).toEqual([]);
});

test("what a liaison writes calls nobody in the group, and puts no command and no link there to be tapped", async () => {
  await reports(
    "仓库起火，过火 1.5 万只，@province_head 请 /lock@baosong_test_bot 或 /lock，见 t.me/x 和 https://example.org",
  );
  expect(it.last(group).text.replaceAll("\u2060", "")).toContain(
    "过火 1.5 万只，@province_head 请 /lock@baosong_test_bot",
  );
  expect(tappable(group)).toEqual([]);
});

test("the bot's own commands stay to be tapped, in its sentences and in its list of them", async () => {
  await it.says("leader-1", "/language en");
  await it.says("leader-1", "/nonsense");
  expect(it.last(it.account("leader-1")).text).toContain("nonsense");
  expect(tappable(it.account("leader-1"))).toContain("/summary");
  expect(tappable(it.account("leader-1"))).not.toContain("/nonsense");
  await it.says("leader-1", "/help");
  expect(tappable(it.account("leader-1"))).toContain("/summary");
});

test("an invitation that a coordinator forwards has a link that opens the bot", async () => {
  await it.says("fj-coordinator", "/invite fuzhou-market");
  expect(tappable(it.account("fj-coordinator")).join(" ")).toContain("https://t.me/baosong_test_bot?start=");
});

test("whoever may not acknowledge is told so, and an old button says what became of the matter", async () => {
  await reports();
  await it.presses(liaison, "知悉", group);
  expect(it.last(group).text).toContain("这一步不由您办理");
  const posted = it.platform.shown(group).findLast(({ buttons }) => buttons.length > 0);
  const action = posted?.buttons.flat()[0]?.callback_data ?? "";
  await it.presses("leader-1", "知悉", group);
  await it.platform.presses(it.account("leader-2"), group, posted?.id ?? 0, action).confirmed;
  await it.shows(group, ({ text }) => text.includes("这件事已有新进展"));
});

test("where nobody acknowledges it within half an hour the first leader is told, half an hour later the next", async () => {
  await reports();
  const about = (who: string) => texts(who).filter((text) => text.includes("重大事项第1号")).length;
  await it.bot.moveTo(Date.parse("2020-05-19T09:31+08:00"));
  expect(["leader-1", "leader-2", "leader-3"].map(about)).toEqual([1, 0, 0]);
  await it.bot.moveTo(Date.parse("2020-05-19T10:01+08:00"));
  expect(["leader-1", "leader-2", "leader-3"].map(about)).toEqual([1, 1, 0]);
  await it.presses("leader-2", "知悉");
  await it.bot.moveTo(Date.parse("2020-05-19T11:01+08:00"));
  expect(["leader-1", "leader-3"].map(about)).toEqual([1, 0]);
});

test("a leader who blocked the bot is recorded, the next one is told at once, and the coordinator too", async () => {
  await reports();
  silently("leader-1");
  await it.bot.moveTo(Date.parse("2020-05-19T09:31+08:00"));
  expect(texts("leader-2").at(-1)).toContain("重大事项第1号");
  expect(isReached("leader-1")).toBe(false);
  expect(texts("fj-coordinator").at(-1)).toContain("停用了机器人");
});

test("what the reporter, who blocked the bot, is to be told goes to the deputy", async () => {
  await reports();
  silently(liaison);
  await it.says("leader-1", "封存现场", group, it.last(group).id);
  await it.bot.tick();
  expect(texts("fuzhou-market-deputy").at(-1)).toContain("封存现场");
  expect(isReached(liaison)).toBe(false);
});

test("where the group has thrown the bot out the matter goes to a leader, and the coordinator hears of the group", async () => {
  silently("leadership", "kicked");
  await reports();
  expect(texts("leader-1").at(-1)).toContain("仓库起火，约 5 万只口罩过火");
  expect(texts("fj-coordinator").at(-1)).toContain("机器人被移出");
});

test("where a message reaches nobody it is for, a coordinator is to pass it on", async () => {
  await reports();
  silently(liaison);
  silently("fuzhou-market-deputy");
  await it.says("leader-1", "封存现场", group, it.last(group).id);
  await it.bot.tick();
  const said = texts("fj-coordinator").find((text) => text.includes("请您转告"));
  expect(said).toContain("封存现场");
});

test("a reminder that is refused goes to the deputy, and the liaison is recorded as out of reach", async () => {
  silently(liaison);
  await it.bot.moveTo(Date.parse("2020-05-20T17:01+08:00"));
  expect(isReached(liaison)).toBe(false);
  expect(texts("fuzhou-market-deputy").at(-1)).toContain("截止");
  expect(texts("fj-coordinator").filter((text) => text.includes("停用了机器人"))).toHaveLength(1);
});
