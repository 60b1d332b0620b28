import type { Addressed } from "../core/entry.ts";
import { kindOf } from "../core/failure-kind.ts";
import type { Position, Store } from "../store/store.ts";
import type { Docket } from "./cases/docket.ts";
import type { Clock } from "./clock.ts";
import { readCase } from "./documents.ts";
import type { Log } from "./log.ts";
import type { PastReports } from "./past.ts";
import type { People } from "./people/people.ts";
import type { Rounds } from "./rounds.ts";
import type { Untold } from "./untold.ts";

/** What this process remembers of the store; another instance may have changed it. */
type Remembered = {
  readonly store: Store;
  readonly rounds: Rounds;
  readonly past: PastReports;
  readonly cases: Docket;
  readonly people: People;
  readonly untold: Untold;
  readonly clock: Clock;
  readonly log: Log;
};

/** How long it waits before it follows on after the store failed, in real milliseconds. */
const AGAIN = 1_000;

/**
 * Keeps what is remembered up to date with the change feed, from `position` on, until the store is closed or `stopped`
 * says so. What this process did itself passes by as well, and changes nothing.
 */
export async function follow(remembered: Remembered, position: Position, stopped: () => boolean): Promise<void> {
  let seen = position;
  while (!stopped()) {
    try {
      for await (const each of remembered.store.since(seen)) {
        if (stopped()) return;
        await takeUp(remembered, each);
        seen = each.position;
      }
      return;
    } catch (cause) {
      if (stopped()) return;
      remembered.log.warn({ code: "feed-lost", cause: kindOf(cause) }, "followed again in a moment");
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

async function takeUp(
  { store, rounds, past, cases, people, untold, clock }: Remembered,
  { key, entry }: Addressed,
): Promise<void> {
  const [kind, flow = "", round = "", unit = ""] = key.split("/");
  switch (kind) {
    case "report":
      past.changed({ flow, round, unit });
      return;
    case "round":
      await rounds.reread({ flow, round });
      return;
    case "case":
      cases.learn(await readCase(store, flow, round));
      return;
    case "directory":
    case "group": {
      const doc = await store.read(key);
      if (doc) people.learn(doc);
      await untold.reread(key);
      return;
    }
    case "door":
      await untold.reread(key);
      return;
    case "clock":
      if (entry.kind === "clock-moved" && entry.to > clock.now()) clock.advance?.(entry.to);
      return;
  }
}
