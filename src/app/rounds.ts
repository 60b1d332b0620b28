import { plannedRounds } from "../core/calendar/rounds.ts";
import type { FlowId, RoundId } from "../core/entry.ts";
import type { Round } from "../core/round.ts";
import type { Instant } from "../core/time.ts";
import type { Store } from "../store/store.ts";
import { readRound } from "./documents.ts";
import type { Running } from "./flows.ts";

/** The rounds that have been opened, held in memory: there are few, and every answer asks for the newest. */
export type Rounds = {
  /** Opened rounds of a flow, oldest first. */
  of(flow: FlowId): readonly Round[];
  newest(flow: FlowId): Round | undefined;
  /** Takes up a round as it stands after a change. */
  learn(round: Round): void;
  /** Takes up a round as the store has it. */
  reread(round: Pick<Round, "flow" | "round">): Promise<void>;
};

/** Reads back every round that was opened by now, also under an earlier text of its flow with other dates. */
export async function readRounds(store: Store, flows: readonly Running[], now: Instant): Promise<Rounds> {
  const opened = new Map<FlowId, readonly Round[]>();
  const learn = (round: Round): void => {
    if (round.state === "unopened") return;
    const others = (opened.get(round.flow) ?? []).filter((each) => each.round !== round.round);
    opened.set(
      round.flow,
      [...others, round].sort((a, b) => a.due - b.due),
    );
  };
  for (const { flow, versions } of flows) {
    const ids = new Set<RoundId>(
      versions.flatMap(({ calendar }) => plannedRounds(calendar, now).map((planned) => planned.id)),
    );
    for (const round of await Promise.all([...ids].map((id) => readRound(store, flow.id, id)))) learn(round);
  }
  const reread: Rounds["reread"] = async ({ flow, round }) => learn(await readRound(store, flow, round));
  return { reread, of: (flow) => opened.get(flow) ?? [], newest: (flow) => opened.get(flow)?.at(-1), learn };
}
