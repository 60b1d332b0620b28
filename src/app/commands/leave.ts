import { type SaidDays, saidDays } from "../../core/calendar/said-days.ts";
import { speaksOfTime } from "../../core/calendar/said-times.ts";
import { dateIn } from "../../core/calendar/words.ts";
import { type DocKey, personKey } from "../../core/entry.ts";
import { dayNamed } from "../../core/interview/when.ts";
import { type Say, sentence, type Text, textOf } from "../../core/message.ts";
import { isAway, type Leave } from "../../core/person.ts";
import type { Member } from "../../core/roster.ts";
import { personIn, readPerson } from "../documents.ts";
import type { House } from "../house.ts";
import { zoneOf } from "../place.ts";
import { inOwnChat, reporting } from "../rights.ts";
import { tell } from "../tell-person.ts";
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
    if (/^(取消|销假|不请了|cancel)$/i.test(args)) return [await cancel(call)];
    const days = saidDays(args, at, zone);
    if (!days) {
      const { leave: now } = await readPerson(house.store, member.id);
      if (args === "" && now && now.to > at) return [standing(house, zone, now)];
      return [sentence({ key: args === "" ? "leave-how" : "leave-unclear", args: { part: args.slice(0, 20) } })];
    }
    return [await go(call, zone, days)];
  },
};

/** 请假3天, 周三请假, 我明天要请假两天: days on either side of the word, and nothing else. */
function within(sentence: string): string | undefined {
  const [, before, behind] = /^我?\s*(.*?)\s*(?:需?要|想|得)?请假\s*(.*)$/.exec(sentence) ?? [];
  if (before === undefined || behind === undefined) return undefined;
  if (/^(取消|不)$/.test(before) || behind === "取消") return "取消";
  const words = [before, behind].filter((each) => each !== "");
  return words.every(speaksOfTime) ? words.join(" ") : undefined;
}

async function go({ house, member, id, channel, at, sentAt }: Call, zone: string, days: SaidDays): Promise<Say> {
  const from = days.from.toZonedDateTime(zone).epochMilliseconds;
  const to = days.to.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const span = daysText(days.from.toString(), days.to.toString());
  if (to <= at) return sentence({ key: "leave-past", args: { days: span } });
  const others = house.people.reporters(member.unit).filter((each) => each.id !== member.id);
  const keys: readonly DocKey[] = [personKey(member.id), ...others.map((each) => personKey(each.id))];
  let standIn: Member | undefined;
  await house.store.change(keys, (docs) => {
    // Whoever is away at any time of it can stand in for nobody.
    standIn = others.find((each) => {
      const other = personIn(docs, personKey(each.id));
      return !isAway(other, Math.max(from, at)) && !(other.leave && other.leave.from < to && other.leave.to > from);
    });
    const key = personKey(member.id);
    if (personIn(docs, key).heard.includes(id)) return [];
    const took: Leave = { from, to, ...(standIn ? { standIn: standIn.id } : {}) };
    return [{ key, entry: { kind: "went-on-leave", leave: took, id, at, sentAt, by: member.id, channel } }];
  });
  if (!standIn) return sentence({ key: "leave-nobody", args: { days: span } });
  const blocks = [
    { kind: "text", text: { key: "leave-take-over", args: { name: textOf(member.name), days: span } } },
    { kind: "choices", choices: [{ label: { key: "opening-begin" }, action: "cmd:report" }] },
  ] as const;
  const told = await tell(house, standIn, { key: `${id}/stand-in`, blocks });
  const args = { days: span, name: textOf(standIn.name) };
  return sentence({ key: told === "told" ? "leave-done" : "leave-untold", args });
}

async function cancel({ house, member, id, channel, at, sentAt }: Call): Promise<Say> {
  const key = personKey(member.id);
  let was: Leave | undefined;
  await house.store.change([key], (docs) => {
    was = personIn(docs, key).leave;
    return was && was.to > at
      ? [{ key, entry: { kind: "leave-cancelled", id, at, sentAt, by: member.id, channel } }]
      : [];
  });
  if (!was || was.to <= at) return sentence({ key: "leave-none" });
  const standIn = was.standIn === undefined ? undefined : house.people.member(was.standIn);
  if (standIn) {
    const text: Text = { key: "leave-back", args: { name: textOf(member.name) } };
    await tell(house, standIn, { key: `${id}/back`, blocks: [{ kind: "text", text }] });
  }
  return sentence({ key: "leave-cancelled" });
}

function standing(house: House, zone: string, { from, to, standIn }: Leave): Say {
  const member = standIn === undefined ? undefined : house.people.member(standIn);
  const days = daysText(dateIn(from, zone), dateIn(to - 1, zone));
  const args = { days, name: member ? textOf(member.name) : "—" };
  return {
    blocks: [
      { kind: "text", text: { key: "leave-stands", args } },
      { kind: "choices", choices: [{ label: { key: "leave-cancel" }, action: "cmd:leave:cancel" }] },
    ],
  };
}

/** 5月20日至5月22日; one day by itself is no span. */
function daysText(from: string, to: string): Text {
  return from === to ? dayNamed(from) : { key: "leave-days", args: { from: dayNamed(from), to: dayNamed(to) } };
}
