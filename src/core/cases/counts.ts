import type { Case, CaseStep } from "../case.ts";
import type { CellId } from "../cells.ts";
import type { FlowId, UnitId } from "../entry.ts";
import { cellId } from "../flow/flow.ts";
import type { Instant } from "../time.ts";
import type { CaseFlow } from "./case-flow.ts";

/** Whose return of which flow is asked about, and the time that it covers. */
export type Counted = {
  readonly flow: FlowId;
  readonly unit: UnitId;
  readonly from: Instant;
  readonly to: Instant;
};

/** How many cases a cell of a return may count, and their numbers. */
export type CaseCounts = ReadonlyMap<CellId, readonly number[]>;

/** The cases that a unit's return may count, as the flow says: those with the move within the time that it covers. */
export function countCases(
  flow: CaseFlow,
  docs: readonly Case[],
  asked: Counted,
  departmentOf: (unit: UnitId) => string | undefined,
): CaseCounts {
  const counts = new Map<CellId, number[]>();
  for (const rule of flow.counts.filter((each) => each.flow === asked.flow))
    for (const doc of docs) {
      const { stage, answers } = doc;
      if (stage.kind !== "opened" || unitOf(rule.unit, doc) !== asked.unit) continue;
      if (!doc.trail.some((step) => step.move === rule.move && falls(step, asked))) continue;
      const named = rule.only && answers[rule.only.question];
      const department = named?.kind === "unit" ? departmentOf(named.unit) : undefined;
      if (rule.only && !(department !== undefined && rule.only.departments.includes(department))) continue;
      const [row, group] = [answers[rule.row], answers[rule.group]];
      if (row?.kind !== "option" || group?.kind !== "option") continue;
      const cell = cellId(row.option, group.option, rule.column);
      counts.set(cell, [...(counts.get(cell) ?? []), stage.number]);
    }
  return counts;
}

function unitOf(party: string, doc: Case): UnitId | undefined {
  if (party === "opener") return doc.unit;
  const answer = doc.answers[party];
  return answer?.kind === "unit" ? answer.unit : undefined;
}

function falls({ at }: CaseStep, { from, to }: Counted): boolean {
  return at >= from && at < to;
}
