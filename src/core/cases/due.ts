import { Temporal } from "temporal-polyfill";
import type { Case } from "../case.ts";
import type { Instant } from "../time.ts";
import { type CaseFlow, stateOf } from "./case-flow.ts";

/** The case's time limit as a day, the earliest of its own and those of its marks; undefined where it has none. */
export function dueDate(flow: CaseFlow, { answers, marks }: Case): string | undefined {
  const ids = [flow.due, ...flow.marks.flatMap(({ id, due }) => (marks.includes(id) ? [due] : []))];
  const dates = ids.flatMap((id) => {
    const answer = id === undefined ? undefined : answers[id];
    return answer?.kind === "date" ? [answer.date] : [];
  });
  return dates.sort()[0];
}

/** The end of the day that is the time limit, in the flow's zone. */
export function dueAt(flow: CaseFlow, doc: Case): Instant | undefined {
  const date = dueDate(flow, doc);
  if (date === undefined) return undefined;
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(flow.zone).epochMilliseconds;
}

/** Whether a case is opened and not closed yet. */
export function isUnderWay(flow: CaseFlow, { stage }: Case): boolean {
  return stage.kind === "opened" && !stateOf(flow, stage.state).final;
}

/** Whether a case is under way past its time limit. */
export function isOverdue(flow: CaseFlow, doc: Case, now: Instant): boolean {
  const due = dueAt(flow, doc);
  return due !== undefined && due <= now && isUnderWay(flow, doc);
}
