import { type Delivery, type DeliveryEntry, freeFrom, type Resumed, resumed } from "../../core/delivery.ts";
import { accountOf } from "../../core/directory.ts";
import type { Addressed, DocKey, Entry } from "../../core/entry.ts";
import { kindOf } from "../../core/failure-kind.ts";
import type { Address, Sent } from "../../core/message.ts";
import { type Duration, HOUR, type Instant, MINUTE, SECOND } from "../../core/time.ts";
import type { Docs } from "../../store/store.ts";
import { deliveriesIn } from "../documents.ts";
import type { House } from "../house.ts";
import { unreached } from "../people/unreached.ts";

/** How long an attempt is left alone: what the process died over, or what got lost, is tried again after it. */
const LEASE: Duration = 2 * MINUTE;

/** The entry that begins an attempt; each that comes to nothing doubles the wait for the next, up to an hour. */
export function attempt(at: Instant, delivery: string, before: Delivery | undefined): Entry {
  const tries = before?.state === "sending" ? before.tries : 0;
  const until = at + Math.min(LEASE * 2 ** tries, HOUR);
  return deliveryEntry(at, { kind: "sending", delivery, until });
}

/** What becomes of a delivery that could be made now: it is, and these entries are kept along; owed no more; or left as it is. */
export type Meant = readonly Addressed[] | "not-owed" | "left";

/**
 * Begins an attempt at a delivery, and gives what it has to know of those before it; undefined where it is settled,
 * somebody is at it, or it is not `meant`, which reads the document and those `beside` it at that very moment.
 */
export async function lease(
  house: House,
  doc: DocKey,
  delivery: string,
  meant: (docs: Docs) => Meant = () => [],
  beside: readonly DocKey[] = [],
): Promise<Resumed | undefined> {
  const now = house.clock.now();
  let again: Resumed | undefined;
  await house.store.change([doc, ...beside], (docs) => {
    again = undefined;
    const before = deliveriesIn(docs, doc)[delivery];
    if (!isFree(before, now)) return [];
    const along = meant(docs);
    if (along === "left") return [];
    if (along === "not-owed")
      return [{ key: doc, entry: deliveryEntry(now, { kind: "dropped", delivery, why: "not-owed" }) }];
    again = resumed(before);
    return [{ key: doc, entry: attempt(now, delivery, before) }, ...along];
  });
  return again;
}

/** An entry about a delivery, by the bot itself. */
export function deliveryEntry(at: Instant, entry: DeliveryEntry): Entry {
  return { ...entry, id: entry.delivery, at, by: "bot" };
}

/** Whether nobody is at a delivery just now and it is not settled. */
export function isFree(delivery: Delivery | undefined, now: Instant): boolean {
  const from = freeFrom(delivery);
  return from !== undefined && from <= now;
}

/** Records what became of a send; one in doubt stays leased, one that the platform put off waits as long as it asks. */
export async function record(house: House, doc: DocKey, delivery: string, to: Address, sent: Sent): Promise<void> {
  const at = house.clock.now();
  switch (sent.kind) {
    case "sent": {
      const entry = deliveryEntry(at, { kind: "sent", delivery, message: sent.id, to: accountOf(to) });
      await house.store.change([doc], () => [{ key: doc, entry }]);
      return;
    }
    case "refused":
      // First: what is settled is never tried again, and nobody would hear why.
      if (sent.gone) await unreached(house, to, delivery);
      await giveUp(house, doc, delivery, sent.why);
      return;
    case "retry": {
      const arrived = sent.arrived ? { arrived: { ...sent.arrived, to: accountOf(to) } } : {};
      // Clocks have no fractions of a millisecond: what is owed at one would never come.
      const until = at + Math.ceil(Math.max(sent.after, SECOND));
      const begun = sent.begun ? { begun: true as const } : {};
      const entry = deliveryEntry(at, { kind: "held-back", delivery, until, ...arrived, ...begun });
      await house.store.change([doc], () => [{ key: doc, entry }]);
      house.log.info({ code: "delivery-held-back", delivery, after: sent.after }, "the platform asks to wait");
      return;
    }
    case "unknown":
      if (sent.arrived) {
        const arrived = { ...sent.arrived, to: accountOf(to) };
        const entry = deliveryEntry(at, { kind: "came-in-part", delivery, arrived });
        await house.store.change([doc], () => [{ key: doc, entry }]);
      }
      house.log.warn({ code: "delivery-open", delivery, outcome: sent.kind }, "a delivery is tried again later");
  }
}

/**
 * Sends to the first of some readers whom the platform takes it for, each with the outcome of the last that was tried;
 * undefined where there is nobody. Who is gone is recorded.
 */
export async function sendToFirst<R extends { readonly to: Address }>(
  house: House,
  delivery: string,
  readers: readonly R[],
  send: (reader: R) => Promise<Sent>,
): Promise<{ readonly reader: R; readonly sent: Sent } | undefined> {
  let last: { readonly reader: R; readonly sent: Sent } | undefined;
  for (const reader of readers) {
    if (last?.sent.kind === "refused" && last.sent.gone) await unreached(house, last.reader.to, delivery);
    last = { reader, sent: await made(house, delivery, () => send(reader)) };
    if (last.sent.kind !== "refused") break;
  }
  return last;
}

/** When what could not be made is tried again. */
const UNMADE: Duration = 5 * MINUTE;

/** Makes a message and sends it; where it cannot be made it certainly did not go out, and is tried again later. */
export async function made(house: House, delivery: string, send: () => Promise<Sent>): Promise<Sent> {
  try {
    return await send();
  } catch (cause) {
    house.log.error({ code: "not-made", delivery, cause: kindOf(cause) }, "a delivery could not be made; tried again");
    return { kind: "retry", after: UNMADE };
  }
}

/** Records that a delivery cannot be made. */
export async function giveUp(house: House, doc: DocKey, delivery: string, why: string): Promise<void> {
  const entry = deliveryEntry(house.clock.now(), { kind: "undeliverable", delivery, why });
  await house.store.change([doc], () => [{ key: doc, entry }]);
  house.log.warn({ code: "undeliverable", delivery }, "a delivery was given up");
}
