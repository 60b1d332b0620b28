import { dateIn } from "../../core/calendar/words.ts";
import type { Round } from "../../core/round.ts";
import type { Printed, StripStanding, Word } from "../export.ts";

/** The rounds that a return covers, oldest first. */
export const roundsOf = (of: Printed): readonly Round[] => (of.rounds && of.rounds.length > 0 ? of.rounds : [of.round]);

/** Whether it covers several rounds from the first on, so that the sums over them are the cumulative figures. */
export const isWhole = (of: Printed): boolean => roundsOf(of).length > 1 && roundsOf(of)[0]?.number === 1;

/** Its rounds as readers name them: 第3期, 第1—6期. */
export function roundsNamed(of: Printed, word: Word): string {
  const rounds = roundsOf(of);
  const [first, last] = [rounds[0]?.number ?? of.round.number, rounds.at(-1)?.number ?? of.round.number];
  if (first === last) return word("return-round", { number: String(first) });
  return word("return-rounds", { first: String(first), last: String(last) });
}

/** What stands over the figures of its rounds: 本期（第3期）, or that they are those of a span. */
export function roundCaption(of: Printed, word: Word): string {
  if (roundsOf(of).length > 1) return word("workbook-span", { rounds: roundsNamed(of, word) });
  return word("workbook-round", { number: String(of.round.number) });
}

/** The days that it covers, first and last, `2020-05-11` and `2020-05-20`. */
export function daysOf(of: Printed): { readonly from: string; readonly to: string } {
  const from = roundsOf(of)[0]?.covers.from ?? of.round.covers.from;
  return { from: dateIn(from, of.flow.calendar.zone), to: of.asOf };
}

/** A date as it is printed: 2020年5月20日. */
export function dayPrinted(date: string, word: Word): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return word("return-day", { year, month: Number(month), day: Number(day) });
}

/** How far a return is whole: in units, and where it covers several rounds in the reports that were due over them. */
export function reportedOf({ units }: Printed) {
  const standings = units.flatMap(({ standing, byRound }): readonly StripStanding[] =>
    byRound && byRound.length > 1 ? byRound.map((each) => each.standing) : [standing],
  );
  const due = standings.filter((each) => each !== "none");
  const count = (standing: StripStanding) => due.filter((each) => each === standing).length;
  const late = count("late");
  return {
    of: due.length,
    reported: count("on-time") + late,
    late,
    draft: count("draft"),
    missing: count("missing") + count("open"),
  };
}
