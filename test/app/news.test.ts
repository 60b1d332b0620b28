import { afterEach, beforeEach, expect, test } from "vitest";
import { arrears } from "../../src/app/deliveries/arrears.ts";
import { nextDuty } from "../../src/app/deliveries/duties.ts";
import { showsAll } from "../../src/channels/channel.ts";
import { shareOf } from "../../src/core/directory.ts";
import { type DocKey, doorKey, groupKey } from "../../src/core/entry.ts";
import type { Outbound, Sent } from "../../src/core/message.ts";
import type { Roster } from "../../src/core/roster.ts";
import { MINUTE } from "../../src/core/time.ts";
import { StoreFailure } from "../../src/store/store.ts";
import { verify } from "../../src/store/verify.ts";
import { shown } from "../interview/talk.ts";
import { exampleRoster, type World, type WorldOptions, world } from "../world.ts";
import { codeFor } from "./code-for.ts";

const post = "fuzhou-market-liaison";
const keeper = "fj-coordinator";
const second = "second-coordinator";

/** What stands between the bot and its store: while it is torn, nothing can be begun to be told. */
let torn = false;
/** The next attempt begins once this is over. */
let held: Promise<void> | undefined;
const options: WorldOptions = {
  // A platform as Telegram is: it cannot tell a repeat from a new message.
  channel: { can: { ...showsAll, tellsRepeats: 0 } },
  around: (store) => ({
    ...store,
    change: async (keys, by) => {
      const over = held;
      held = undefined;
      await over;
      return store.change(keys, (docs) => {
        const entries = by(docs);
        if (torn && entries.some(({ entry }) => entry.kind === "sending" && entry.delivery.startsWith("news/")))
          throw new Error("torn");
        return entries;
      });
    },
  }),
};

let it: World;
beforeEach(async () => {
  torn = false;
  it = await world(options);
});
afterEach(() => it.end());

function withSecond(): Roster {
  const roster = exampleRoster();
  const unit = roster.people.find(({ id }) => id === keeper)?.unit ?? "";
  const person = { id: second, name: second, role: "coordinator", unit, addresses: {} } as const;
  return { ...roster, people: [...roster.people, person] };
}

/** What somebody says, and what goes beside the answer, are done. */
type At = { readonly id?: string; readonly chat?: string };
const say = async (who: string, text: string, where?: At) => {
  const answer = await it.say(who, text, where);
  await it.bot.idle();
  return answer;
};
const left = async (who: string, where?: At) => {
  await it.act(who, { kind: "left" }, where);
  await it.bot.idle();
};
const lockOut = async (who = "mallory", last = 6) => {
  for (let tries = 2; tries <= last; tries += 1) await say(who, `/join 2222-2222-222${tries}`);
};
/** From here on what tells somebody of something becomes this, and everything else is sent. */
const to = (whom: string, became: Sent | ((message: Outbound) => Promise<Sent>)) => {
  let count = 0;
  it.answerWith((message) => {
    if (message.to.id === whom && message.key.startsWith("news/"))
      return typeof became === "function" ? became(message) : became;
    count += 1;
    return { kind: "sent", id: `t${count}` };
  });
};
const after = (minutes: number) => it.at(new Date(it.bot.now() + minutes * MINUTE).toISOString());
const told = (whom: string) =>
  it.sent.filter(({ key, to: { id } }) => key.startsWith("news/") && id === whom).map(({ blocks }) => shown(blocks));
const newsOf = async (key: DocKey) => {
  const doc = await it.store.read(key);
  return doc && "news" in doc.doc ? doc.doc.news : undefined;
};

const group = groupKey("leadership");

/** What others are told of, how it comes about, and the document that it is recorded in. */
const happenings: readonly (readonly [string, string, DocKey, (where?: At) => Promise<unknown>])[] = [
  [
    "已由新的人接手",
    post,
    shareOf(post),
    async (where) => say("zhang", `/join ${await codeFor(it, post)} 张三 0591-87654321`, where),
  ],
  [
    "换人：新的人已在模拟页面登记",
    keeper,
    shareOf(post),
    async (where) => say("zhang", `/join ${await codeFor(it, post)}`, where),
  ],
  ["的登记已由协调员停用", post, shareOf(post), (where) => say(keeper, `/people ended ${post}`, where)],
  ["停用了机器人", keeper, shareOf(post), (where) => left(post, where)],
  ["连发 5 个错的邀请码", keeper, doorKey, () => lockOut()],
  ["机器人被移出", keeper, group, (where) => left(keeper, { ...where, chat: "leadership" })],
  ["汇总表今后发到别的群", "leadership", group, (where) => say(keeper, "/claim", { ...where, chat: "elsewhere" })],
];

