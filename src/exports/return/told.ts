import type { ChoiceQuestion, Question, TextQuestion } from "../../core/flow/schema.ts";
import type { Told } from "../../core/report.ts";
import type { Printed, PrintedUnit } from "../export.ts";
import { say } from "../sheet/plan.ts";

/** A question that is answered in words or by one of its options. */
export type WordQuestion = TextQuestion | ChoiceQuestion;

/** The questions whose answers are printed as words; figures stand in the tables. */
export function wordQuestions(questions: readonly Question[]): readonly WordQuestion[] {
  return questions.flatMap((question) => (question.type === "table" ? [] : [question]));
}

/** An answer as a reader wants it; empty where there is none. */
export function inWords(question: WordQuestion, told: Told | undefined, language: string): string {
  switch (told?.kind) {
    case "text":
      return told.text;
    case "option": {
      const option = question.type === "choice" && question.options.find(({ id }) => id === told.option);
      return option ? say(option.label, language) : told.option;
    }
    case "skipped":
    case undefined:
      return "";
  }
}

/** Something that a unit wrote; the round is named where several are covered. */
export type Written = { readonly unit: PrintedUnit; readonly round?: number; readonly text: string };

/** What people write where there is nothing to write: 无, 暂无, 没有, none. */
const nothingWritten = /^(?:暂?无|暂?没有|无情况|none|nothing|no|n\/a|nil)[\s。.．!！]*$/i;

/**
 * What the units wrote to a question, over all rounds that the return covers. What says nothing new is left out, and what
 * a unit wrote before in the same words.
 */
export function writtenTo(of: Printed, question: WordQuestion): readonly Written[] {
  const nothing = question.type === "text" && question.zero ? Object.values(question.zero) : [];
  return of.units.flatMap((unit): readonly Written[] => {
    const said = new Set<string>(["", ...nothing]);
    return answersOf(unit).flatMap(({ told, ...round }): readonly Written[] => {
      const text = inWords(question, told[question.id], of.language).trim();
      if (said.has(text) || (question.type === "text" && nothingWritten.test(text))) return [];
      said.add(text);
      return [{ unit, ...round, text }];
    });
  });
}

function answersOf({ byRound, report, told }: PrintedUnit) {
  if (byRound) return byRound.map(({ number, told: then }) => ({ round: number, told: then }));
  return report.status === "submitted" ? [{ told }] : [];
}
