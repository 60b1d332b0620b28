import { z } from "zod";
import type { Duty } from "../store.ts";
import type { Bell } from "./bell.ts";
import type { Database, Session } from "./database.ts";
import type { Reach } from "./reach.ts";

/** How often the session shows that it lives and tries for the duty, in milliseconds. */
const BEAT = 1_000;

/** What one session of each instance is for: hearing of what others keep, and holding the duty of doing what is owed. */
export type Watch = {
  /** Resolves once the session is there, or has failed for the first time. */
  readonly ready: Promise<void>;
  stand(gained: () => void): Promise<Duty>;
  close(): Promise<void>;
};

const tried = z.tuple([z.object({ held: z.boolean() })]);

/** The channel on which instances tell each other how far the feed goes. */
export const CHANNEL = "baosong";

/** Watches until closed; a lost session gives the duty up and is replaced by another. */
export function watch(database: Database, bell: Bell, reach: Reach): Watch {
  let closed = false;
  let held = false;
  let candidate: (() => void) | undefined;
  let session: Session | undefined;
  let wake = () => {};
  let begun = () => {};
  const ready = new Promise<void>((resolve) => {
    begun = resolve;
  });

  /** The connection for it: that it cannot be had is what tells that the database is away. */
  const opening = async (): Promise<Session> => {
    try {
      const opened = await database.session();
      reach.there();
      return opened;
    } catch (cause) {
      if (!closed) reach.away(cause);
      throw cause;
    }
  };
  const beat = async (through: Session): Promise<void> => {
    if (!candidate || held) {
      await through.query("select 1");
      return;
    }
    const [row] = tried.parse(await through.query("select pg_try_advisory_lock(1112494416, 1) as held"));
    if (!row.held) return;
    held = true;
    candidate();
  };
  const attend = async (): Promise<void> => {
    while (!closed) {
      try {
        const opened = await opening();
        session = opened;
        let lost = false;
        void opened.lost.then(() => {
          lost = true;
          // Whoever holds the lock from here on ticks: not both.
          held = false;
          wake();
        });
        await opened.listen(CHANNEL, (payload) => bell.ring(Number(payload)));
        begun();
        while (!closed && !lost) {
          await beat(opened);
          await pause();
        }
      } catch {
        begun();
        if (!closed) await pause();
      }
      held = false;
      const ending = session?.end().catch(() => undefined);
      session = undefined;
      // A connection into nowhere may take its time to end; the next one does not wait for it.
      if (closed) await ending;
    }
  };
  const pause = () =>
    new Promise<void>((resolve) => {
      const late = setTimeout(resolve, BEAT);
      wake = () => {
        clearTimeout(late);
        resolve();
      };
    });
  const attending = attend();

  return {
    ready,
    stand: async (gained) => {
      candidate = gained;
      if (session) await beat(session).catch(() => undefined);
      return { held: () => held };
    },
    close: async () => {
      closed = true;
      wake();
      await attending;
    },
  };
}