test.each(happenings)(
  "%s is told after a restart where the process died before it was",
  async (words, whom, doc, happen) => {
    torn = true;
    await happen();
    expect(told(whom)).toEqual([]);
    expect(it.log.join()).toContain("news-not-told");
    torn = false;
    it = await it.restart();
    expect(told(whom)).toEqual([expect.stringContaining(words)]);
    expect(told(whom)[0]).not.toContain("重发");
    await after(10);
    it = await it.restart();
    expect(told(whom)).toEqual([]);
    expect(await newsOf(doc)).toMatchObject({ open: [], deliveries: {} });
    expect((await verify(it.store)).findings).toEqual([]);
  },
);

test.each(happenings)(
  "%s is told once the platform that put it off takes it, unmarked and once",
  async (words, whom, doc, happen) => {
    to(whom, { kind: "retry", after: 10 * MINUTE });
    await happen();
    expect(told(whom)).toEqual([]);
    expect(await arrears(it.bot.house)).toMatchObject({ count: 1 });
    expect(await nextDuty(it.bot.house, it.bot.now())).toBe(it.bot.now() + 10 * MINUTE);
    to("nobody", { kind: "unknown" });
    await after(9);
    expect(told(whom)).toEqual([]);
    await after(1);
    expect(told(whom)).toEqual([expect.stringContaining(words)]);
    expect(told(whom)[0]).not.toContain("重发");
    await after(60);
    expect(told(whom)).toHaveLength(1);
    expect(await arrears(it.bot.house)).toEqual({ count: 0 });
    expect(await newsOf(doc)).toMatchObject({ count: 1, open: [], deliveries: {} });
  },
);

test.each(happenings)(
  "%s is told again where it may have got lost, marked, once",
  async (words, whom, _doc, happen) => {
    to(whom, { kind: "unknown" });
    await happen();
    it = await it.restart();
    expect(told(whom)).toEqual([]);
    await after(3);
    expect(told(whom)).toEqual([expect.stringContaining(words)]);
    expect(told(whom)[0]).toContain("重发");
    await after(60);
    expect(told(whom)).toHaveLength(1);
  },
);

test.each(happenings)("%s is not told a day late, and forgotten", async (_words, whom, doc, happen) => {
  to(whom, { kind: "retry", after: 10 * MINUTE });
  await happen();
  await after(24 * 60);
  to("nobody", { kind: "unknown" });
  await after(24 * 60);
  expect(told(whom)).toEqual([]);
  expect(await newsOf(doc)).toMatchObject({ open: [], deliveries: {} });
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
});

test("what was recorded while the bot was down for days is told to nobody", async () => {
  torn = true;
  await left(post);
  torn = false;
  it = await it.restart({ start: "2020-05-25T09:00+08:00" });
  expect(told(keeper)).toEqual([]);
  expect(await newsOf(shareOf(post))).toMatchObject({ count: 1, open: [] });
});

test("a message that the platform delivers again tells nobody twice", async () => {
  const code = await codeFor(it, post);
  for (let times = 0; times < 3; times += 1) await say("zhang", `/join ${code}`, { id: "join" });
  it = await it.restart();
  await say("zhang", `/join ${code}`, { id: "join" });
  expect([...told(post), ...told(keeper)]).toEqual([]);
  for (let times = 0; times < 2; times += 1) await left("zhang", { id: "left" });
  expect(told(keeper)).toHaveLength(1);
  for (let times = 0; times < 2; times += 1) await say(keeper, `/people ended ${post}`, { id: "ended" });
  expect(told("zhang")).toHaveLength(1);
  for (let tries = 2; tries <= 6; tries += 1)
    for (let times = 0; times < 2; times += 1)
      await say("mallory", `/join 2222-2222-222${tries}`, { id: `try${tries}` });
  expect(told(keeper).filter((text) => text.includes("邀请码"))).toHaveLength(1);
});

