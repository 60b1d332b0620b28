import type { Channel } from "../channels/channel.ts";
import { degrade } from "../channels/degrade.ts";
import type { Resumed } from "../core/delivery.ts";
import { kindOf } from "../core/failure-kind.ts";
import type { Address, Block, Outbound, Sent, Text } from "../core/message.ts";
import type { Instant } from "../core/time.ts";
import { type Language, wordingOf } from "../wording/wording.ts";
import type { House } from "./house.ts";

/** A message of the bot before it is put into words. */
export type Speech = {
  readonly key: string;
  readonly to: Address;
  readonly language: Language;
  readonly blocks: readonly Block<Text>[];
  readonly replaces?: string;
  readonly answers?: string;
  readonly reactsTo?: string;
  readonly advances?: string;
  readonly urgent?: true;
} & Resumed;

/** Puts a message into words and sends it once, as far as its channel can show it. Never rejects. */
export async function send(house: House, speech: Speech): Promise<Sent> {
  const channel = house.channels.get(speech.to.channel);
  if (!channel) return { kind: "refused", why: `the channel ${speech.to.channel} is not running` };
  try {
    const { inDoubt } = speech;
    const { tellsRepeats } = channel.can;
    // A clock may be put back: where no repeat is known, when it came into doubt does not matter.
    const marked = inDoubt !== undefined && (tellsRepeats === 0 || house.clock.now() - inDoubt >= tellsRepeats);
    // Counted by this code: what may stand twice is what could not be avoided, and nothing else.
    if (marked)
      house.log.warn(
        { code: "sent-again", key: speech.key, channel: channel.name },
        "a message in doubt is sent again",
      );
    const { message, reasons } = degrade(inWords(house, speech, marked, channel.inert), channel.can);
    if (reasons.length > 0)
      house.log.debug({ key: speech.key, channel: channel.name, reasons }, "shown as far as it can");
    return await channel.send(speech.to, message);
  } catch (cause) {
    house.log.error(
      { code: "send-failed", channel: channel.name, key: speech.key, cause: kindOf(cause) },
      "send failed",
    );
    return { kind: "unknown" };
  }
}

/** How often a reply is tried that may have got lost. */
const TRIES = 3;
/** How long a reply waits in all where the platform asks to: several instances together may be too fast for it. */
const PATIENCE = 10 * 60_000;
/** How long it goes on in all once the bot is to stop: less than a service manager leaves it. */
const LAST_PATIENCE = 5_000;

/** How long a reply that may have got lost is left alone before it is sent again. */
const IN_DOUBT = 1_000;

/**
 * Sends a reply, waiting where the platform asks to, and again where it may have got lost: silence would leave a person
 * in the dark. One that is lost for good is found again by writing anything. Gives the id that the platform gave it;
 * undefined where it was lost.
 */
export async function reply(house: House, speech: Speech): Promise<string | undefined> {
  let until = performance.now() + PATIENCE;
  let inDoubt: Instant | undefined;
  let doubts = 0;
  for (;;) {
    if (house.stopping.aborted) until = Math.min(until, performance.now() + LAST_PATIENCE);
    const at = house.clock.now();
    const sent = await send(house, inDoubt === undefined ? speech : { ...speech, inDoubt });
    if (sent.kind === "sent") return sent.id;
    if (sent.kind === "unknown") doubts += 1;
    const wait = waitOf(sent);
    if (wait === undefined || doubts === TRIES || performance.now() + wait > until) {
      house.log.warn({ code: "reply-lost", key: speech.key, outcome: sent.kind }, "a reply was not delivered");
      return undefined;
    }
    if (sent.kind === "unknown" || (sent.kind === "retry" && sent.begun)) inDoubt ??= at;
    await pause(wait, house.stopping);
  }
}

/** Waits so many milliseconds, or until the bot is to stop. */
function pause(wait: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      stopping.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, wait);
    stopping.addEventListener("abort", over);
  });
}

function waitOf(sent: Sent): number | undefined {
  switch (sent.kind) {
    case "retry":
      return sent.after;
    case "unknown":
      return IN_DOUBT;
    case "sent":
    case "refused":
      return undefined;
  }
}

/** The message in words; where the platform would not know it for a repeat, the reader is told that it may be one. */
function inWords(
  { people }: House,
  { language, blocks, inDoubt, arrived, ...rest }: Speech,
  marked: boolean,
  inert: Channel["inert"],
): Outbound {
  const mark: Block<Text> = { kind: "text", text: { key: "repeat-mark" } };
  return {
    ...rest,
    blocks: wordingOf(language).blocks(marked ? [mark, ...blocks] : blocks, inert),
    ...(inDoubt === undefined ? {} : { repeat: true }),
    ...(marked ? { marked: true } : {}),
    // What arrived elsewhere did not arrive here.
    ...(arrived && people.isSameChat(arrived.to, rest.to) ? { arrived: { ids: arrived.ids, of: arrived.of } } : {}),
  };
}
