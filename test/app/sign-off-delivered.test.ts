import { afterEach, beforeEach, expect, test } from "vitest";
import { showsAll } from "../../src/channels/channel.ts";
import { roundKey } from "../../src/core/entry.ts";
import type { Outbound, Sent } from "../../src/core/message.ts";
import type { Roster } from "../../src/core/roster.ts";
import { flowFrom, shown } from "../interview/talk.ts";
import { exampleRoster, type World, world } from "../world.ts";

const liaison = "fuzhou-commerce-liaison";
const head = "fuzhou-commerce-head";
const second = "fuzhou-commerce-second-head";
const signed = { ...flowFrom("flows/epidemic-supplies-weekly.yaml"), sign_off: true };

function withHeads(...ids: readonly string[]): Roster {
  const roster = exampleRoster();
  const heads = ids.map((id) => ({ id, name: id, role: "head", unit: "fuzhou-commerce", addresses: {} }) as const);
  return { ...roster, people: [...roster.people, ...heads] };
}

let it: World;
beforeEach(async () => {
  // A platform as Telegram is: it cannot tell a repeat from a new message.
  const channel = { can: { ...showsAll, tellsRepeats: 0 } };
  it = await world({ flows: [signed], roster: withHeads(head), channel });
});
afterEach(() => it.end());

const status = async () => (await it.bot.desk.report("2020-05-21", "fuzhou-commerce"))?.status;
const zero = async () => {
  await it.say(liaison, "零报告");
  return it.say(liaison, "是");
};
/** From here on what goes to somebody becomes this, and everything else is sent. */
const to = (whom: string, became: Sent | ((message: Outbound) => Sent)) => {
  let count = 0;
  it.answerWith((message) => {
    if (message.to.id === whom) return typeof became === "function" ? became(message) : became;
    count += 1;
    return { kind: "sent", id: `t${count}` };
  });
};
const after = (minutes: number) => it.at(new Date(it.bot.now() + minutes * 60_000).toISOString());
const signings = (whom: string) =>
  it.sent.filter(({ key, to: { id } }) => key.startsWith("sign/") && id === whom).map(({ blocks }) => shown(blocks));

test("a request for approval that may have got lost comes again, marked, once", async () => {
  to(head, { kind: "unknown" });
  expect(await zero()).toContain("审核通过才算报送");
  to("nobody", { kind: "unknown" });
  await after(3);
  expect(signings(head)).toHaveLength(1);
  expect(signings(head)[0]).toContain("重发");
  expect(signings(head)[0]).toContain("请您审核：");
  await after(10);
  it = await it.restart();
  expect(signings(head)).toEqual([]);
});

test("one that the platform put off comes after a restart, without a mark, and can be approved", async () => {
  to(head, { kind: "retry", after: 600_000 });
  await zero();
  it = await it.restart();
  await after(11);
  expect(signings(head)).toHaveLength(1);
  expect(signings(head)[0]).not.toContain("重发");
  expect(await it.press(head, "同意报送")).toContain("报送完成");
  expect(await status()).toBe("submitted");
});

test("a request is not repeated once the report was taken back or approved meanwhile", async () => {
  to(head, { kind: "retry", after: 600_000 });
  await zero();
  await it.say(liaison, "撤回");
  await it.say(liaison, "是");
  to("nobody", { kind: "unknown" });
  await after(11);
  expect(signings(head)).toEqual([]);
  to(head, { kind: "unknown" });
  await zero();
  to("nobody", { kind: "unknown" });
  await it.say(head, "同意");
  await after(11);
  expect(signings(head)).toEqual([]);
});

test("where the head has blocked the bot another head is asked, else the liaison is asked to tell the head", async () => {
  const gone: Sent = { kind: "refused", why: "blocked", gone: true };
  to(head, gone);
  await zero();
  expect(signings(liaison)).toHaveLength(1);
  expect(signings(liaison)[0]).toContain("收不到");
  expect(it.heard("fj-coordinator").at(-1)).toContain("停用了机器人");
  await it.end();
  it = await world({ flows: [signed], roster: withHeads(head, second) });
  to(head, gone);
  await zero();
  expect(signings(second)).toHaveLength(1);
  expect(signings(liaison)).toEqual([]);
});

test("the verdict comes again to the liaison where it may have got lost, marked, once", async () => {
  await zero();
  to(liaison, { kind: "unknown" });
  expect(await it.say(head, "退回修改 写具体些")).toContain("已退回");
  to("nobody", { kind: "unknown" });
  await after(3);
  expect(signings(liaison)).toHaveLength(1);
  expect(signings(liaison)[0]).toContain("重发");
  expect(signings(liaison)[0]).toContain("退回修改：写具体些");
  await after(10);
  expect(signings(liaison)).toHaveLength(1);
});

test("a verdict whose liaison has blocked the bot goes to the deputy", async () => {
  await zero();
  to(liaison, { kind: "refused", why: "blocked", gone: true });
  await it.say(head, "同意");
  expect(signings("fuzhou-commerce-deputy")[0]).toContain("已同意");
});

test("a verdict that is given again is answered as before, and tells nobody twice", async () => {
  await zero();
  const first = await it.say(head, "同意", { id: "again" });
  expect(await it.say(head, "同意", { id: "again" })).toBe(first);
  expect(signings(liaison)).toHaveLength(1);
});

test("a head who comes into the office while a report waits is asked too, the one before no more", async () => {
  to(head, { kind: "retry", after: 600_000 });
  await zero();
  it = await it.restart({ roster: withHeads(second) });
  await after(11);
  expect(signings(head)).toEqual([]);
  expect(signings(second)).toHaveLength(1);
  const round = await it.store.read(roundKey(signed.id, "2020-05-21"));
  const owing = round?.kind === "round" ? Object.values(round.doc.deliveries) : [];
  expect(owing.filter(({ state }) => state === "sending")).toEqual([]);
});