test("what another instance recorded and did not get to telling is told by the one on duty", async () => {
  const about = { what: "all-locked", channel: "telegram" } as const;
  const hearers = [{ kind: "person", person: keeper }] as const;
  const origin = { id: "elsewhere", at: it.bot.now(), by: "bot" };
  await it.store.change([doorKey], () => [
    { key: doorKey, entry: { ...origin, kind: "concerned-others", about, hearers } },
  ]);
  await expect.poll(() => it.bot.house.untold.all().size).toBe(1);
  await it.bot.tick();
  expect(told(keeper)).toEqual([expect.stringContaining("100 个错的邀请码")]);
  await expect.poll(() => it.bot.house.untold.all().size).toBe(0);
});

test("a count of codes that cannot be read holds up neither the start nor what else others are to hear of", async () => {
  await lockOut();
  it = await it.restart({
    around: (store) => ({
      ...store,
      read: async (key) =>
        key === doorKey
          ? Promise.reject(new StoreFailure("damaged", { key: "store-entries-missing" }))
          : store.read(key),
    }),
  });
  await left(post);
  expect(told(keeper)).toEqual([expect.stringContaining("停用了机器人")]);
  expect(it.log.join()).toContain(doorKey);
});

test("an attempt that finds settled what it was to begin tells nobody twice", async () => {
  torn = true;
  await left(post);
  torn = false;
  let release = () => {};
  held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { tellNews } = it.bot.house;
  const late = tellNews(shareOf(post));
  await expect.poll(() => held === undefined).toBe(true);
  await tellNews(shareOf(post));
  release();
  await late;
  expect(told(keeper)).toHaveLength(1);
  expect(await newsOf(shareOf(post))).toMatchObject({ count: 1, open: [], deliveries: {} });
});

test("each coordinator is told, whatever becomes of telling another", async () => {
  await it.end();
  it = await world({ ...options, roster: withSecond() });
  to(keeper, { kind: "retry", after: 10 * MINUTE });
  await left(post);
  expect([told(keeper), told(second)].map(({ length }) => length)).toEqual([0, 1]);
  to("nobody", { kind: "unknown" });
  await after(10);
  expect([told(keeper), told(second)].map(({ length }) => length)).toEqual([1, 1]);
});

test("a coordinator who left the office is told no more, one who came later not of what was before", async () => {
  to(keeper, { kind: "retry", after: 10 * MINUTE });
  await left(post);
  const roster = withSecond();
  const people = roster.people.map((each) => (each.id === keeper ? { ...each, role: "leader" as const } : each));
  it = await it.restart({ roster: { ...roster, people } });
  await after(20);
  expect([...told(keeper), ...told(second)]).toEqual([]);
  expect(await newsOf(shareOf(post))).toMatchObject({ open: [] });
});

test.each([post, "fuzhou-commerce-deputy"])(
  "whoever is back, or came in again as %s, is not said to be gone",
  async (as) => {
    to(keeper, { kind: "retry", after: 10 * MINUTE });
    await left(post);
    await it.act(post, { kind: "joined" });
    to(post, { kind: "retry", after: 10 * MINUTE });
    await say(keeper, `/people ended ${post}`);
    await say(post, `/join ${await codeFor(it, as)}`);
    to("nobody", { kind: "unknown" });
    await after(20);
    expect(told(keeper).filter((text) => text.includes("停用了机器人"))).toEqual([]);
    expect(told(post)).toEqual([]);
    expect(await newsOf(shareOf(post))).toMatchObject({ open: [] });
  },
);

test("a group that the bot is back in is neither said to be lost nor that the table goes elsewhere", async () => {
  to(keeper, { kind: "retry", after: 10 * MINUTE });
  await left(keeper, { chat: "leadership" });
  await say(keeper, "/claim", { chat: "elsewhere" });
  to("elsewhere", { kind: "retry", after: 10 * MINUTE });
  await say(keeper, "/claim", { chat: "leadership" });
  await say(keeper, "/claim", { chat: "elsewhere" });
  to("nobody", { kind: "unknown" });
  await after(20);
  expect([...told(keeper), ...told("elsewhere")]).toEqual([]);
  expect(told("leadership")).toHaveLength(1);
  expect(await newsOf(group)).toMatchObject({ open: [] });
});

