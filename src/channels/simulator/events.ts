import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { View } from "./view.ts";

/** What a page that is open hears of. */
export type Happened =
  | {
      readonly event: "message";
      readonly data: { readonly chat: string; readonly message: View; readonly edited: boolean };
    }
  /** The clock by the minute; `moving` while a jump is under way. */
  | { readonly event: "clock"; readonly data: { readonly now: string; readonly moving: boolean } };

export type Events = {
  tell(happened: Happened): void;
  /** Answers a request with the stream of what happens from here on. */
  stream(c: Context): Response;
};

/** How often the clock is looked at while somebody listens, and a silent stream is kept alive; real milliseconds. */
const LOOK = 200;
const ALIVE = 20_000;

/** Joins those who listen to what happens. */
export function eventsOf(clock: () => { readonly now: string; readonly moving: boolean }): Events {
  const listeners = new Set<(happened: Happened | "alive") => void>();
  let looking: NodeJS.Timeout | undefined;
  let shown = "";
  const tell = (happened: Happened | "alive") => {
    for (const listener of listeners) listener(happened);
  };
  const look = () => {
    const { now, moving } = clock();
    const face = `${now.slice(0, 16)} ${moving}`;
    if (face === shown) return;
    shown = face;
    tell({ event: "clock", data: { now, moving } });
  };
  return {
    tell,
    stream: (c) =>
      streamSSE(c, async (stream) => {
        let last: Promise<unknown> = Promise.resolve();
        const listener = (happened: Happened | "alive") => {
          last = last.then(async () => {
            if (happened === "alive") await stream.write(": alive\n\n");
            else await stream.writeSSE({ event: happened.event, data: JSON.stringify(happened.data) });
          });
        };
        listeners.add(listener);
        looking ??= setInterval(look, LOOK);
        const alive = setInterval(() => listener("alive"), ALIVE);
        listener({ event: "clock", data: clock() });
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        clearInterval(alive);
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(looking);
        looking = undefined;
      }),
  };
}
