import type { Address, Block, Outbound, Sent } from "../../core/message.ts";
import type { ChannelLog } from "../channel.ts";
import type { Outcome } from "./calls.ts";
import { cardsOf, isTypedIn } from "./card/card.ts";
import type { Card } from "./card/parts.ts";
import { asText } from "./fallback.ts";
import type { Mail } from "./mail.ts";
import type { Rank } from "./pace.ts";
import type { Seen } from "./seen.ts";
import { toastOf } from "./toast.ts";
import type { Turns } from "./turns.ts";
import type { Uploads } from "./uploads.ts";

export type SendingParts = {
  readonly mail: Mail;
  readonly uploads: Uploads;
  readonly turns: Turns;
  readonly seen: Seen;
  readonly log: ChannelLog;
};

/** How long the empty answer to a press takes to arrive, in milliseconds. */
const SETTLES = 300;

type Attached = { readonly name: string; readonly key: string };

/** Sends a message as a card, its files behind it; a card that the platform refuses goes as text and pictures. */
export function sending({ mail, uploads, turns, seen, log }: SendingParts) {
  return async (to: Address, message: Outbound): Promise<Sent> => {
    const rank: Rank = message.reactsTo === undefined ? "notice" : "answer";
    const pictures = new Map<Uint8Array, string>();
    const files: Attached[] = [];
    for (const block of message.blocks) {
      if (block.kind !== "picture" && block.kind !== "file") continue;
      const { name, bytes } = block;
      const up = block.kind === "picture" ? uploads.picture(bytes, rank) : uploads.file(name, bytes, rank);
      const outcome = await up;
      if (outcome.kind === "later" || outcome.kind === "unknown") return sentOf(outcome);
      if (outcome.kind !== "done") {
        log.warn({ code: "lark-upload-refused", key: message.key, why: outcome }, "a file could not be sent along");
        continue;
      }
      if (block.kind === "picture") pictures.set(bytes, outcome.answer);
      else files.push({ name, key: outcome.answer });
    }
    const cards = cardsOf(message.blocks, to.id, (bytes) => pictures.get(bytes));
    const said = await sayIt(to, message, rank, cards, [...pictures.values()]);
    if (said && said.kind !== "sent") return said;
    let last = said;
    for (const [index, { key }] of files.entries()) {
      const outcome = await mail.send(message, to.id, "file", { file_key: key }, `file-${index}`, rank);
      if (outcome.kind === "later" || outcome.kind === "unknown") return last ? halfway(outcome) : sentOf(outcome);
      if (outcome.kind === "done") last ??= { kind: "sent", id: outcome.answer };
      // What stands there already was sent, whatever becomes of its file.
      else if (!last) return sentOf(outcome);
      else log.warn({ code: "lark-file-refused", key: message.key, why: outcome.code }, "a file could not be sent");
    }
    if (!last) return { kind: "refused", why: "lark-nothing-to-send" };
    if (message.urgent && last.kind === "sent") await mail.press(last.id, to.id);
    return last;
  };

  /** The words of the message; undefined where it has none and is files alone. */
  async function sayIt(
    to: Address,
    message: Outbound,
    rank: Rank,
    cards: readonly Card[] | undefined,
    pictures: readonly string[],
  ): Promise<Sent | undefined> {
    if (cards === undefined) return inWords(to, message, rank, pictures, "too-large");
    const [only] = cards;
    if (only && cards.length === 1) {
      const turned = await turnOver(to, message, only);
      if (turned?.kind === "sent") return turned.sent;
    }
    let id: string | undefined;
    for (const [index, card] of cards.entries()) {
      const outcome = await mail.send(message, to.id, "interactive", card, `card-${index}`, rank);
      if (outcome.kind === "bad-card") return inWords(to, message, rank, pictures, String(outcome.code));
      if (outcome.kind === "later" && id !== undefined) return halfway(outcome);
      if (outcome.kind !== "done") return sentOf(outcome);
      id = outcome.answer;
    }
    if (id === undefined) return undefined;
    seen.sent(to.id, id, isTypedIn(message.blocks));
    return { kind: "sent", id };
  }

  /** Puts the card in the place of an earlier one; undefined where it is to be a message of its own. */
  async function turnOver(to: Address, message: Outbound, card: Card) {
    const { replaces, advances, reactsTo } = message;
    const target = replaces ?? (advances !== undefined && seen.isLast(to.id, advances) ? advances : undefined);
    if (target === undefined) return undefined;
    const done = (): { readonly kind: "sent"; readonly sent: Sent } => {
      seen.sent(to.id, target, isTypedIn(message.blocks));
      return { kind: "sent", sent: { kind: "sent", id: target } };
    };
    const byItsReader = reactsTo !== undefined && turns.pressedOn(reactsTo) === target;
    if (reactsTo !== undefined && turns.give(reactsTo, target, card, toastOf(message.blocks))) return done();
    // Somebody else's doing never takes away what is being typed.
    if (!byItsReader && seen.mayBeTypedIn(target)) return undefined;
    // Before its press has been answered, a card that is renewed would go back to what it was.
    if (byItsReader) await new Promise((resolve) => setTimeout(resolve, SETTLES));
    const outcome = await mail.patch(target, card);
    switch (outcome.kind) {
      case "done":
        return done();
      case "later":
      case "unknown":
        return { kind: "sent", sent: sentOf(outcome) } as const;
      case "bad-card":
      case "refused":
        // Withdrawn, or older than a fortnight: it becomes a new message.
        log.info({ code: "lark-card-stays", why: outcome.code }, "a card could not be renewed");
        return undefined;
    }
  }

  async function inWords(
    to: Address,
    message: Outbound,
    rank: Rank,
    pictures: readonly string[],
    why: string,
  ): Promise<Sent> {
    log.warn({ code: "lark-card-refused", key: message.key, why }, "a card was refused and goes as text");
    const outcome = await mail.send(message, to.id, "text", { text: asText(worded(message.blocks)) }, "text", rank);
    if (outcome.kind !== "done") return sentOf(outcome);
    for (const [index, key] of pictures.entries()) {
      const picture = await mail.send(message, to.id, "image", { image_key: key }, `image-${index}`, rank);
      if (picture.kind === "later" || picture.kind === "unknown") return halfway(picture);
      if (picture.kind !== "done")
        log.warn({ code: "lark-picture-refused", key: message.key, why: picture.code }, "a picture could not be sent");
    }
    seen.sent(to.id, outcome.answer, false);
    return { kind: "sent", id: outcome.answer };
  }
}

/** Part of it stands there: the platform knows that part again while it remembers it, and after that it stands twice. */
function halfway(outcome: Extract<Outcome<string>, { kind: "later" | "unknown" }>): Sent {
  return outcome.kind === "later" ? { kind: "retry", after: outcome.after, begun: true } : { kind: "unknown" };
}

/** Not in the group, out of reach of the app or no longer in the organisation, stopped by the person, group dissolved. */
const gone = new Set([230002, 230013, 230053, 232009]);

/** Files follow by themselves. */
function worded(blocks: readonly Block<string>[]): readonly Block<string>[] {
  return blocks.filter(({ kind }) => kind !== "file");
}

function sentOf(outcome: Exclude<Outcome<string>, { kind: "done" }>): Sent {
  switch (outcome.kind) {
    case "later":
      return { kind: "retry", after: outcome.after };
    case "unknown":
      return { kind: "unknown" };
    case "refused":
      return { kind: "refused", why: outcome.why, ...(gone.has(outcome.code) ? { gone: true } : {}) };
    case "bad-card":
      return { kind: "refused", why: `lark-${outcome.code}` };
  }
}
