import { afterEach, beforeEach, expect, test } from "vitest";
import { type OnTelegram, onTelegram } from "./bot.ts";
import type { Shown } from "./loopback/chats.ts";

let it: OnTelegram;
let group: number;
beforeEach(async () => {
  it = await onTelegram();
  group = it.account("leadership");
});
afterEach(() => it.end());

const liaison = "fuzhou-market-liaison";

/** The first posting, of one report and many that are missing. */
async function posted() {
  await it.says(liaison, "零报告");
  await it.presses(liaison, "是");
  await it.bot.moveTo(Date.parse("2020-05-21T17:01+08:00"));
  const posting = it.platform.shown(group).find(({ text }) => text.includes("第1版"));
  if (!posting) throw new Error("nothing was posted");
  return posting;
}

/** Presses, and waits until the group is shown something new that is like this. */
async function after(person: string, message: number, action: string, like: (shown: Shown) => boolean): Promise<void> {
  const before = it.platform.shown(group).length;
  await it.platform.presses(it.account(person), group, message, action).confirmed;
  await it.shows(group, like, before);
}
const says =
  (words: string) =>
  ({ text }: Shown): boolean =>
    text.includes(words);

test("a later version replies to the first", async () => {
  const first = await posted();
  await it.says("xiamen-market-liaison", "零报告");
  await it.presses("xiamen-market-liaison", "是");
  await it.presses("xiamen-market-liaison", "核对数据");
  await it.bot.moveTo(Date.parse("2020-05-21T17:30+08:00"));
  const second = it.platform.shown(group).find(({ text }) => text.includes("第2版"));
  expect(second?.answers).toBe(first.id);
  expect(it.platform.troubles).toEqual([]);
});

test("every button under a posting gives the leaders what it says; the reminder, which they may not give, is not among them", async () => {
  const { id, buttons } = await posted();
  const labels = buttons.flat().map(({ text }) => text);
  expect(labels).toEqual(["表格图", "Excel", "按地市", "按项目"]);
  const press = (person: string, label: string, like: (shown: Shown) => boolean) =>
    after(person, id, buttons.flat().find(({ text }) => text === label)?.callback_data ?? "", like);
  await press("leader-1", "表格图", ({ file }) => file?.name.endsWith(".png") === true);
  await press("leader-1", "Excel", ({ file }) => file?.name.endsWith(".xlsx") === true);
  await press("leader-1", "按地市", says("福州"));
  await press("leader-1", "按项目", says("口罩"));
  expect(it.platform.troubles).toEqual([]);
});

test("a press that is stale, forged or not one's own gets a sentence and changes nothing", async () => {
  const { id } = await posted();
  await after("leader-1", id, "cmd:summary:99 as.picture", says("99"));
  await after("leader-1", id, "cmd:summary:'; drop", says("没看懂"));
  await after(liaison, id, "cmd:lock:1 forged", says("由协调员使用"));
  for (const forged of ["zz:rubbish", "cmd:nonsense", "fx:2020-05-21:yes:review"])
    await after("leader-1", id, forged, says("这个按钮用不了了"));
});

test("the buttons of a status and of a summary in a private chat are answered there", async () => {
  await posted();
  for (const command of ["进度", "汇总"]) {
    await it.says("leader-1", command);
    const chat = it.account("leader-1");
    const shown = it.platform.shown(chat).findLast(({ buttons }) => buttons.length > 0);
    expect(shown?.buttons.flat().length).toBeGreaterThan(0);
    for (const { text, callback_data: action = "" } of shown?.buttons.flat() ?? []) {
      const said = new Promise<string>((resolve) =>
        it.platform.onSent((where, message) => where === chat && resolve(message.text + message.kind)),
      );
      await it.platform.presses(chat, chat, shown?.id ?? 0, action).confirmed;
      expect([text, await said]).toEqual([text, expect.not.stringContaining("没看懂")]);
    }
  }
  expect(it.platform.troubles).toEqual([]);
});
