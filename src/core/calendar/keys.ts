import type { FlowId, PersonId, RoundId, UnitId } from "../entry.ts";

/** A rung by its place in the flow and its rule; what a unit put off, by when it wants to be told; a change that waits, by what counts meanwhile. */
export type RungName = `${number}-${string}` | `later-${number}` | `waits-${number}`;

/** What opens, freezes or renews a round; recorded in the round as itself. */
export function actKey(kind: "open" | "freeze" | "revise", flow: FlowId, round: RoundId): string {
  return `${kind}/${flow}/${round}`;
}

/** The key of a round's posting, under which its delivery is recorded in the round. */
export function postKey(flow: FlowId, round: RoundId, version: number): string {
  return `post/${flow}/${round}/${version}`;
}

/** The key of the question what becomes of a due date on a day off; recorded in the round before it opens. */
export function dayOffKey(flow: FlowId, round: RoundId): string {
  return `day-off/${flow}/${round}`;
}

/** The key of what a coordinator sees between the collect-by time and the due time. */
export function previewKey(flow: FlowId, round: RoundId): string {
  return `preview/${flow}/${round}`;
}

/** The key of a reminder, under which its delivery is recorded in the report; the deputy's beside it has its own. */
export function remindKey(
  flow: FlowId,
  round: RoundId,
  unit: UnitId,
  rung: RungName,
  slot: "reporter" | "deputy" = "reporter",
): string {
  const key = `remind/${flow}/${round}/${unit}/${rung}`;
  return slot === "reporter" ? key : `${key}/${slot}`;
}

/** The key of a list of whom to call, for one person; recorded in the round. */
export function listKey(flow: FlowId, round: RoundId, rung: RungName, person: PersonId): string {
  return `list/${flow}/${round}/${rung}/${person}`;
}

/** The key of a reminder that somebody asked for by a message; recorded in the report. */
export function urgeKey(flow: FlowId, round: RoundId, unit: UnitId, message: string): string {
  return `urge/${flow}/${round}/${unit}/${message}`;
}

/** The key under which the sheet that goes up with a version is given to the coordinator. */
export function upKey(flow: FlowId, round: RoundId, version: number): string {
  return version === 1 ? `post/${flow}/${round}/up` : `post/${flow}/${round}/up-${version}`;
}

/** The key of the summary at a campaign's end, numbered from 1; each later one takes up what came after the one before. */
export function finalKey(flow: FlowId, round: RoundId, number: number): string {
  return `final/${flow}/${round}/${number}`;
}
