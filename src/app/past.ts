import type { FlowId, RoundId, UnitId } from "../core/entry.ts";
import type { Unsent } from "../core/interview/sending/unsent.ts";
import type { Past, PastReport } from "../core/interview/situation.ts";
import type { Report } from "../core/report.ts";
import type { Round } from "../core/round.ts";
import { asCounted } from "../core/submission.ts";
import type { Instant } from "../core/time.ts";
import type { Store } from "../store/store.ts";
import { readReport } from "./documents.ts";
import type { Rounds } from "./rounds.ts";

/** What units reported in earlier rounds, remembered for those who are writing just now. */
export type PastReports = {
  /** The unit's submitted reports of the rounds before `round`, oldest first. */
  before(round: Round, unit: UnitId): Promise<Past>;
  /**
   * Where the unit missed the rounds just before `round`: from when its report covers, and the newest report of those
   * rounds that was begun and not sent.
   */
  missed(round: Round, unit: UnitId): Promise<Missed>;
  /** Forgets what a change to a unit's report of an earlier round has overtaken. */
  changed(report: { readonly flow: FlowId; readonly round: RoundId; readonly unit: UnitId }): void;
};

/** Units remembered at once; one costs a few kilobytes. */
const REMEMBERED = 2_000;

type Missed = { readonly since?: Instant; readonly unsent?: Unsent };

/** What lies behind a unit's report: what it reported, from when on it did not, and what of that it had begun. */
type Behind = { readonly past: Past; readonly missed: Missed };

/** Remembers as long as nothing changes; reads again after. */
export function pastReports(store: Store, rounds: Rounds): PastReports {
  const remembered = new Map<string, { readonly round: string; readonly past: Promise<Behind> }>();
  const read = async (round: Round, unit: UnitId): Promise<Behind> => {
    const earlier = rounds.of(round.flow).filter((each) => each.due < round.due && each.units.includes(unit));
    const kept = await Promise.all(
      earlier.map(async (each) => ({ of: each, report: await readReport(store, each.flow, each.round, unit) })),
    );
    const reports = kept.map(({ of, report }) => pastReport(of, report));
    const last = reports.findLastIndex((each) => each !== undefined);
    const since = earlier[last + 1]?.covers.from;
    const begun = kept.slice(last + 1).findLast(({ report }) => report.status === "draft");
    return {
      past: reports.filter((each) => each !== undefined),
      missed: {
        ...(since === undefined ? {} : { since }),
        ...(begun ? { unsent: { number: begun.of.number, ...unsentOf(begun.report) } } : {}),
      },
    };
  };
  const behind = (round: Round, unit: UnitId): Promise<Behind> => {
    const key = `${round.flow}/${unit}`;
    const known = remembered.get(key);
    if (known?.round === round.round) return known.past;
    const past = read(round, unit);
    remembered.delete(key);
    remembered.set(key, { round: round.round, past });
    // A failed read must not be remembered as the unit's past.
    past.catch(() => remembered.delete(key));
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return past;
  };
  return {
    before: async (round, unit) => (await behind(round, unit)).past,
    missed: async (round, unit) => (await behind(round, unit)).missed,
    changed: ({ flow, round, unit }) => {
      const key = `${flow}/${unit}`;
      if (remembered.get(key)?.round !== round) remembered.delete(key);
    },
  };
}

function unsentOf({ cells, measured, told, kept, attachments }: Report): Omit<Unsent, "number"> {
  return { cells, told, kept, ...(measured ? { measured } : {}), ...(attachments ? { attachments } : {}) };
}

function pastReport(round: Round, report: Report): PastReport | undefined {
  if (report.status !== "submitted") return undefined;
  const { cells, told, pace, submission } = asCounted(report);
  return { number: round.number, cells, zero: submission?.zero ?? false, told, ...(pace ? { pace } : {}) };
}
