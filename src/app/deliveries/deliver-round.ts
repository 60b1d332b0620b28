import { roundKey } from "../../core/entry.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Group, Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import type { Language } from "../../wording/wording.ts";
import { type House, languageOf } from "../house.ts";
import { send } from "../speak.ts";
import { giveUp, lease, made, record } from "./delivery.ts";

/** One delivery of a round: the key that it is recorded under, what it replies to, how it is made. */
export type Posting = {
  readonly delivery: string;
  readonly answers?: string;
  readonly make: (language: Language) => Promise<readonly Block<Text>[]>;
};

/** Delivers something of a round to a person or a group: leased, made, sent, recorded. Nothing where it is settled or somebody is at it. */
export async function deliverFrom(
  house: House,
  round: Round,
  who: Member | Group,
  { delivery, answers, make }: Posting,
): Promise<void> {
  const doc = roundKey(round.flow, round.round);
  const again = await lease(house, doc, delivery);
  if (!again) return;
  const to = house.people.addressOf(who, [...house.channels.keys()]);
  if (!to) return giveUp(house, doc, delivery, "no-address");
  const language = "role" in who ? await languageOf(house, who) : house.language;
  const marks = { ...(answers === undefined ? {} : { answers }), ...again };
  const sent = await made(house, delivery, async () =>
    send(house, { key: delivery, to, language, blocks: await make(language), ...marks }),
  );
  await record(house, doc, delivery, to, sent);
}
