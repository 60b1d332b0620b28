import { afterEach, expect, test } from "vitest";
import { exampleRoster } from "../../world.ts";
import { type LarkBot, larkBot, onLark, openIdOf } from "./bot.ts";
import type { Chat } from "./platform/state.ts";
import { readCard } from "./platform/view.ts";

const keeper = openIdOf("fj-coordinator");
const leader = openIdOf("leader-1");
const liaison = openIdOf("fuzhou-market-liaison");
const zhang = { openId: "ou_zhang", name: "张三", userId: "A0017" };
const canteen: Chat = { id: "oc_canteen", kind: "group", people: [keeper, leader], bot: true };

let it: LarkBot;
afterEach(() => it.end());

test("somebody whom nobody knows joins with a code and is known from then on", async () => {
  it = await larkBot({ people: [zhang] });
  const invited = await it.say(keeper, "邀请 福州市监");
  const code = /[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}/.exec(invited)?.[0] ?? "";
  expect(await it.say(zhang.openId, "你好")).toContain("有邀请码请发：加入 邀请码");
  expect(await it.say(zhang.openId, `加入 ${code} 张三 0591-87654321`)).toContain("已登记：福州市市场监督管理局联络员");
  expect(await it.say(zhang.openId, "进度")).toContain("第1期");
});

test("somebody whom the roster names by staff number is known from the first word", async () => {
  const { roster } = onLark(exampleRoster());
  const people = roster.people.map((each) =>
    each.id === "fuzhou-market-liaison" ? { ...each, addresses: { lark: "A0017" } } : each,
  );
  it = await larkBot({ people: [zhang] }, { ...roster, people });
  expect(await it.say(zhang.openId, "进度")).toContain("福州市市场监督管理局");
});

test("whoever opens the chat for the first time is welcomed, and the menu gives commands", async () => {
  it = await larkBot({ people: [zhang] });
  const chat = it.platform.state.p2p(zhang.openId).id;
  let next = it.platform.next(chat);
  await it.platform.event("im.chat.access_event.bot_p2p_chat_entered_v1", {
    chat_id: chat,
    operator_id: { open_id: zhang.openId },
  }).taken;
  expect(readCard((await next).content).text).toContain("只对已登记的联络员开放");
  const own = it.platform.state.p2p(liaison).id;
  next = it.platform.next(own);
  await it.platform.event("application.bot.menu_v6", {
    operator: { operator_id: { open_id: liaison } },
    event_key: "status",
  }).taken;
  expect(readCard((await next).content).text).toContain("第1期");
});

test("the bot is added to a group, claimed there by the coordinator alone, and posts to it", async () => {
  it = await larkBot({ groups: [canteen] });
  const next = it.platform.next(canteen.id);
  await it.platform.event("im.chat.member.bot.added_v1", {
    chat_id: canteen.id,
    operator_id: { open_id: leader },
    name: "食堂",
  }).taken;
  expect(readCard((await next).content).text).toContain("设为领导群");
  const offer = it.newest(canteen.id);
  expect(await it.press(leader, "设为领导群", undefined, canteen.id)).toContain("由协调员使用");
  const after = it.platform.next(canteen.id);
  await it.platform.presses(keeper, offer.id, "设为领导群");
  expect(readCard((await after).content).text).toContain("本群已设为专项整治领导小组");
  expect((await after).parent).toBe(offer.id);
  expect(await it.say(leader, "进度", { chat: canteen.id, mention: true })).toContain("第1期进度");
  await it.at("2020-05-21T17:00+08:00");
  const sent = it.platform.state.messages.filter(({ chat, from }) => chat === canteen.id && from === "bot");
  expect(sent.some(({ content }) => content.includes("第1版"))).toBe(true);
  expect(sent.some(({ type }) => type === "file")).toBe(true);
});
