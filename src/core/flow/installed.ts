import type { FlowId, Origin } from "../entry.ts";
import type { Instant } from "../time.ts";

/** A flow's text was taken up; an open round goes on under the text that it was opened with. */
export type FlowEntry = { readonly kind: "installed"; readonly hash: string; readonly text: string };

export type InstalledFlow = {
  readonly flow: FlowId;
  /** Nothing due before this is owed. */
  readonly since: Instant;
  readonly current: string;
  readonly texts: Readonly<Record<string, string>>;
};

/** A flow before its first text was taken up. */
export function emptyInstalled(flow: FlowId): InstalledFlow {
  return { flow, since: 0, current: "", texts: {} };
}

/** The installed flow after one more entry; `since` stays at the first. */
export function evolveInstalled(doc: InstalledFlow, entry: Origin & FlowEntry): InstalledFlow {
  const since = doc.current === "" ? entry.at : doc.since;
  return { ...doc, since, current: entry.hash, texts: { ...doc.texts, [entry.hash]: entry.text } };
}
