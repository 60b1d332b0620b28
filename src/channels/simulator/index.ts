import { join } from "node:path";
import type { Hono } from "hono";
import { type Channel, showsAll } from "../channel.ts";
import type { Desk } from "../desk.ts";
import { blobsIn } from "./blobs.ts";
import { eventsOf } from "./events.ts";
import { folderIn, openJournal } from "./journal.ts";
import { emptyMemory } from "./memory.ts";
import { channelName, type Platform, platform } from "./platform.ts";
import { Refusal } from "./refusal.ts";
import { type Log, routesOf } from "./routes.ts";

export type SimulatorOptions = {
  /** The bot's data folder; the pretend platform remembers everything below `simulator` in it. */
  readonly folder: string;
  readonly desk: Desk;
  readonly log?: Log;
};

const silent: Log = { error: () => {} };

/**
 * A channel like any other, to a platform that is only pretended: its page and JSON API are the phones. A person's
 * address, and the chat with them, is the person's id; a group's chat is the group's id.
 */
export function simulator({ folder, desk, log = silent }: SimulatorOptions): Channel & { readonly routes: Hono } {
  const own = folderIn(folder);
  const memory = emptyMemory();
  const blobs = blobsIn(join(own, "files"));
  let jumps = 0;
  let running: Platform | undefined;
  const events = eventsOf(() => ({ now: desk.now(), moving: jumps > 0 }));
  const started = (): Platform => {
    if (!running) throw new Refusal(503, "The bot is not ready yet; try again in a moment.");
    return running;
  };
  const routes = routesOf({ desk, memory, blobs, events, platform: started, log }, (change) => {
    jumps += change;
  });
  return {
    name: channelName,
    can: showsAll,
    routes,
    start: async (host) => {
      const damaged = (line: number) =>
        log.error({ code: "simulator-damaged", folder: own, line }, "a message of the simulator cannot be read");
      const { journal, lines } = await openJournal(own, damaged);
      for (const line of lines) memory.apply(line);
      const changed: Parameters<typeof platform>[0]["changed"] = (chat, message, edited) =>
        events.tell({ event: "message", data: { chat, message, edited } });
      running = platform({ desk, memory, journal, blobs, host, changed, log });
      return async () => {
        running = undefined;
        await journal.close();
      };
    },
    send: async (to, message) => (running ? running.send(to, message) : { kind: "retry", after: 1_000 }),
  };
}
