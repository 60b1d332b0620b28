import type { CellId } from "../../core/cells.ts";
import { evolve } from "../../core/document.ts";
import { reportKey, type UnitId } from "../../core/entry.ts";
import { emptyReport } from "../../core/report.ts";
import { nameIn } from "../../core/roster.ts";
import { countedBy, type Round } from "../../core/round.ts";
import type { Reason } from "../../core/submission.ts";
import { compareCells } from "../../core/table/compare.ts";
import type { Instant } from "../../core/time.ts";
import type { Revised, RevisedUnit } from "../../exports/export.ts";
import { type Language, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";

/** What a version (from 2) of a round changes against the one before, in a language. */
export async function revisedIn(house: House, round: Round, version: number, language: Language): Promise<Revised> {
  const before = countedBy(round, version - 1);
  const counted = round.revisions?.[version - 2]?.counted ?? {};
  const units = await Promise.all(
    Object.entries(counted).map(([unit, revision]) => {
      return unitIn(house, round, unit, [before[unit] ?? 0, revision], language);
    }),
  );
  return { version, units };
}

async function unitIn(
  house: House,
  round: Round,
  unit: UnitId,
  [from, to]: readonly [number, number],
  language: Language,
): Promise<RevisedUnit> {
  const { was, is, steps } = await wayOf(house, round, unit, from, to);
  const last = steps.at(-1);
  const nameOf = (id: string) => {
    const member = house.people.member(id);
    return member ? nameIn(member.name, language) : id;
  };
  const { submission } = is;
  const corrected = from > 0;
  const told = corrected ? last : submission;
  return {
    unit,
    name: nameIn(house.people.unit(unit).name, language),
    kind: corrected ? "corrected" : submission?.late ? "late" : "in-time",
    by: nameOf(told?.by ?? ""),
    at: told?.at ?? round.due,
    reason: reasonIn(told?.reason, language),
    cells: corrected
      ? compareCells(was.cells, is.cells).map((changed) => {
          const step = steps.findLast(({ cells }) => cells.has(changed.cell)) ?? last;
          const { by = "", at = round.due, reason } = step ?? {};
          return { ...changed, by: nameOf(by), at, reason: reasonIn(reason, language) };
        })
      : [],
  };
}

/** One correction: who made it when and why, and the cells that it set. */
type CorrectionStep = {
  readonly by: string;
  readonly at: Instant;
  readonly reason?: Reason;
  readonly cells: ReadonlySet<CellId>;
};

/** A report at two revisions (0 is before anything), and the corrections on the way from one to the other. */
async function wayOf(house: House, round: Round, unit: UnitId, from: number, to: number) {
  let is = emptyReport(round.flow, round.round, unit);
  let was = is;
  let stood = is.cells;
  const steps: CorrectionStep[] = [];
  for (const { entry } of await house.store.history(reportKey(round.flow, round.round, unit))) {
    if (is.revision === to) break;
    const after = evolve({ kind: "report", doc: is }, entry);
    if (after.kind === "report") is = after.doc;
    if (is.revision <= from) [was, stood] = [is, is.cells];
    else if (entry.kind === "corrected") {
      const { by, at, reason } = entry;
      const cells = new Set(compareCells(stood, is.cells).map(({ cell }) => cell));
      steps.push({ by, at, cells, ...(reason === undefined ? {} : { reason }) });
      stood = is.cells;
    }
  }
  return { was, is, steps };
}

/** A reason in a language: as it was written, or the words of a usual one; empty where none was given. */
export function reasonIn(reason: Reason | undefined, language: Language): string {
  if (reason === undefined || typeof reason === "string") return reason ?? "";
  return wordingOf(language).word(`reason-${reason.usual}`);
}
