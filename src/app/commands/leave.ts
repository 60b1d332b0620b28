import { type SaidDays, saidDays } from "../../core/calendar/said-days.ts";
import { speaksOfTime } from "../../core/calendar/said-times.ts";
import { dateIn } from "../../core/calendar/words.ts";
import { type DocKey, personKey } from "../../core/entry.ts";
import { dayNamed } from "../../core/interview/when.ts";
import { type Leave, leavesWithin, type Span, withLeave } from "../../core/leave.ts";
import { type Block, type Say, sentence, type Text, textOf } from "../../core/message.ts";
import { isAway, leavesFrom } from "../../core/person.ts";
import type { Member } from "../../core/roster.ts";
import { personIn, readPerson } from "../documents.ts";
import type { House } from "../house.ts";
import { tell } from "../people/tell-person.ts";
import { zoneOf } from "../place.ts";
import { inOwnChat, reporting } from "../rights.ts";
import type { Call, Command } from "./command.ts";

/** 请假: the other one of liaison and deputy takes over for some days, and is told; both names are on record. */
export const leave: Command = {
  name: "leave",
  word: "请假",
  wordTakes: "words",
  rights: inOwnChat(reporting),
  within,
  putsOff: true,
  kind: "own",
  run: async (call) => {
    const { house, member, args, at } = call;
    const zone = zoneOf(house, member);
    const [, back] = /^(?:取消|销假|不请了|cancel)(.*)$/i.exec(args) ?? [];
    if (back !== undefined) return [await takeBack(call, zone, back.trim())];
    const days = saidDays(args, at, zone);
    if (days) return [await go(call, zone, days)];
    const leaves = leavesFrom(await readPerson(house.store, member.id), at);
    if (args === "" && leaves.length > 0) return [{ blocks: standing(house, zone, leaves) }];
    return [args === "" ? sentence({ key: "leave-how" }) : unclear(args)];
  },
};

/** 请假3天, 周三请假, 我明天要请假两天, 取消周三请假: days on either side of the word, and nothing else. */
function within(sentence: string): string | undefined {
  const [, said, behind] = /^我?\s*(.*?)\s*(?:需?要|想|得)?请假\s*(.*)$/.exec(sentence) ?? [];
  if (said === undefined || behind === undefined) return undefined;
  const before = said.replace(/^(?:取消|不$)/, "").trim();
  const back = before !== said || behind === "取消";
  const words = [before, behind].filter((each) => each !== "" && each !== "取消");
  if (!words.every((each) => speaksOfTime(each) || (back && each === "全部"))) return undefined;
  return (back ? ["取消", ...words] : words).join(" ");
}

function unclear(words: string): Say {
  return sentence({ key: "leave-unclear", args: { part: words.slice(0, 20) } });
}

async function go({ house, member, id, channel, at, sentAt }: Call, zone: string, days: SaidDays): Promise<Say> {
  const { from, to } = spanIn(zone, days);
  const span = daysText({ from, to }, zone);
  if (to <= at) return sentence({ key: "leave-past", args: { days: span } });
  const others = house.people.reporters(member.unit).filter((each) => each.id !== member.id);
  const keys: readonly DocKey[] = [personKey(member.id), ...others.map((each) => personKey(each.id))];
  let standIn: Member | undefined;
  let all: readonly Leave[] = [];
  await house.store.change(keys, (docs) => {
    // Whoever is away at any time of it can stand in for nobody.
    standIn = others.find((each) => {
      const other = personIn(docs, personKey(each.id));
      return !isAway(other, Math.max(from, at)) && leavesWithin(other.leaves ?? [], { from, to }).length === 0;
    });
    const key = personKey(member.id);
    const person = personIn(docs, key);
    const took: Leave = { from, to, ...(standIn ? { standIn: standIn.id } : {}) };
    all = withLeave(leavesFrom(person, at), took);
    if (person.heard.includes(id)) return [];
    return [{ key, entry: { kind: "went-on-leave", leave: took, id, at, sentAt, by: member.id, channel } }];
  });
  // What stands beside these days is shown with them: nobody is to think that it was replaced.
  const more = all.some((each) => each.from < from || each.to > to) ? standing(house, zone, all) : [];
  const said = (key: string, args: Readonly<Record<string, Text>>): Say => ({
    blocks: [{ kind: "text", text: { key, args: { days: span, ...args } } }, ...more],
  });
  if (!standIn) return said("leave-nobody", {});
  const blocks = [
    { kind: "text", text: { key: "leave-take-over", args: { name: textOf(member.name), days: span } } },
    { kind: "choices", choices: [{ label: { key: "opening-begin" }, action: "cmd:report" }] },
  ] as const;
  const told = await tell(house, standIn, { key: `${id}/stand-in`, blocks });
  return said(told === "told" ? "leave-done" : "leave-untold", { name: textOf(standIn.name) });
}

