import type { Return, Word } from "../export.ts";
import { type WordQuestion, writtenTo } from "../return/told.ts";
import { plain } from "../sheet/style.ts";
import type { ReportPart } from "./parts.ts";

/** What the units wrote to a question, each under its name and, where several rounds are covered, the round. */
export function answers(of: Return, question: WordQuestion, word: Word): readonly ReportPart[] {
  const said = writtenTo(of, question).map(({ unit, round, text }): ReportPart => {
    const name = plain(unit.name);
    const by =
      round === undefined
        ? word("report-by", { unit: name })
        : word("report-by-round", { unit: name, round: word("return-round", { number: String(round) }) });
    return { kind: "paragraph", text: plain(text), by };
  });
  return said.length > 0 ? said : [{ kind: "paragraph", text: word("report-nothing") }];
}