test("a group is lost once, however often and late the platform says so, and not after it was claimed again", async () => {
  const gone = { id: "gone", chat: "leadership", sentAt: it.bot.now() };
  await it.act(keeper, { kind: "left" }, gone);
  await it.act(keeper, { kind: "left" }, { ...gone, id: "gone-again" });
  await after(1);
  await say(keeper, "/claim", { chat: "leadership" });
  it = await it.restart();
  await it.act(keeper, { kind: "left" }, gone);
  await it.bot.idle();
  expect(it.bot.house.people.groupAt({ channel: "simulator", id: "leadership" })).toBeDefined();
  expect(await newsOf(group)).toMatchObject({ count: 1, open: [] });
});

test("of two chats claimed at once the one that does not keep the group hears of it, and the former once", async () => {
  await Promise.all([it.say(keeper, "/claim", { chat: "one" }), it.say(keeper, "/claim", { chat: "two" })]);
  await it.bot.idle();
  expect([told("leadership"), told("one"), told("two")].map(({ length }) => length)).toEqual([1, 1, 0]);
});

test("of a group that the roster names no more nobody is told", async () => {
  to(keeper, { kind: "retry", after: 10 * MINUTE });
  await left(keeper, { chat: "leadership" });
  const roster = exampleRoster();
  it = await it.restart({ roster: { ...roster, groups: roster.groups.filter(({ leadership }) => !leadership) } });
  await after(20);
  expect(told(keeper)).toEqual([]);
  const groups = roster.groups;
  it = await it.restart({ roster: { ...roster, groups } });
  await after(20);
  expect(told(keeper)).toEqual([expect.stringContaining("机器人被移出")]);
});

test("an account that has blocked the bot, or whose chat is closed, is told nothing and asked no more", async () => {
  to(post, { kind: "refused", why: "blocked", gone: true });
  await say("zhang", `/join ${await codeFor(it, post)}`);
  expect(told(keeper)).toHaveLength(1);
  to("nobody", { kind: "unknown" });
  await after(60);
  expect(told(post)).toEqual([]);
  expect(await newsOf(shareOf(post))).toMatchObject({ open: [], deliveries: {} });
});

test("whoever joins is answered at once, however long it takes to tell the others", async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const code = await codeFor(it, post);
  to(keeper, async () => {
    await slow;
    return { kind: "sent", id: "slow" };
  });
  expect(await it.say("zhang", `/join ${code}`)).toContain("已登记");
  expect(await it.say(post, "进度")).toContain("只对已登记的联络员开放");
  const stopped = it.bot.stop();
  release();
  await stopped;
  expect(told(keeper)).toHaveLength(1);
});

test("no stranger's account is kept, neither where codes are counted nor where it is told that they were", async () => {
  await lockOut("mallory-the-stranger");
  const kept = [await it.store.history(doorKey), await it.store.read(doorKey)];
  expect(JSON.stringify(kept)).not.toContain("mallory-the-stranger");
  expect(told(keeper)).toHaveLength(1);
});

test("what an earlier release recorded, and told itself, is not told again after an upgrade", async () => {
  const at = it.bot.now();
  const origin = { id: "old", at, sentAt: at, by: "bot", channel: "simulator" } as const;
  const address = { channel: "simulator", id: post };
  const key = shareOf(post);
  await it.store.change([key, doorKey], () => [
    { key, entry: { ...origin, kind: "unreachable", person: post, address } },
    { key, entry: { ...origin, kind: "unbound", person: post, address, why: "handed-over" } },
    ...[1, 2, 3, 4, 5].map((index) => ({
      key: doorKey,
      entry: { ...origin, id: `old${index}`, kind: "code-refused", account: "hash" } as const,
    })),
  ]);
  it = await it.restart();
  await after(60);
  expect([...told(keeper), ...told(post)]).toEqual([]);
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
});
