import type { Card } from "./card/parts.ts";
import type { Toast } from "./toast.ts";

/** What a press is answered with: a card takes the place of the one that was pressed. */
export type Turn = { readonly toast?: Toast; readonly card?: { readonly type: "raw"; readonly data: Card } };

/** Presses that wait for their answer. */
export type Turns = {
  /** Begins to wait; resolves to nothing to show where no card was given in time. */
  open(press: string, on: string | undefined): Promise<Turn>;
  /** Turns the pressed card over to this one; false where it is not waited for any more, or another card was pressed. */
  give(press: string, on: string, card: Card, toast: Toast | undefined): boolean;
  /** Ends the waiting: everything that answers has been sent. */
  close(press: string): void;
  /** The card that was pressed, for a while. */
  pressedOn(press: string): string | undefined;
};

/** The platform waits 3 seconds, the way there and back included. */
const PATIENCE = 2_400;
/** As many presses are remembered with the card that they were made on. */
const REMEMBERED = 2_000;

type Waiting = { readonly on: string | undefined; readonly answer: (turn: Turn) => void };

/** No press waits yet; one is answered within `patience` milliseconds at the latest. */
export function turnsOf(patience = PATIENCE): Turns {
  const waiting = new Map<string, Waiting>();
  const pressed = new Map<string, string>();
  const settle = (press: string, turn: Turn): boolean => {
    const found = waiting.get(press);
    waiting.delete(press);
    found?.answer(turn);
    return found !== undefined;
  };
  return {
    open: (press, on) => {
      if (on !== undefined) pressed.set(press, on);
      for (const oldest of pressed.keys()) {
        if (pressed.size <= REMEMBERED) break;
        pressed.delete(oldest);
      }
      return new Promise((resolve) => {
        const late = setTimeout(() => settle(press, {}), patience);
        waiting.set(press, {
          on,
          answer: (turn) => {
            clearTimeout(late);
            resolve(turn);
          },
        });
      });
    },
    give: (press, on, data, toast) => {
      if (waiting.get(press)?.on !== on) return false;
      return settle(press, { ...(toast === undefined ? {} : { toast }), card: { type: "raw", data } });
    },
    close: (press) => void settle(press, {}),
    pressedOn: (press) => pressed.get(press),
  };
}
