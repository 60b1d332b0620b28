import { attendanceOf, rateShown } from "../../core/table/attendance.ts";
import { ranked, type Timeliness } from "../../core/table/timeliness.ts";
import type { Return, StripStanding, Word } from "../export.ts";
import { roundsOf } from "../return/period.ts";
import { wordQuestions } from "../return/told.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import type { Contents, ReportPart } from "./parts.ts";
import { printed, sentence } from "./sentences.ts";
import { tablesOf } from "./table-plan.ts";
import { answers } from "./written.ts";

/** So many units are named in a sentence; the appendix has them all. */
const NAMED = 20;

/** The widths of the list of who reported how: unit, on time, late, missing, rate. */
const WIDTHS = [51, 13, 13, 13, 18];

/**
 * The summary of a campaign: all figures in sentences, the cumulative table, who reported in time, how the ledgers of
 * cases stand, and what was written over all rounds to the questions that the flow wants in it.
 */
export function ofCampaign(of: Return, ledgers: readonly string[], period: string, word: Word): Contents {
  const [table] = tablesOf(of, word);
  const gathered = wordQuestions(of.flow.questions).filter((each) => each.type === "text" && each.final);
  return {
    sections: [
      { title: word("report-overview"), parts: overview(of, period, word) },
      ...(table ? [{ title: word("report-figures"), parts: [{ kind: "table" as const, table, titled: true }] }] : []),
      { title: word("final-timeliness"), parts: timeliness(of, word).map(paragraph) },
      ...(ledgers.length > 0
        ? [
            {
              title: word("final-ledgers"),
              parts: ledgers.map((ledger) => paragraph(word("final-ledger", { ledger: plain(ledger) }))),
            },
          ]
        : []),
      ...gathered.map((question) => ({
        title: plain(say(question.label, of.language)),
        parts: answers(of, question, word),
      })),
    ],
    appendices: [{ title: word("final-units"), parts: [unitsOf(of, word)] }],
  };
}

const paragraph = (text: string): ReportPart => ({ kind: "paragraph", text });

function overview(of: Return, period: string, word: Word): readonly ReportPart[] {
  const { all } = attendanceOf(of.units);
  const came = word("final-came", {
    period,
    rounds: String(roundsOf(of).length),
    units: String(of.units.length),
    due: String(all.due),
    came: String(all.onTime + all.late),
  });
  const ever = printed(of).map(({ block, table }) =>
    sentence(of, block, word("workbook-cumulative"), table.cumulativeTotals, word),
  );
  return [came, ...(all.onTime + all.late > 0 ? ever : [])].map(paragraph);
}

function timeliness(of: Return, word: Word): readonly string[] {
  const { all, units } = attendanceOf(of.units);
  const named = (key: string, which: readonly Timeliness[]): readonly string[] => {
    if (which.length === 0) return [];
    const names = which.slice(0, NAMED).map((each) => nameOf(of, each));
    const more = which.length > NAMED ? "yes" : "no";
    return [word(key, { count: String(which.length), names: names.join(word("list-comma")), more })];
  };
  return [
    word("final-rates", {
      due: String(all.due),
      on_time: String(all.onTime),
      late: String(all.late),
      missing: String(all.missing),
      on_time_rate: rateShown(all.onTimeRate),
      complete_rate: rateShown(all.completeRate),
    }),
    ...named(
      "final-always",
      units.filter(({ due, onTime }) => due > 0 && onTime === due),
    ),
    ...named(
      "final-never",
      units.filter(({ due, missing }) => due > 0 && missing === due),
    ),
  ];
}

/** How each unit reported, the best first, with the rounds in which it was late or missing. */
function unitsOf(of: Return, word: Word): ReportPart {
  const rows = ranked(attendanceOf(of.units).units).map((rates) => [
    nameOf(of, rates),
    String(rates.onTime),
    String(rates.late),
    String(rates.missing),
    rateShown(rates.onTimeRate),
    lapses(of, rates, word),
  ]);
  const heads = ["workbook-unit", "workbook-standing-on-time", "workbook-standing-late", "workbook-standing-missing"];
  return {
    kind: "list",
    head: [...heads.map((key) => word(key)), word("workbook-on-time-rate"), word("final-lapses")],
    rows,
    widths: WIDTHS,
  };
}

/** 迟报第2期；未报第3—5、8期 */
function lapses(of: Return, { of: id }: Timeliness, word: Word): string {
  const rounds = of.units.find((unit) => unit.id === id)?.byRound ?? [];
  const said = (how: string, standings: readonly StripStanding[]): readonly string[] => {
    const numbers = rounds.flatMap(({ number, standing }) => (standings.includes(standing) ? [number] : []));
    if (numbers.length === 0) return [];
    return [word("final-lapse", { how: word(how), rounds: inRuns(numbers).join(word("list-comma")) })];
  };
  return [...said("workbook-standing-late", ["late"]), ...said("workbook-standing-missing", ["missing", "draft"])].join(
    word("report-semicolon"),
  );
}

/** Ascending numbers with runs of three and more drawn together: 1—3, 5, 6. */
function inRuns(numbers: readonly number[]): readonly string[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}—${run.at(-1)}`] : run.map(String)));
}

function nameOf({ units }: Return, { of: id }: Timeliness): string {
  return plain(units.find((unit) => unit.id === id)?.name ?? id);
}
