import { afterEach, beforeEach, expect, test } from "vitest";
import { arrears } from "../../src/app/deliveries/arrears.ts";
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
  const heads = ids.map((id) => {
    const unit = id.split("-").slice(0, 2).join("-");
    return { id, name: id, role: "head", unit, addresses: {} } as const;
  });
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
const zero = async (who = liaison) => {
  await say(who, "零报告");
  return say(who, "是");
};
/** What somebody says or presses, and what goes beside the answer, are done. */
const say = async (whom: string, text: string, where?: { readonly id: string }) => {
  const answer = await it.say(whom, text, where);
  await it.bot.idle();
  return answer;
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
/** Deliveries of the round that were begun and came to nothing yet. */
const underWay = async () => {
  const round = await it.store.read(roundKey(signed.id, "2020-05-21"));
  const deliveries = round?.kind === "round" ? Object.entries(round.doc.deliveries) : [];
  return deliveries.flatMap(([key, { state }]) => (state === "sending" ? [key] : []));
};

test("a request for approval that may have got lost comes again, marked, once", async () => {
  to(head, { kind: "unknown" });
  expect(await zero()).toContain("审核通过才算报送");
  expect(await arrears(it.bot.house)).toMatchObject({ count: 1 });
  to("nobody", { kind: "unknown" });
  await after(3);
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
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
  await say(liaison, "撤回");
  await say(liaison, "是");
  to("nobody", { kind: "unknown" });
  await after(11);
  expect(signings(head)).toEqual([]);
  to(head, { kind: "unknown" });
  await zero();
  to("nobody", { kind: "unknown" });
  await say(head, "同意");
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
  expect(await say(head, "退回修改 写具体些")).toContain("已退回");
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
  await say(head, "同意");
  expect(signings("fuzhou-commerce-deputy")[0]).toContain("已同意");
});

test("a verdict that is given again is answered as before, and tells nobody twice", async () => {
  await zero();
  const first = await say(head, "同意", { id: "again" });
  expect(await say(head, "同意", { id: "again" })).toBe(first);
  expect(signings(liaison)).toHaveLength(1);
});

test("a head who comes into the office while a report waits is asked too, the one before no more", async () => {
  to(head, { kind: "retry", after: 600_000 });
  await zero();
  it = await it.restart({ roster: withHeads(second) });
  await after(11);
  expect(signings(head)).toEqual([]);
  expect(signings(second)).toHaveLength(1);
  expect(await underWay()).toEqual([]);
});

test("a report stands and its liaison is told so, whatever goes wrong as the head is asked", async () => {
  await it.end();
  let broken = true;
  it = await world({
    flows: [signed],
    roster: withHeads(head),
    around: (store) => ({
      ...store,
      change: (keys, by) =>
        store.change(keys, (docs) => {
          const entries = by(docs);
          if (broken && entries.some(({ entry }) => entry.kind === "sending" && entry.delivery.startsWith("sign/")))
            throw new Error("torn");
          return entries;
        }),
    }),
  });
  expect(await zero()).toContain("审核通过才算报送");
  expect(it.log.join()).toContain("signing-not-said");
  broken = false;
  await it.bot.tick();
  expect(signings(head)).toHaveLength(1);
});

test("nobody waits until a head's platform has taken the request, neither for an answer nor for another head's", async () => {
  await it.end();
  const other = "fuzhou-market-head";
  it = await world({ flows: [signed], roster: withHeads(head, other) });
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  it.answerWith(async ({ to: { id } }) => {
    if (id === head) await slow;
    return { kind: "sent", id: `to ${id}` };
  });
  for (const who of [liaison, "fuzhou-market-liaison"]) {
    await it.say(who, "零报告");
    expect(await it.say(who, "是")).toContain("审核通过才算报送");
  }
  await expect.poll(() => signings(other)).toHaveLength(1);
  const stopped = it.bot.stop();
  release();
  await stopped;
  expect(signings(head)).toHaveLength(1);
});

test("what a unit does asks its own head alone, and once: the rest is for the next look at what is owed", async () => {
  await it.end();
  const other = "fuzhou-market-head";
  it = await world({ flows: [signed], roster: withHeads(head, other) });
  const tried: string[] = [];
  it.answerWith(({ key, to: { id } }) => {
    if (key.startsWith("sign/")) tried.push(id);
    return id === head ? { kind: "retry", after: 60_000 } : { kind: "sent", id: key };
  });
  await zero();
  it.bot.house.clock.advance?.(it.bot.now() + 120_000);
  await say(liaison, "核对");
  await zero("fuzhou-market-liaison");
  expect(tried).toEqual([head, other]);
  await it.bot.tick();
  expect(tried).toEqual([head, other, head]);
});

test("what a head asked to mend is told in its own words, and no more once it was sent again", async () => {
  await zero();
  to(liaison, { kind: "retry", after: 600_000 });
  await say(head, "退回修改 甲");
  for (const words of ["改 工作情况 走访企业3家。", "提交", "提交"]) await say(liaison, words);
  expect(await status()).toBe("awaiting");
  await say(head, "退回修改 乙");
  to("nobody", { kind: "unknown" });
  await after(20);
  expect(signings(liaison).map((text) => text.split("\n")[0])).toEqual([expect.stringContaining("退回修改：乙")]);
  expect(await underWay()).toEqual([]);
});

test("nobody is asked to approve what is locked, until it is opened for the unit again", async () => {
  to(head, { kind: "retry", after: 24 * 3_600_000 });
  await zero();
  await it.at("2020-05-22T10:00+08:00");
  expect(await underWay()).toHaveLength(1);
  await say("fj-coordinator", "锁定 数据已上报总局");
  to("nobody", { kind: "unknown" });
  it = await it.restart({ roster: withHeads(head, second) });
  await after(24 * 60);
  expect([...signings(head), ...signings(second)]).toEqual([]);
  expect(await underWay()).toEqual([]);
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
  await say("fj-coordinator", "开放补报 福州商务");
  await it.bot.tick();
  expect(signings(second)).toHaveLength(1);
  expect(await it.press(second, "同意报送")).toContain("报送完成");
});
