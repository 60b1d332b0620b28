import type { CaseFlow } from "../core/cases/case-flow.ts";
import { loadCaseFlow } from "../core/cases/load.ts";
import { type FlowId, flowKey } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import type { InstalledFlow } from "../core/flow/installed.ts";
import { loadFlow } from "../core/flow/load.ts";
import type { Instant } from "../core/time.ts";
import type { Store } from "../store/store.ts";

/** What every kind of flow has: its name, its text, and what identifies that. */
type Text = { readonly id: FlowId; readonly hash: string; readonly text: string };

/** A flow as it is now and as it was: what is open goes on under the text that it was opened with. */
export type Running<F extends Text = Flow> = {
  readonly flow: F;
  /** Nothing due before this is owed. */
  readonly since: Instant;
  /** The flow by the hash of its text; the present one where an old text can no longer be read. */
  at(hash: string): F;
  /** Every text that was ever taken up, the present one included. */
  readonly versions: readonly F[];
};

/** Reads an earlier text again; its hash comes with it. */
type Load<F> = (text: string, hash: string) => { readonly flow: F } | { readonly problems: unknown };

/** The flows of returns, installed. */
export const installFlows = (store: Store, flows: readonly Flow[], now: Instant) =>
  install(store, flows, loadFlow, now);

/** The flows of cases, installed. */
export const installCaseFlows = (store: Store, flows: readonly CaseFlow[], now: Instant) =>
  install(store, flows, loadCaseFlow, now);

/** Keeps the text of each flow in its history where it is new, and gives the flows as they run. */
async function install<F extends Text>(
  store: Store,
  flows: readonly F[],
  load: Load<F>,
  now: Instant,
): Promise<readonly Running<F>[]> {
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
      return running(flow, doc.doc, load);
    }),
  );
}

function running<F extends Text>(flow: F, installed: InstalledFlow, load: Load<F>): Running<F> {
  const versions = new Map([[flow.hash, flow]]);
  for (const [hash, text] of Object.entries(installed.texts)) {
    if (versions.has(hash)) continue;
    const loaded = load(text, hash);
    if ("flow" in loaded) versions.set(hash, loaded.flow);
  }
  return {
    flow,
    since: installed.since,
    at: (hash) => versions.get(hash) ?? flow,
    versions: [...versions.values()],
  };
}
