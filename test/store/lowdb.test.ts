import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LowdbOptions, openLowdb } from "../../src/store/lowdb/index.ts";
import { storeContract } from "../contracts/store.ts";

/** The store in a folder of its own. */
async function fresh(options: Partial<LowdbOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "baosong-store-"));
  let store = await openLowdb({ folder, ...options });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openLowdb({ folder, ...options });
      return store;
    },
    end: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

storeContract("lowdb", () => fresh());
storeContract("lowdb that folds after every few records", () => fresh({ segmentSize: 600 }));
