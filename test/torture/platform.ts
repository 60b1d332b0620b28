import { dutiesOf } from "../../src/app/deliveries/duties.ts";
import { chance } from "../../src/app/rehearsal/chance.ts";
import { showsAll } from "../../src/channels/channel.ts";
import { owed } from "../../src/core/calendar/owed.ts";
import { personKey } from "../../src/core/entry.ts";
import type { Outbound, Sent } from "../../src/core/message.ts";
import { HOUR } from "../../src/core/time.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { exampleRoster, type World, world } from "../world.ts";

/** How the platform behaves for a while. */
const moods = ["well", "well", "down", "slow", "answer-lost", "failing"] as const;
type Mood = (typeof moods)[number];

export type Platformed = {
  moods: Record<string, number>;
  restarts: number;
  /** Messages given twice, or behind one that came after it. */
  redelivered: number;
  sends: number;
  /** Sent again because the answer to the first was lost. */
  repeats: number;
  /** Attempts that said of themselves that they may stand there twice, and how many of them the log counted. */
  marked: number;
  counted: number;
  /** Attempts that should have said so and did not, or did and should not have. */
  readonly mismarked: string[];
  readonly lost: string[];
  readonly doubled: string[];
  readonly owed: string[];
};

/** Plays a round on a platform that is down for hours, slow, loses its answers, and gives messages twice and out of order. */
export async function tryPlatform(seed: number): Promise<Platformed> {
  const luck = chance(seed);
  const so: Platformed = {
    moods: {},
    restarts: 0,
    redelivered: 0,
    sends: 0,
    repeats: 0,
    marked: 0,
    counted: 0,
    mismarked: [],
    lost: [],
    doubled: [],
    owed: [],
  };
  const shown = new Map<string, number>();
  const inDoubt = new Map<string, number>();
  let mood: Mood = "well";
  /** Messages whose last outcome nobody knows: what comes under their keys now may be there already. */
  const doubtful = new Set<string>();
  const marking = ({ key, blocks }: Outbound) => {
    const [first] = blocks;
    const marked = first?.kind === "text" && first.text === wordingOf("zh-CN").word("repeat-mark");
    if (marked) so.marked += 1;
    // A message that comes again is answered again, and nobody knows whether its first answer was read.
    const told = marked === doubtful.has(key) || (!marked && key.includes("/reply/"));
    if (!told) so.mismarked.push(`${key} ${marked ? "is marked and was never in doubt" : "is not marked"}`);
  };
  const show = (key: string) => shown.set(key, (shown.get(key) ?? 0) + 1);
  const answer = async (message: Outbound): Promise<Sent> => {
    const sent = await outcomeOf(message);
    if (sent.kind === "unknown") doubtful.add(message.key);
    if (sent.kind === "sent") doubtful.delete(message.key);
    return sent;
  };
  const outcomeOf = async (message: Outbound): Promise<Sent> => {
    const { key } = message;
    so.sends += 1;
    marking(message);
    switch (mood) {
      case "slow":
        await new Promise((resolve) => setTimeout(resolve, luck.whole(1, 12)));
        break;
      case "down":
        // Longer than a reply waits: whoever wrote asks again.
        return { kind: "retry", after: HOUR };
      case "failing":
        doubtful.add(key);
        throw new Error("the connection was closed");
      case "answer-lost":
        if (luck.happens(0.5)) break;
        if (shown.has(key)) so.repeats += 1;
        show(key);
        inDoubt.set(key, (inDoubt.get(key) ?? 0) + 1);
        return { kind: "unknown" };
      case "well":
        break;
    }
    if (shown.has(key)) so.repeats += 1;
    show(key);
    return { kind: "sent", id: `p${so.sends}` };
  };
  const turn = () => {
    mood = luck.oneOf(moods);
    so.moods[mood] = (so.moods[mood] ?? 0) + 1;
  };
  // As on Telegram, which knows no repeat by itself.
  const channel = { can: { ...showsAll, tellsRepeats: 0 } };
  const counted = (log: readonly string[]) => log.filter((line) => line.includes('"code":"sent-again"')).length;
  let it: World = await world({ channel });
  it.answerWith(answer);
  const liaisons = exampleRoster().people.filter(({ role }) => role === "liaison");
  const given = new Map<string, string[]>();
  try {
    for (let hour = 10; hour < 24 * 4; hour += luck.whole(2, 9)) {
      turn();
      await it.at(new Date(Date.UTC(2020, 4, 18, 16 + hour)).toISOString());
      if (luck.happens(0.15)) {
        so.restarts += 1;
        so.counted += counted(it.log);
        it = await it.restart();
        it.answerWith(answer);
      }
      const some = Array.from({ length: 3 }, () => luck.whole(0, liaisons.length - 1));
      await Promise.all([...new Set(some)].map((index) => deliver(it, liaisons[index]?.id ?? "", hour, given)));
      so.redelivered += some.length;
    }
    mood = "well";
    for (const hours of [1, 2, 3]) await it.at(new Date(Date.UTC(2020, 4, 23, hours)).toISOString());
    for (const [person, ids] of given) {
      const history = await it.store.history(personKey(person));
      const heard = history.flatMap(({ entry }) => (entry.kind === "asked" && entry.by === person ? [entry.id] : []));
      for (const id of new Set(ids)) {
        const times = heard.filter((each) => each === `simulator/${person}/${id}`).length;
        if (times === 0) so.lost.push(`${person}'s ${id} is not there`);
        if (times > 1) so.doubled.push(`${person}'s ${id} stands ${times} times`);
      }
    }
    so.counted += counted(it.log);
    // A message that comes again is answered again; what the bot says of itself is said once.
    for (const [key, times] of shown)
      if (!key.includes("/reply/") && times > 1 + (inDoubt.get(key) ?? 0))
        so.doubled.push(`${key} was shown ${times} times`);
    for (const running of it.bot.house.flows)
      for (const { key } of owed(await dutiesOf(it.bot.house, running), it.bot.now()).owed) so.owed.push(key);
    return so;
  } finally {
    await it.end();
  }
}

/** A zero report whose messages come twice, the second before the first has been dealt with. */
async function deliver(it: World, person: string, hour: number, given: Map<string, string[]>): Promise<void> {
  const ids = ["a", "b"].map((part) => `${hour}${part}`);
  given.set(person, [...(given.get(person) ?? []), ...ids]);
  const [ask = "", confirm = ""] = ids;
  await Promise.all([it.say(person, "零报告", { id: ask }), it.say(person, "零报告", { id: ask })]);
  await Promise.all([it.say(person, "是", { id: confirm }), it.say(person, "零报告", { id: ask })]);
  await it.say(person, "是", { id: confirm });
}
