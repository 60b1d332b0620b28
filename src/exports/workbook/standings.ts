import type { Workbook } from "exceljs";
import { cellId } from "../../core/flow/flow.ts";
import type { KeptWarning } from "../../core/report-entry.ts";
import { attendanceOf, rateShown } from "../../core/table/attendance.ts";
import type { Printed, PrintedUnit, StripStanding, Word } from "../export.ts";
import { roundsOf } from "../return/period.ts";
import { say } from "../sheet/plan.ts";
import { addList } from "./list.ts";
import { timeIn } from "./when.ts";

/** Adds how the units stand: when and by whom each was sent; of a span, how each stood in every round. */
export function addStandings(book: Workbook, of: Printed, word: Word): void {
  const several = of.units.some(({ byRound }) => byRound !== undefined);
  const { head, lines, labels } = several ? ofSpan(of, word) : ofRound(of, word);
  addList(book, word("workbook-standings"), head, lines, labels);
}

function ofRound(of: Printed, word: Word) {
  const head = ["unit", "standing", "submitted-at", "submitted-by", "number", "zero", "kept"];
  const lines = of.units.map((unit) => [
    unit.name,
    standingWord(unit.standing, word),
    unit.submittedAt === undefined ? "" : timeIn(unit.submittedAt, of.flow.calendar.zone),
    unit.submittedBy ?? "",
    unit.number ?? "",
    unit.zero ? word("workbook-zero-yes") : "",
    keptIn(of, unit, word),
  ]);
  return { head: head.map((key) => word(`workbook-${key}`)), lines, labels: 2 };
}

function ofSpan(of: Printed, word: Word) {
  const rounds = roundsOf(of).map(({ number }) => number);
  const rates = new Map(attendanceOf(of.units).units.map((each) => [each.of, each.onTimeRate]));
  const head = [
    word("workbook-unit"),
    ...rounds.map((number) => word("return-round", { number: String(number) })),
    word("workbook-on-time-rate"),
    word("workbook-kept"),
  ];
  const lines = of.units.map((unit) => [
    unit.name,
    ...rounds.map((number) => {
      const standing = unit.byRound?.find((each) => each.number === number)?.standing ?? "none";
      return standingWord(standing, word);
    }),
    rateShown(rates.get(unit.id)),
    keptIn(of, unit, word),
  ]);
  return { head, lines, labels: 1 };
}

const standingWord = (standing: StripStanding, word: Word): string => word(`workbook-standing-${standing}`);

const keptIn = (of: Printed, { kept }: PrintedUnit, word: Word): string =>
  kept.map((each) => keptWords(of, each, word)).join("\n");

/** A kept warning with the figures that it is about and the reason that was given. */
function keptWords({ flow, language }: Printed, kept: KeptWarning, word: Word): string {
  const cells = new Set(kept.cells);
  const places = flow.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.groups.flatMap((group) => {
        const columns = group.columns.filter((column) => cells.has(cellId(row.id, group.id, column.id)));
        const names = columns.map(({ short }) => say(short, language)).join("/");
        return names === "" ? [] : [`${say(row.short, language)} ${say(group.short, language)} ${names}`];
      }),
    ),
  );
  const place = places.join("; ");
  const reason = kept.reason ?? word(kept.unexplained ? "interview-unexplained" : "interview-confirmed");
  return place === "" ? reason : word("workbook-kept-reason", { place, reason });
}
