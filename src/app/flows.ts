import { flowKey } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import type { InstalledFlow } from "../core/flow/installed.ts";
import { loadFlow } from "../core/flow/load.ts";
import type { Instant } from "../core/time.ts";
import type { Store } from "../store/store.ts";

/** A flow as it is now and as it was: an open round goes on under the text that it was opened with. */
export type Running = {
  readonly flow: Flow;
  /** Nothing due before this is owed. */
  readonly since: Instant;
  /** The flow by the hash of its text; the present one where an old text can no longer be read. */
  at(hash: string): Flow;
  /** Every text that was ever taken up, the present one included. */
  readonly versions: readonly Flow[];
};

/** Keeps the text of each flow in its history where it is new, and gives the flows as they run. */
export async function installFlows(store: Store, flows: readonly Flow[], now: Instant): Promise<readonly Running[]> {
  return Promise.all(
    flows.map(async (flow) => {
      const key = flowKey(flow.id);
      const docs = await store.change([key], (before) => {
        const doc = before.get(key);
        if (doc.kind === "flow" && doc.doc.current === flow.hash) return [];
        const entry = { kind: "installed", hash: flow.hash, text: flow.text } as const;
        return [{ key, entry: { ...entry, id: `install/${flow.id}/${flow.hash}`, at: now, by: "bot" } }];
      });
      const doc = docs.get(key);
      if (doc.kind !== "flow") throw new Error(`${key} is no flow`);
      return running(flow, doc.doc);
    }),
  );
}

function running(flow: Flow, installed: InstalledFlow): Running {
  const versions = new Map([[flow.hash, flow]]);
  for (const [hash, text] of Object.entries(installed.texts)) {
    if (versions.has(hash)) continue;
    const loaded = loadFlow(text, hash);
    if ("flow" in loaded) versions.set(hash, loaded.flow);
  }
  return {
    flow,
    since: installed.since,
    at: (hash) => versions.get(hash) ?? flow,
    versions: [...versions.values()],
  };
}
