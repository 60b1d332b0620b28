import { saidMoment } from "../../core/calendar/said-times.ts";
import { roundKey } from "../../core/entry.ts";
import { reopened } from "../../core/interview/notices.ts";
import { moment } from "../../core/interview/when.ts";
import { type Say, sentence, textOf } from "../../core/message.ts";
import type { Member, Unit } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { HOUR, type Instant } from "../../core/time.ts";
import { type ClosedRound, closedRound } from "../closed-round.ts";
import { roundIn } from "../documents.ts";
import { examplesFor } from "../examples.ts";
import type { House } from "../house.ts";
import { roundAmong } from "../named-round.ts";
import { reportersNow } from "../people/reporter.ts";
import { tell } from "../people/tell-person.ts";
import { amongLeaders, overseeing } from "../rights.ts";
import { unitNames } from "../summaries/overview.ts";
import { situationFor } from "../surroundings.ts";
import { unitAtHead } from "../units-called.ts";
import type { Call, Command } from "./command.ts";

/** How long a round stands open for a unit where nobody says until when. */
const USUALLY = 24 * HOUR;

/** A unit, a round and a time are short; every name is looked for in the words. */
const LONGEST = 120;

/** 开放补报: lets one unit report into a round that is locked or past, until a time. */
export const reopen: Command = {
  name: "reopen",
  word: "开放补报",
  wordTakes: "words",
  rights: amongLeaders(overseeing),
  kind: "own",
  run: async (call) => {
    const { house, member, args, at } = call;
    if (args.length > LONGEST)
      return [sentence({ key: "reopen-which", args: { ...examplesFor(house, member), part: args.slice(0, 20) } })];
    const { name, rest: words } = roundAmong(house, args);
    const found = closedRound(house, name, { command: "reopen", rest: words });
    if ("say" in found) return [found.say];
    const { flow, round } = found;
    const theirs = round.units
      .filter((unit) => house.people.oversees(member, unit))
      .map((unit) => house.people.unit(unit));
    const named = unitAtHead(words, theirs);
    switch (named.kind) {
      case "none":
        return [sentence({ key: "reopen-which", args: { ...examplesFor(house, member), part: words.slice(0, 20) } })];
      case "several":
        return [sentence({ key: "reopen-several", args: { names: unitNames(named.units.map(({ short }) => short)) } })];
      case "one": {
        const until = named.rest === "" ? at + USUALLY : saidMoment(bare(named.rest), at, flow.calendar.zone);
        if (until === undefined) return [sentence({ key: "reopen-until", args: { part: named.rest.slice(0, 20) } })];
        return open(call, found, named.unit, until);
      }
    }
  },
};

function bare(words: string): string {
  return words.replace(/^(?:到|至|until|till)\s*/i, "").replace(/\s*前$/, "");
}

async function open(
  { house, member, id, channel, at, sentAt }: Call,
  { flow, round }: ClosedRound,
  unit: Unit,
  until: Instant,
): Promise<readonly Say[]> {
  const key = roundKey(round.flow, round.round);
  const docs = await house.store.change([key], (before) => {
    if (roundIn(before, key).reopened?.[unit.id] === until) return [];
    return [{ key, entry: { kind: "reopened", unit: unit.id, until, id, at, sentAt, by: member.id, channel } }];
  });
  const stands = roundIn(docs, key);
  house.rounds.learn(stands);
  const told = await tellReporter(house, stands, unit, member, until, id);
  const args = { number: round.number, unit: textOf(unit.name), until: moment(until, flow) };
  return [
    sentence(
      told ? { key: "reopen-done", args: { ...args, name: textOf(told.name) } } : { key: "reopen-untold", args },
    ),
  ];
}

/** Tells whoever reports for the unit, with the way into that round; undefined where nobody is yet. */
async function tellReporter(
  house: House,
  round: Round,
  unit: Unit,
  by: Member,
  until: Instant,
  id: string,
): Promise<Member | undefined> {
  const running = house.flows.find(({ flow }) => flow.id === round.flow);
  if (!running) return undefined;
  const place = { flow: running.at(round.flowHash), round, unit };
  for (const { member } of await reportersNow(house, unit.id)) {
    const notice = reopened(await situationFor(house, place, member), textOf(by.name), until);
    const told = await tell(house, member, { key: `${id}/reopened/${member.id}`, ...notice });
    // Whoever is told later is not told by another's mouth as well.
    if (told === "late") return undefined;
    if (told === "told") return member;
  }
  return undefined;
}
