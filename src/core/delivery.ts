import type { Address, Arrived } from "./message.ts";
import type { Instant } from "./time.ts";

/**
 * Reminders and postings are entries of the document that they are about. `sending` is written before the call with a
 * lease, `sent` after it; what is due and has no `sent` is owed, and that is the whole queue.
 */
export type DeliveryEntry =
  | { readonly kind: "sending"; readonly delivery: string; readonly until: Instant }
  | { readonly kind: "sent"; readonly delivery: string; readonly message: string; readonly to: string }
  /**
   * The platform asked to come again later: this attempt certainly did not arrive, except for the parts that are named,
   * or, where it is `begun`, for some that the platform knows again for a while.
   */
  | {
      readonly kind: "held-back";
      readonly delivery: string;
      readonly until: Instant;
      readonly arrived?: PartSent;
      readonly begun?: true;
    }
  /** These parts of an attempt in doubt certainly arrived: what comes again goes on behind them. */
  | { readonly kind: "came-in-part"; readonly delivery: string; readonly arrived: PartSent }
  /** The platform will not take it (blocked, left): owed no more, the coordinator can see why. */
  | { readonly kind: "undeliverable"; readonly delivery: string; readonly why: string }
  /** Overtaken: a newer rung was due, or nothing was owed any longer at the moment of sending. */
  | { readonly kind: "dropped"; readonly delivery: string; readonly why: "newer-rung" | "not-owed" };

/** The kinds of these entries, for every document that bears deliveries. */
export const deliveryKinds: Readonly<Record<DeliveryEntry["kind"], true>> = {
  sending: true,
  sent: true,
  "held-back": true,
  "came-in-part": true,
  undeliverable: true,
  dropped: true,
};

/** Whether an entry of a document is about one of its deliveries. */
export function isDelivery<E extends { readonly kind: string }>(
  entry: E,
): entry is Extract<E, { readonly kind: DeliveryEntry["kind"] }> {
  return Object.hasOwn(deliveryKinds, entry.kind);
}

/** The parts of a message that arrived before the rest was put off or came into doubt, and in which chat, as `channel/id`. */
export type PartSent = Arrived & { readonly to: string };

/** How one delivery stands, by delivery key. */
export type Delivery =
  | {
      readonly state: "sending";
      readonly until: Instant;
      readonly tries: number;
      /** When the first attempt was made that may have arrived without our knowing; absent where none may. */
      readonly inDoubt?: Instant;
      /** The same of those before the last attempt. */
      readonly wasInDoubt?: Instant;
      readonly arrived?: PartSent;
    }
  /** `to` is the chat, as `channel/id`: platforms number messages by chat. */
  | { readonly state: "sent"; readonly at: Instant; readonly message: string; readonly to: string }
  | { readonly state: "undeliverable"; readonly why: string }
  | { readonly state: "dropped" };

export type Deliveries = Readonly<Record<string, Delivery>>;

/** When a delivery may be tried: at once, after a lease, or never again (undefined) because it is settled. */
export function freeFrom(delivery: Delivery | undefined): Instant | undefined {
  if (delivery === undefined) return Number.NEGATIVE_INFINITY;
  switch (delivery.state) {
    case "sending":
      return delivery.until;
    case "sent":
    case "undeliverable":
    case "dropped":
      return undefined;
  }
}

/**
 * When each part of a delivery to several that is not settled may be tried: the first one's, under the key itself, and
 * what was begun for others under keys below it. The first one's is made last: what it finds not begun begins with it.
 */
export function partsFree(deliveries: Deliveries, key: string): readonly Instant[] {
  const begun = Object.keys(deliveries).filter((each) => each.startsWith(`${key}/`));
  return [key, ...begun].flatMap((each) => freeFrom(deliveries[each]) ?? []);
}

/** What an attempt has to know of those before it: since when one of them may have arrived, and what of one did. */
export type Resumed = { readonly inDoubt?: Instant; readonly arrived?: PartSent };

/** What the next attempt at a delivery has to know. */
export function resumed(delivery: Delivery | undefined): Resumed {
  return delivery?.state === "sending" ? resumedFrom(delivery.inDoubt, delivery.arrived) : {};
}

/** The same for whoever stands in within the attempt that is under way: they get a repeat where one before it may have arrived. */
export function resumedInstead(delivery: Delivery | undefined): Resumed {
  return delivery?.state === "sending" ? resumedFrom(delivery.wasInDoubt, delivery.arrived) : {};
}

function resumedFrom(inDoubt: Instant | undefined, arrived: PartSent | undefined): Resumed {
  return { ...(inDoubt === undefined ? {} : { inDoubt }), ...(arrived === undefined ? {} : { arrived }) };
}

/** Whether a message of the bot, by its chat and the platform's id, is what a delivery became. */
export function isMessageOf(delivery: Delivery | undefined, { channel, id }: Address, message: string): boolean {
  return delivery?.state === "sent" && delivery.message === message && delivery.to === `${channel}/${id}`;
}

/** Folds one delivery entry. */
export function deliver(deliveries: Deliveries, entry: DeliveryEntry, at: Instant): Deliveries {
  switch (entry.kind) {
    case "sending": {
      const before = deliveries[entry.delivery];
      const tries = before?.state === "sending" ? before.tries + 1 : 1;
      const { inDoubt: wasInDoubt, ...arrived } = resumed(before);
      const doubts = wasInDoubt === undefined ? { inDoubt: at } : { inDoubt: wasInDoubt, wasInDoubt };
      return {
        ...deliveries,
        [entry.delivery]: { state: "sending", until: entry.until, tries, ...arrived, ...doubts },
      };
    }
    case "held-back": {
      const before = deliveries[entry.delivery];
      if (before?.state !== "sending") return deliveries;
      if (entry.begun) return { ...deliveries, [entry.delivery]: { ...before, until: entry.until } };
      const { inDoubt: _certainlyNot, ...rest } = before;
      const doubts = before.wasInDoubt === undefined ? {} : { inDoubt: before.wasInDoubt };
      const arrived = entry.arrived ? { arrived: entry.arrived } : {};
      return { ...deliveries, [entry.delivery]: { ...rest, ...doubts, ...arrived, until: entry.until } };
    }
    case "came-in-part": {
      const before = deliveries[entry.delivery];
      if (before?.state !== "sending") return deliveries;
      return { ...deliveries, [entry.delivery]: { ...before, arrived: entry.arrived } };
    }
    case "sent":
      return { ...deliveries, [entry.delivery]: { state: "sent", at, message: entry.message, to: entry.to } };
    case "undeliverable":
      return { ...deliveries, [entry.delivery]: { state: "undeliverable", why: entry.why } };
    case "dropped":
      return { ...deliveries, [entry.delivery]: { state: "dropped" } };
  }
}
