import { type LaterTime, laterSaid, laterTimes, mayPutOffTo } from "../../core/calendar/later.ts";
import { speaksOfTime } from "../../core/calendar/said-times.ts";
import { isSettled } from "../../core/calendar/standing.ts";
import { reportKey } from "../../core/entry.ts";
import { dayAndClock, moment } from "../../core/interview/when.ts";
import { type Choice, type Say, sentence, type Text } from "../../core/message.ts";
import type { Instant } from "../../core/time.ts";
import { readPerson, reportIn } from "../documents.ts";
import { type Place, placeOf } from "../place.ts";
import { inOwnChat, reporting } from "../rights.ts";
import type { Call, Command } from "./command.ts";

/** 稍后提醒: one reminder at a time of the person's choice, and none of the flow's before it. The report stands as it does. */
export const later: Command = {
  name: "later",
  word: "稍后提醒",
  wordTakes: "words",
  rights: inOwnChat(reporting),
  within,
  putsOff: true,
  kind: "own",
  run: async (call) => {
    const { house, member, args, at } = call;
    const found = placeOf(house, member, await readPerson(house.store, member.id));
    if ("say" in found) return [sentence(found.say)];
    const { place } = found;
    const { calendar } = place.flow;
    const times = laterTimes(calendar, place.round, at);
    if (args === "") return [whichTime(place, times)];
    // A button says the instant itself: what it shows stays what it means.
    const wanted = /^\d{10,16}$/.test(args) ? Number(args) : laterSaid(calendar, args, at);
    if (wanted !== undefined && mayPutOffTo(calendar, place.round, at, wanted))
      return [await putOff(call, place, wanted)];
    return [whichTime(place, times, whyNot(place, args, at, wanted))];
  },
};

/** 周五再提醒, 1小时后提醒我, 稍后提醒周五: a time on either side of the word, and nothing else. */
function within(sentence: string): string | undefined {
  const [, before, behind] = /^(.*?)再?(?:稍后)?提醒(?:我|一下)*\s*(.*)$/.exec(sentence) ?? [];
  const [words, more] = [before, behind].filter((each) => each !== undefined && each !== "");
  return words !== undefined && more === undefined && speaksOfTime(words) ? words : undefined;
}

/** Why no reminder can be promised for what was written. */
function whyNot({ flow, round }: Place, args: string, now: Instant, wanted: Instant | undefined): Text {
  if (wanted === undefined) return { key: "later-unclear", args: { part: args.slice(0, 20) } };
  const when = dayAndClock(wanted, flow);
  if (wanted >= round.due && now < round.due)
    return { key: "later-after-due", args: { when, due: moment(round.due, flow) } };
  return { key: wanted <= now ? "later-past" : "later-quiet", args: { when } };
}

function whichTime({ flow }: Place, times: readonly LaterTime[], why?: Text): Say {
  const lead = why ? [{ kind: "text" as const, text: why }] : [];
  if (times.length === 0) return { blocks: [...lead, { kind: "text", text: { key: "later-none" } }] };
  const choices = times.map(
    ({ name, at }): Choice<Text> => ({
      label: { key: `later-${name}`, args: { when: dayAndClock(at, flow) } },
      action: `cmd:later:${at}`,
    }),
  );
  return {
    blocks: [...lead, { kind: "text", text: { key: "later-when" } }, { kind: "choices", choices }],
  };
}

async function putOff(
  { house, member, id, channel, at, sentAt }: Call,
  { flow, round, unit }: Place,
  until: Instant,
): Promise<Say> {
  const key = reportKey(flow.id, round.round, unit.id);
  const docs = await house.store.change([key], (before) => {
    const report = reportIn(before, key);
    if (isSettled(report) || report.later === until) return [];
    return [{ key, entry: { kind: "put-off", until, id, at, sentAt, by: member.id, channel } }];
  });
  if (isSettled(reportIn(docs, key))) return sentence({ key: "later-not-owed" });
  return sentence({ key: "later-done", args: { when: dayAndClock(until, flow) } });
}
