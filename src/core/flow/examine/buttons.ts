import type { Examiner } from "../../source/examiner.ts";
import type { Path } from "../../source/problem.ts";
import type { FlowBlock } from "../flow.ts";
import type { FlowFile, Question } from "../schema.ts";

/** What the strictest platform (Telegram, callback_data) takes for one button, in bytes; ids are ASCII. */
const LONGEST = 64;

/** Whether every button fits: verb, code, round, screen and value, as in `t:fy:2020-05-21:mask.quality:price`. */
export function examineButtons(file: FlowFile, blocks: readonly FlowBlock[], ex: Examiner): void {
  const head = `t:${file.code}:2020-05-21:`;
  for (const [index, question] of file.questions.entries()) {
    const longest = buttonsOf(question, blocks).reduce((most, each) => (each.length > most.length ? each : most), "");
    const over = head.length + longest.length - LONGEST;
    if (over > 0 && ex.sound(["code"]))
      ex.tell([...where(index, question)], {
        key: "problem-button-long",
        args: { over: String(over), button: `${head}${longest}`, ids: longest },
      });
  }
}

function where(index: number, question: Question): Path {
  return ["questions", index, question.type === "table" ? "block" : "id"];
}

function buttonsOf(question: Question, blocks: readonly FlowBlock[]): readonly string[] {
  switch (question.type) {
    case "text":
      return [question.id];
    case "choice":
      return question.options.map((option) => `${question.id}:${option.id}`);
    case "table": {
      const block = blocks.find((each) => each.id === question.block);
      const rows = question.rows ?? block?.rows.map((row) => row.id) ?? [];
      const groups = question.groups ?? block?.groups.flatMap((group) => (group.sums ? [] : [group.id])) ?? [];
      const classes = question.tick_groups?.groups ?? [];
      return rows.flatMap((row) => [
        `${question.id}:${row}`,
        ...groups.map((group) => `${row}.${group}:${group}`),
        ...classes.map((group) => `${row}.${question.id}:${group}`),
      ]);
    }
  }
}
