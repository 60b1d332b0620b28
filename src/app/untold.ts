import { shares } from "../core/directory.ts";
import { type DocKey, doorKey, groupKey } from "../core/entry.ts";
import type { News } from "../core/news.ts";
import type { Roster } from "../core/roster.ts";
import type { Store } from "../store/store.ts";
import { alone } from "./deliveries/alone.ts";
import { newsIn, stored } from "./documents.ts";
import { lanes } from "./lanes.ts";
import type { Log } from "./log.ts";

/** The documents by which others are still to hear of something, held in memory: every look at what is owed asks for them. */
export type Untold = {
  all(): ReadonlyMap<DocKey, News>;
  /** Takes up a document as the store has it. */
  reread(key: DocKey): Promise<void>;
};

/** Reads back what was still to be told when the bot stopped. */
export async function readUntold(store: Store, { groups }: Roster, log: Log): Promise<Untold> {
  const bearers: readonly DocKey[] = [...shares, doorKey, ...groups.map(({ id }) => groupKey(id))];
  const all = new Map<DocKey, News>();
  // An older reading must not come after a newer one.
  const inTurn = lanes();
  const reread: Untold["reread"] = (key) =>
    inTurn(key, async () => {
      const news = newsIn(await stored(store, key), key);
      if (news.open.length > 0) all.set(key, news);
      else all.delete(key);
    });
  await Promise.all(bearers.map((key) => alone({ log }, key, () => reread(key))));
  return { all: () => all, reread };
}
