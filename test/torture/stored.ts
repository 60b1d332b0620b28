import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Entry, reportKey } from "../../src/core/entry.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { flowFrom } from "../interview/talk.ts";
import { live } from "./process.ts";

const IN_A_ROUND = 3_000;

/**
 * The longest time until the real bot takes messages again after a kill, in milliseconds, with so many whole reports of
 * 288 figures stored; it is killed so often, while starting, just started and later.
 */
export async function readyWithStored(reports: number, kills: number, say: (line: string) => void): Promise<number> {
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const ids = askedOf(flow, "market-regulation").map(({ id }) => id);
  const folder = await mkdtemp(join(tmpdir(), "baosong-stored-"));
  try {
    const store = await openLowdb({ folder });
    for (let from = 0; from < reports; from += 100) {
      const some = Array.from({ length: Math.min(100, reports - from) }, (_, index) => from + index);
      await Promise.all(
        some.map((number) => {
          const round = `2019-01-${String(1 + Math.floor(number / IN_A_ROUND)).padStart(2, "0")}`;
          const key = reportKey(flow.id, round, `u${number % IN_A_ROUND}`);
          const head = { at: number, by: "liaison", channel: "simulator" };
          const cells = Object.fromEntries(ids.map((id, index) => [id, (number * 7 + index * 13) % 400]));
          const entries: readonly Entry[] = [
            { ...head, id: `a${number}`, kind: "answered", screen: "all", cells },
            { ...head, id: `s${number}`, kind: "submitted", number: `F${number}`, late: false, zero: false },
          ];
          return store.change([key], () => entries.map((entry) => ({ key, entry })));
        }),
      );
      if (from % 10_000 === 0) say(`stored ${from} of ${reports} reports`);
    }
    // Nothing is folded by hand: whatever lies there when the first kill comes is what the next start finds.
    await store.close();
    let longest = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const life = live(folder);
      const wait = [300, undefined, 200][kill % 3];
      if (kill % 3 !== 0) await life.ready;
      if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, wait));
      life.kill();
      await life.ended;
      const after = life.readyAfter();
      longest = Math.max(longest, after ?? 0);
      say(`kill ${kill + 1}: ${after === undefined ? "before it was ready" : `ready after ${Math.round(after)} ms`}`);
    }
    return longest;
  } finally {
    await rm(folder, { recursive: true });
  }
}
