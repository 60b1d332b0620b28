import { accountOf } from "../../core/directory.ts";
import { roundKey } from "../../core/entry.ts";
import type { Group, Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { readRound } from "../documents.ts";
import type { House } from "../house.ts";
import { deliverFrom, type Posting } from "./deliver-round.ts";
import { giveUp, isFree } from "./delivery.ts";

type To = (reader: Member | Group, delivery: string) => Omit<Posting, "delivery">;

/**
 * Delivers one thing of a round to several. The first gets it under the key itself and last of all, so that by then
 * everybody else's was begun and stays owed by itself where it failed. Given up where there is nobody.
 */
export async function deliverToEach(
  house: House,
  round: Round,
  readers: readonly (Member | Group)[],
  key: string,
  posting: To,
): Promise<void> {
  const first = await firstOf(house, round, readers, key);
  const others = readers.filter((each) => each !== first);
  await deliverBeside(house, round, others, key, posting);
  if (first) return deliverFrom(house, round, first, { delivery: key, ...posting(first, key) });
  const { deliveries } = await readRound(house.store, round.flow, round.round);
  if (isFree(deliveries[key], house.clock.now()))
    await giveUp(house, roundKey(round.flow, round.round), key, "no-address");
}

/**
 * Who gets it under the key itself: whoever got it so already, else the first for whom it was not begun under another.
 * The roster may have been put in another order meanwhile, and nobody is to get it twice, or not at all, for that.
 */
async function firstOf<R extends Member | Group>(
  house: House,
  { flow, round }: Round,
  readers: readonly R[],
  key: string,
): Promise<R | undefined> {
  const { deliveries } = await readRound(house.store, flow, round);
  const own = deliveries[key];
  const channels = [...house.channels.keys()];
  const isThere = (reader: R) => {
    const to = house.people.addressOf(reader, channels);
    return own?.state === "sent" && to !== undefined && own.to === accountOf(to);
  };
  return readers.find(isThere) ?? readers.find(({ id }) => deliveries[`${key}/${id}`] === undefined);
}

/** Delivers to all but the first, under keys of their own, and gives up what was begun for somebody who has left. */
export async function deliverBeside(
  house: House,
  round: Round,
  others: readonly (Member | Group)[],
  key: string,
  posting: To,
): Promise<void> {
  const keyOf = ({ id }: Member | Group) => `${key}/${id}`;
  await Promise.all(
    others.map((other) =>
      deliverFrom(house, round, other, { delivery: keyOf(other), ...posting(other, keyOf(other)) }),
    ),
  );
  const keys = new Set(others.map(keyOf));
  const { deliveries } = await readRound(house.store, round.flow, round.round);
  for (const [begun, { state }] of Object.entries(deliveries))
    if (begun.startsWith(`${key}/`) && !keys.has(begun) && state === "sending")
      await giveUp(house, roundKey(round.flow, round.round), begun, "no-address");
}
