import { roundKey } from "../core/entry.ts";
import type { Group, Member } from "../core/roster.ts";
import type { Round } from "../core/round.ts";
import { deliverFrom, type Posting } from "./deliver-round.ts";
import { giveUp, isFree } from "./delivery.ts";
import { readRound } from "./documents.ts";
import type { House } from "./house.ts";

/**
 * Delivers one thing of a round to several. The first gets it under the key itself and last of all, so that by then
 * everybody else's was begun and stays owed by itself where it failed. Given up where there is nobody.
 */
export async function deliverToEach(
  house: House,
  round: Round,
  readers: readonly (Member | Group)[],
  key: string,
  posting: (reader: Member | Group, delivery: string) => Omit<Posting, "delivery">,
): Promise<void> {
  const doc = roundKey(round.flow, round.round);
  const [first, ...others] = readers;
  if (!first) {
    const { deliveries } = await readRound(house.store, round.flow, round.round);
    return isFree(deliveries[key], house.clock.now()) ? giveUp(house, doc, key, "no-address") : undefined;
  }
  const deliver = (reader: Member | Group, delivery: string) =>
    deliverFrom(house, round, reader, { delivery, ...posting(reader, delivery) });
  await Promise.all(others.map((other) => deliver(other, `${key}/${other.id}`)));
  await deliver(first, key);
  const keys = new Set(others.map(({ id }) => `${key}/${id}`));
  // Whoever left while an attempt was in doubt is owed nothing more, or the rest would wait for them for ever.
  const { deliveries } = await readRound(house.store, round.flow, round.round);
  for (const begun of Object.keys(deliveries))
    if (begun.startsWith(`${key}/`) && !keys.has(begun) && deliveries[begun]?.state === "sending")
      await giveUp(house, doc, begun, "no-address");
}
