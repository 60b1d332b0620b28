import { withDecisions } from "../core/calendar/days-off.ts";
import { lastPlanned } from "../core/calendar/rounds.ts";
import type { FlowId } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import { closesAt, type Round } from "../core/round.ts";
import type { Instant } from "../core/time.ts";
import { readRound } from "./documents.ts";
import type { Running } from "./flows.ts";
import type { House } from "./house.ts";

/** How far a campaign is from its end: its last round is closed, or will be; or it goes on without one. */
export type CampaignEnd =
  | { readonly kind: "ended"; readonly flow: Flow; readonly last: Round; readonly rounds: readonly Round[] }
  | { readonly kind: "to-come"; readonly number: number; readonly closes: Instant }
  | { readonly kind: "endless" };

/** Tells how far a flow's campaign is; a last round that is open closes when it was opened to, whatever stands now. */
export async function campaignEnd(house: House, { flow, at }: Running): Promise<CampaignEnd> {
  const regular = lastPlanned(flow.calendar);
  if (!regular) return { kind: "endless" };
  const last = await readRound(house.store, flow.id, regular.id);
  switch (last.state) {
    case "frozen": {
      const rounds = house.rounds.of(flow.id).filter(({ due }) => due <= last.due);
      return { kind: "ended", flow: at(last.flowHash), last, rounds };
    }
    case "open":
      return { kind: "to-come", number: last.number, closes: closesAt(last) };
    case "unopened": {
      const planned = lastPlanned(withDecisions(flow.calendar, [last])) ?? regular;
      return { kind: "to-come", number: planned.number, closes: planned.closes };
    }
  }
}

/** Whether the last round of a flow's campaign is closed. */
export function hasEnded(house: House, id: FlowId): boolean {
  const running = house.flows.find(({ flow }) => flow.id === id);
  const last = running && lastPlanned(running.flow.calendar);
  return house.rounds.of(id).some(({ round, state }) => round === last?.id && state === "frozen");
}