/** What is meant by 取消: the only leave there is, the days named, all of them; of several none unnamed. */
async function takeBack(call: Call, zone: string, which: string): Promise<Say> {
  const { house, member, at } = call;
  const leaves = leavesFrom(await readPerson(house.store, member.id), at);
  if (/^(?:全部|all)$/i.test(which)) return cancel(call, zone);
  if (which === "") return leaves.length > 1 ? { blocks: standing(house, zone, leaves) } : cancel(call, zone);
  const days = saidDays(which, at, zone);
  return days ? cancel(call, zone, spanIn(zone, days)) : unclear(which);
}

/** Takes some days back, or all; whoever was to stand in on them is told. */
async function cancel({ house, member, id, channel, at, sentAt }: Call, zone: string, days?: Span): Promise<Say> {
  const key = personKey(member.id);
  let gone: readonly Leave[] = [];
  await house.store.change([key], (docs) => {
    const leaves = leavesFrom(personIn(docs, key), at);
    gone = days ? leavesWithin(leaves, days) : leaves;
    if (gone.length === 0) return [];
    const entry = {
      kind: "leave-cancelled",
      ...(days ? { days } : {}),
      id,
      at,
      sentAt,
      by: member.id,
      channel,
    } as const;
    return [{ key, entry }];
  });
  if (gone.length === 0) return sentence({ key: "leave-none" });
  for (const [index, span] of gone.entries()) {
    const standIn = span.standIn === undefined ? undefined : house.people.member(span.standIn);
    const text: Text = { key: "leave-back", args: { name: textOf(member.name), days: daysText(span, zone) } };
    if (standIn) await tell(house, standIn, { key: `${id}/back/${index}`, blocks: [{ kind: "text", text }] });
  }
  const left = leavesFrom(await readPerson(house.store, member.id), at);
  const args = { days: { join: gone.map((each) => daysText(each, zone)), by: { key: "list-comma" } } };
  const done: Block<Text> = { kind: "text", text: { key: "leave-cancelled", args } };
  return { blocks: [done, ...(left.length > 0 ? standing(house, zone, left) : [])] };
}

/** The leaves that stand, each with its way back. */
function standing(house: House, zone: string, leaves: readonly Leave[]): readonly Block<Text>[] {
  const lines = leaves.map((span): Block<Text> => {
    const member = span.standIn === undefined ? undefined : house.people.member(span.standIn);
    const args = { days: daysText(span, zone), name: member ? textOf(member.name) : "—" };
    return { kind: "text", text: { key: "leave-stands", args } };
  });
  const one = { label: { key: "leave-cancel" }, action: "cmd:leave:cancel" };
  const each = leaves.map((span) => {
    const [first, last] = datesOf(span, zone);
    return {
      label: { key: "leave-cancel-days", args: { days: daysText(span, zone) } },
      action: `cmd:leave:cancel ${first}~${last}`,
    };
  });
  return [...lines, { kind: "choices", choices: leaves.length > 1 ? each : [one] }];
}

function spanIn(zone: string, { from, to }: SaidDays): Span {
  return {
    from: from.toZonedDateTime(zone).epochMilliseconds,
    to: to.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  };
}

/** The first and the last day of a span. */
function datesOf({ from, to }: Span, zone: string): readonly [string, string] {
  return [dateIn(from, zone), dateIn(to - 1, zone)];
}

/** 5月20日至5月22日; one day by itself is no span. */
function daysText(span: Span, zone: string): Text {
  const [from, to] = datesOf(span, zone);
  return from === to ? dayNamed(from) : { key: "leave-days", args: { from: dayNamed(from), to: dayNamed(to) } };
}
