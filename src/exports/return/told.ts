import type { ChoiceQuestion, Question, TextQuestion } from "../../core/flow/schema.ts";
import type { Told } from "../../core/report.ts";
import { say } from "../sheet/plan.ts";

/** A question that is answered in words or by one of its options. */
export type WordQuestion = TextQuestion | ChoiceQuestion;

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
