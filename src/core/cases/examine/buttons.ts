import type { Examiner } from "../../source/examiner.ts";
import type { CaseFlowFile } from "../schema.ts";

/** What the strictest platform (Telegram, callback_data) takes for one button, in bytes; ids are ASCII. */
const LONGEST = 64;
/** As long as a case's id may be. */
const CASE_ID = 8;

/** Whether every button fits: mark, code, case, verb, move, question and option. */
export function examineButtons(file: CaseFlowFile, ex: Examiner): void {
  if (!ex.sound(["code"])) return;
  for (const [index, question] of file.questions.entries()) {
    if (question.type !== "choice") continue;
    for (const [place, option] of question.options.entries()) {
      const length = `c:${file.code}:${"x".repeat(CASE_ID)}:p:${question.id}:${option.id}`.length;
      if (length > LONGEST)
        ex.tell(["questions", index, "options", place, "id"], {
          key: "problem-option-long",
          args: { over: String(length - LONGEST) },
        });
    }
  }
}
