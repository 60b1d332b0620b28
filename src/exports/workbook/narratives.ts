import type { Workbook } from "exceljs";
import type { Printed, PrintedUnit, Word } from "../export.ts";
import { inWords, wordQuestions } from "../return/told.ts";
import { say } from "../sheet/plan.ts";
import { addList } from "./list.ts";

/** Adds what the units wrote, a column for each question; of a span a line for each unit and round. */
export function addNarratives(book: Workbook, of: Printed, word: Word): void {
  const questions = wordQuestions(of.flow.questions);
  if (questions.length === 0) return;
  const several = of.units.some(({ byRound }) => byRound !== undefined);
  const labels = [word("workbook-unit"), ...(several ? [word("workbook-rounds")] : [])];
  const lines = of.units.flatMap((unit) =>
    toldBy(unit, word).flatMap(({ labels: own, told }) => {
      const texts = questions.map((each) => inWords(each, told[each.id], of.language));
      return texts.some((text) => text !== "") ? [[...own, ...texts]] : [];
    }),
  );
  const head = [...labels, ...questions.map(({ label }) => say(label, of.language))];
  addList(book, word("workbook-narratives"), head, lines, labels.length);
}

function toldBy({ name, byRound, report, told }: PrintedUnit, word: Word) {
  if (byRound)
    return byRound.map(({ number, told: then }) => ({
      labels: [name, word("return-round", { number: String(number) })],
      told: then,
    }));
  return report.status === "submitted" ? [{ labels: [name], told }] : [];
}
