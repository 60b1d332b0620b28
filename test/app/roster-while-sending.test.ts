import { afterEach, beforeEach, expect, test } from "vitest";
import { showsAll } from "../../src/channels/channel.ts";
import type { Roster } from "../../src/core/roster.ts";
import { shown } from "../interview/talk.ts";
import { exampleRoster, type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";
const deputy = "fuzhou-market-deputy";
const reversed = (): Roster => {
  const roster = exampleRoster();
  return { ...roster, people: [...roster.people].reverse() };
};
const without = (person: string): Roster => {
  const roster = exampleRoster();
  return { ...roster, people: roster.people.filter(({ id }) => id !== person) };
};

let it: World;
beforeEach(async () => {
  it = await world({ channel: { can: { ...showsAll, tellsRepeats: 0 } } });
  await it.at("2020-05-21T17:00+08:00");
});
afterEach(() => it.end());

/** Who got the question, and whether it was marked. */
const asked = () =>
  it.sent
    .filter(({ key }) => key.startsWith("question/"))
    .map(({ to, blocks }) => [to.id, shown(blocks).includes("重发")]);

test.each([
  ["turned round", reversed, liaison],
  ["without the liaison", () => without(liaison), deputy],
])(
  "a question that the platform put off reaches one person, unmarked, under a roster %s meanwhile",
  async (_, roster, whom) => {
    it.answerWith(({ key }) =>
      key.startsWith("question/") ? { kind: "retry", after: 60_000 } : { kind: "sent", id: key },
    );
    await it.say("leader-1", "提问 福州市监 口罩罚没为什么这么高");
    it.bot.house.people.adopt(roster());
    it.answerWith(({ key }) => ({ kind: "sent", id: key }));
    await it.at("2020-05-21T17:10+08:00");
    await it.at("2020-05-21T18:00+08:00");
    expect(asked()).toEqual([[whom, false]]);
  },
);

test("a roster that changes while a send is under way sends nothing twice", async () => {
  let changed = false;
  it.answerWith(({ key }) => {
    if (key.startsWith("remind/") && !changed) {
      changed = true;
      it.bot.house.people.adopt(reversed());
    }
    return { kind: "sent", id: key };
  });
  await it.at("2020-05-22T09:00+08:00");
  const overdue = it.sent.filter(({ key }) => key.startsWith("remind/") && key.includes("/2020-05-21/fuzhou-market/"));
  const rungs = overdue.map(({ key, to }) => `${key} ${to.id}`);
  expect(changed).toBe(true);
  expect(new Set(rungs).size).toBe(rungs.length);
  expect(overdue.every(({ key, to }) => to.id === (key.endsWith("/deputy") ? deputy : liaison))).toBe(true);
});

test.each([
  ["all of them", () => true],
  ["the second of them", (whom: string) => whom === "second-coordinator"],
])("what the platform put off for %s reaches each coordinator once, whoever stands first now", async (_, late) => {
  const coordinators = exampleRoster().people.filter(({ role }) => role === "coordinator");
  const { unit = "" } = coordinators[0] ?? {};
  const second = { id: "second-coordinator", name: "第二协调员", role: "coordinator", unit, addresses: {} } as const;
  const both = (first: boolean): Roster => {
    const roster = exampleRoster();
    return { ...roster, people: first ? [second, ...roster.people] : [...roster.people, second] };
  };
  await it.end();
  it = await world({ roster: both(false), channel: { can: { ...showsAll, tellsRepeats: 0 } } });
  const isUp = (key: string) => /^post\/.*\/up(\/|$)/.test(key);
  it.answerWith(({ key, to }) =>
    isUp(key) && late(to.id) ? { kind: "retry", after: 60_000 } : { kind: "sent", id: key },
  );
  await it.at("2020-05-21T17:00+08:00");
  it.bot.house.people.adopt(both(true));
  it.answerWith(({ key }) => ({ kind: "sent", id: key }));
  await it.at("2020-05-21T17:30+08:00");
  const got = it.sent.filter(({ key }) => isUp(key)).map(({ to }) => to.id);
  expect([...got].sort()).toEqual([coordinators[0]?.id, second.id].sort());
});
