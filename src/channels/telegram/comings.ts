import { type Instant, SECOND } from "../../core/time.ts";

/** Coming back is told twice, by Telegram and by the /start that the button sends: within this time it is one. */
const ONE_RETURN = 10 * SECOND;

/**
 * Whether somebody comes into a chat, or comes back to it, for the first time in a while; `lately` is where that is
 * remembered, no longer than it matters: anybody in the world may open a chat with a bot.
 */
export function comings(lately = new Map<string, Instant>()): (chat: string, at: Instant) => boolean {
  return (chat, at) => {
    for (const [other, before] of lately) {
      if (at - before < ONE_RETURN) break;
      lately.delete(other);
    }
    if (lately.has(chat)) return false;
    lately.set(chat, at);
    return true;
  };
}
