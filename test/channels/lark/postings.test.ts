import { afterEach, beforeEach, expect, test } from "vitest";
import { type LarkBot, larkBotIn, openIdOf } from "./bot.ts";
import type { Chat, Message } from "./platform/state.ts";
import { readCard } from "./platform/view.ts";

const liaison = openIdOf("fuzhou-market-liaison");
const leader = openIdOf("leader-1");
const keeper = openIdOf("fj-coordinator");
const group: Chat = { id: "oc_leaders", kind: "group", people: [leader, keeper, liaison], bot: true };

let it: LarkBot;
beforeEach(async () => {
  it = await larkBotIn(group);
});
afterEach(() => it.end());

const inGroup = () => it.platform.state.messages.filter(({ chat, from }) => chat === group.id && from === "bot");

async function posted(): Promise<Message> {
  await it.say(liaison, "零报告");
  await it.say(liaison, "是");
  await it.at("2020-05-21T17:01+08:00");
  const found = inGroup().find(({ content }) => content.includes("第1版"));
  if (!found) throw new Error("nothing was posted");
  return found;
}

/** Resolves once the group shows something like this after its first `from` messages. */
async function shows(from: number, like: (message: Message) => boolean): Promise<void> {
  for (let looks = 0; looks < 500; looks += 1) {
    if (inGroup().slice(from).some(like)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never shown; the last is ${inGroup().at(-1)?.content.slice(0, 200)}`);
}
const says =
  (words: string) =>
  ({ content }: Message): boolean =>
    content.includes(words);

test("every button under a posting gives the leaders what it says; the reminder, which they may not give, is not among them", async () => {
  const { id, content } = await posted();
  expect(readCard(content).buttons.map(({ label }) => label)).toEqual(["表格图", "Excel", "按地市", "按项目"]);
  const press = async (person: string, label: string, like: (message: Message) => boolean) => {
    const before = inGroup().length;
    await it.platform.presses(person, id, label);
    await shows(before, like);
  };
  await press(leader, "表格图", says("img_key"));
  await press(leader, "Excel", ({ type }) => type === "file");
  await press(leader, "按地市", says("福州"));
  await press(leader, "按项目", says("口罩"));
});

test("a press that is stale, forged or not one's own gets a sentence and changes nothing", async () => {
  const message = await posted();
  const press = async (person: string, action: string, words: string) => {
    const before = inGroup().length;
    const value = { a: action, to: group.id };
    await it.platform.callback(person, message, { tag: "button", value, timezone: "Asia/Shanghai" });
    await shows(before, says(words));
  };
  await press(leader, "cmd:summary:99 as.picture", "99");
  await press(leader, "cmd:summary:'; drop", "没看懂");
  await press(liaison, "cmd:lock:1 forged", "由协调员使用");
  await press(leader, "zz:rubbish", "这个按钮用不了了");
  await press(leader, "cmd:nonsense", "这个按钮用不了了");
});

test.each([
  ["in a private chat", undefined],
  ["in the group", group.id],
])("the buttons of a status and of a summary %s are answered there", async (_where, room) => {
  await posted();
  const chat = room ?? it.platform.state.p2p(leader).id;
  for (const command of ["进度", "汇总"]) {
    await it.say(leader, command, room === undefined ? {} : { chat: room, mention: true });
    const asked = it.platform.state.messages.findLast(
      ({ chat: where, content, type }) =>
        where === chat && type === "interactive" && readCard(content).buttons.length > 0,
    );
    const { buttons } = readCard(asked?.content ?? "{}");
    expect(buttons.length).toBeGreaterThan(0);
    for (const { label, action } of buttons) {
      const next = it.platform.next(chat);
      await it.platform.presses(leader, asked?.id ?? "", action);
      const { content } = await next;
      expect([command, label, content]).toEqual([command, label, expect.not.stringMatching(/没看懂|用不了/)]);
    }
  }
  expect(it.log).toEqual([]);
});
