import { degrade } from "../channels/degrade.ts";
import type { Address, Block, Outbound, Sent, Text } from "../core/message.ts";
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
};

/** Puts a message into words and sends it once, as far as its channel can show it. Never rejects. */
export async function send(house: House, speech: Speech): Promise<Sent> {
  const channel = house.channels.get(speech.to.channel);
  if (!channel) return { kind: "refused", why: `the channel ${speech.to.channel} is not running` };
  try {
    const { message, reasons } = degrade(inWords(speech), channel.can);
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

/** How often a reply is tried where the platform asks to wait. */
const TRIES = 3;
/** A reply that would come later than this is not worth holding up those behind it. */
const PATIENCE = 30_000;

/**
 * Sends a reply, waiting where the platform asks to; one that is lost is found again by writing anything. Gives the id
 * that the platform gave it; undefined where it was lost.
 */
export async function reply(house: House, speech: Speech): Promise<string | undefined> {
  for (let tries = 1; ; tries += 1) {
    const sent = await send(house, speech);
    if (sent.kind === "sent") return sent.id;
    if (sent.kind !== "retry" || tries === TRIES || sent.after > PATIENCE) {
      house.log.warn({ code: "reply-lost", key: speech.key, outcome: sent.kind }, "a reply was not delivered");
      return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, sent.after));
  }
}

function inWords({ language, blocks, ...rest }: Speech): Outbound {
  return { ...rest, blocks: wordingOf(language).blocks(blocks) };
}

/** What kind of failure it was, for the log: messages of errors may quote what people wrote. */
export function kindOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = "code" in cause ? String(cause.code) : "";
  const place =
    cause.stack
      ?.split("\n")
      .find((line) => line.trimStart().startsWith("at "))
      ?.trim() ?? "";
  return `${cause.name} ${code} ${place}`.replace(/\s+/g, " ").trim();
}
