import { type Examiner, type Known, unique } from "../../source/examiner.ts";
import type { CaseFlowFile, Field } from "../schema.ts";

/** Whether questions are told apart, and each is asked somewhere. */
export function examineQuestions(file: CaseFlowFile, ex: Examiner): void {
  unique(
    ex,
    { key: "thing-question" },
    file.questions.map(({ id }) => id),
    (index) => ["questions", index, "id"],
  );
  const asked = new Set([...file.opening.ask, ...file.moves.flatMap(({ ask }) => ask)]);
  for (const [index, question] of file.questions.entries()) {
    if (!asked.has(question.id) && ex.sound(["moves"]) && ex.sound(["opening"]))
      ex.tell(["questions", index, "id"], { key: "problem-never-asked", args: { question: question.id } });
    if (question.type === "choice")
      unique(
        ex,
        { key: "thing-option" },
        question.options.map(({ id }) => id),
        (place) => ["questions", index, "options", place, "id"],
      );
  }
}

/** The questions, as what references may name; of one type where it is given. */
export function questionsKnown(file: CaseFlowFile, type?: Field["type"]): Known {
  const fitting = file.questions.filter((question) => type === undefined || question.type === type);
  return {
    what: type ? { key: `known-${type}-questions` } : { key: "known-questions" },
    at: ["questions"],
    ids: fitting.map(({ id }) => id),
  };
}
