import type { Api } from "grammy";
import { SECOND } from "../../core/time.ts";
import { outcomeOf } from "./outcome.ts";
import { isGroup, type Pacer } from "./pace.ts";

/** Which message bears the buttons of a private chat, so that those of questions that are over go. */
export type Keyboards = {
  /** A button of this message was pressed. */
  pressed(chat: string, message: string): void;
  /** A message stands in the chat, newly sent or edited, with buttons or without. */
  stands(chat: string, message: string, withButtons: boolean, edited: boolean): void;
  /** Resolves once no buttons are being taken off. */
  settled(): Promise<void>;
};

/**
 * In a private chat the newest buttons are the ones that count: those before them are taken off, and those of a
 * message that was pressed and answered with a new message. In a group they stay, since everybody uses them. After a
 * restart one old keyboard may stay; it does no harm, since every button names its question.
 */
export function keyboardsOf(api: Api, pace: Pacer): Keyboards {
  const bearing = new Map<string, string>();
  const pressedOn = new Map<string, string>();
  const working = new Set<Promise<void>>();
  const takeOff = (chat: string, message: string) => {
    const work = (async () => {
      const turn = await pace.turn(chat, "tidying", 30 * SECOND);
      // Nothing hangs on it: what Telegram refuses or loses is left as it is.
      if (turn.kind === "go") await outcomeOf(() => api.editMessageReplyMarkup(chat, Number(message)));
    })();
    working.add(work);
    void work.finally(() => working.delete(work));
  };
  return {
    pressed: (chat, message) => {
      if (!isGroup(chat)) pressedOn.set(chat, message);
    },
    stands: (chat, message, withButtons, edited) => {
      if (isGroup(chat)) return;
      const pressed = pressedOn.get(chat);
      const before = bearing.get(chat);
      pressedOn.delete(chat);
      if (withButtons) bearing.set(chat, message);
      else if (before === message || (!edited && before === pressed)) bearing.delete(chat);
      const over = new Set([
        ...(edited || pressed === undefined ? [] : [pressed]),
        ...(withButtons && before ? [before] : []),
      ]);
      over.delete(message);
      for (const each of over) takeOff(chat, each);
    },
    settled: async () => {
      await Promise.all(working);
    },
  };
}
