import type { Block, Text } from "../message.ts";
import { mendExample } from "./review.ts";
import type { Screen } from "./screens.ts";
import type { Situation } from "./situation.ts";
import { dayAndClock, moment } from "./when.ts";

/** The receipt: number, time, counts, how to correct. */
export function receiptBlocks(screens: readonly Screen[], situation: Situation): readonly Block<Text>[] {
  const { flow, round, report, now } = situation;
  const { submission } = report;
  if (!submission) return [];
  const figures = Object.values(report.cells).filter((value) => value !== undefined);
  const args = {
    when: dayAndClock(report.changedAt ?? submission.at, flow),
    figures: figures.length,
    nonzero: figures.filter((value) => value !== 0 && value !== "n/a").length,
  };
  const mayChange = round.state === "open" && now <= round.due;
  const mend: Text = submission.late
    ? { key: "receipt-late" }
    : {
        key: "receipt-mend",
        args: { due: moment(round.due, flow), example: mendExample(screens) },
      };
  return [
    {
      kind: "heading",
      text: { key: submission.corrections > 0 ? "receipt-corrected" : "receipt", args: { number: submission.number } },
    },
    {
      kind: "text",
      text: { key: submission.zero ? "receipt-zero" : figures.length > 0 ? "receipt-counts" : "receipt-words", args },
    },
    { kind: "text", text: mend },
    {
      kind: "choices",
      choices: [
        { label: { key: "receipt-form" }, action: "cmd:form" },
        ...(mayChange ? [{ label: { key: "receipt-fix" }, action: "cmd:review" }] : []),
        ...(mayChange ? [{ label: { key: "receipt-withdraw" }, action: "cmd:withdraw" }] : []),
      ],
    },
  ];
}
