import { postKey } from "../core/calendar/owed.ts";
import { type FlowId, type RoundId, roundKey } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import type { Address, Block, Text } from "../core/message.ts";
import type { Group, Member } from "../core/roster.ts";
import type { Round } from "../core/round.ts";
import { type Language, spoken } from "../wording/wording.ts";
import { attempt, giveUp, isFree, record } from "./delivery.ts";
import { readRound, roundIn } from "./documents.ts";
import { fileBlocks } from "./files.ts";
import type { Running } from "./flows.ts";
import { type House, languageOf } from "./house.ts";
import { noticesOf } from "./notices.ts";
import { postingBlocks } from "./posting.ts";
import { previousReturn, returnOf } from "./returns.ts";
import { send } from "./speak.ts";

/** The key under which the sheet that goes up is given to the coordinator. */
const upKey = (flow: FlowId, round: RoundId): string => `post/${flow}/${round}/up`;

/**
 * Posts version 1 of a frozen round to the leadership group, also when nobody reported, and gives the coordinator the
 * sheet to send up. The group's posting comes last: once it is recorded, nothing of the round's posting is owed.
 */
export async function publish(house: House, running: Running, id: RoundId): Promise<void> {
  const { flow: now, at } = running;
  const round = house.rounds.of(now.id).find((each) => each.round === id);
  if (!round) return;
  const flow = at(round.flowHash);
  await Promise.all(coordinatorsOf(house, flow).map((member) => giveUpwards(house, flow, round, member)));
  const groups = house.people.roster.groups.filter(({ leadership }) => leadership);
  const post = postKey(flow.id, id, 1);
  for (const [index, group] of [...groups.entries()].reverse())
    await postTo(house, flow, round, group, index === 0 ? post : `${post}/${group.id}`);
  if (groups.length === 0) await giveUp(house, roundKey(flow.id, id), post, "no-address");
  house.rounds.learn(await readRound(house.store, flow.id, id));
}

async function postTo(house: House, flow: Flow, round: Round, group: Group, delivery: string): Promise<void> {
  const to = house.people.addressOf(group, [...house.channels.keys()]);
  await deliver(house, round, delivery, to, house.language, async () => {
    const of = await returnOf(house, flow, round, round.counted ?? {}, house.language);
    const before = await previousReturn(house, flow, round, house.language);
    const heading: Text = { key: "posting-heading", args: { number: round.number, version: 1 } };
    return [...postingBlocks(house, of, before, heading), ...(await fileBlocks(house, of, "leaders"))];
  });
}

async function giveUpwards(house: House, flow: Flow, round: Round, member: Member): Promise<void> {
  const to = house.people.addressOf(member, [...house.channels.keys()]);
  const language = await languageOf(house, member);
  const delivery = `${upKey(flow.id, round.round)}${member === coordinatorsOf(house, flow)[0] ? "" : `/${member.id}`}`;
  await deliver(house, round, delivery, to, language, async () => {
    // What goes up is the official form, in the flow's own language whoever passes it on.
    const official = spoken(flow.languages[0]) ?? house.language;
    const of = await returnOf(house, flow, round, round.counted ?? {}, official);
    const heading: Block<Text> = { kind: "heading", text: { key: "posting-up", args: { number: round.number } } };
    const notices = await noticesOf(house, of);
    return [
      heading,
      { kind: "text", text: { key: "posting-up-how" } },
      ...notices,
      ...(await fileBlocks(house, of, "up")),
    ];
  });
}

/** Coordinators of the lead unit pass the sheet on; where it has none, whoever coordinates. */
function coordinatorsOf(house: House, flow: Flow): readonly Member[] {
  const all = house.people.roster.people.filter(({ role }) => role === "coordinator");
  const own = all.filter(({ unit }) => unit === flow.lead);
  return own.length > 0 ? own : all;
}

/** One delivery of a round: leased, made, sent, recorded. Nothing where it is settled or somebody is at it. */
async function deliver(
  house: House,
  round: Round,
  delivery: string,
  to: Address | undefined,
  language: Language,
  make: () => Promise<readonly Block<Text>[]>,
): Promise<void> {
  const doc = roundKey(round.flow, round.round);
  const now = house.clock.now();
  let mine = false;
  await house.store.change([doc], (docs) => {
    const before = roundIn(docs, doc).deliveries[delivery];
    mine = isFree(before, now);
    return mine ? [{ key: doc, entry: attempt(now, delivery, before) }] : [];
  });
  if (!mine) return;
  if (!to) return giveUp(house, doc, delivery, "no-address");
  const sent = await send(house, { key: delivery, to, language, blocks: await make() });
  await record(house, doc, delivery, to, sent);
}
