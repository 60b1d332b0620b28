import { Counter, Histogram, type Registry } from "prom-client";
import { StoreFailure } from "../store/store.ts";
import type { Portable } from "../store/survey.ts";

/** The store as it is, with its changes counted and timed. */
export function metered(registry: Registry, store: Portable): Portable {
  const registers = [registry];
  const entries = new Counter({ name: "baosong_store_entries_total", help: "Entries kept by this process", registers });
  const took = new Histogram({
    name: "baosong_store_change_seconds",
    help: "From a change until it is on disk, flush and all",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const failures = new Counter({
    name: "baosong_store_failures_total",
    help: "Changes that were not kept, by why",
    labelNames: ["code"],
    registers,
  });
  return {
    ...store,
    change: async (keys, by) => {
      let count = 0;
      const end = took.startTimer();
      try {
        const docs = await store.change(keys, (given) => {
          const made = by(given);
          count = made.length;
          return made;
        });
        // One that adds nothing never came to the disk and tells nothing of it.
        if (count > 0) {
          end();
          entries.inc(count);
        }
        return docs;
      } catch (cause) {
        if (cause instanceof StoreFailure) failures.inc({ code: cause.code });
        throw cause;
      }
    },
  };
}
