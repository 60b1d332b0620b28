import { say } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { actionText } from "../actions.ts";
import type { Outcome } from "../outcome.ts";
import type { Situation } from "../situation.ts";
import { moment } from "../when.ts";
import { withoutZeroAnswers } from "./zero-words.ts";

/** The prompt of the confirmation. */
export const withdrawScreen = "withdraw";

/** Asks once whether a sent report is to be taken back; only before the deadline, while nothing was made of it. */
export function askWithdraw({ report, round, flow, now }: Situation): Outcome {
  if (!isSent(report) || !report.submission)
    return { entries: [], lead: [say({ key: "withdraw-not-sent" })], ask: { kind: "next" } };
  if (round.state !== "open" || now > round.due)
    return { entries: [], lead: [say({ key: "withdraw-closed" })], ask: { kind: "receipt" } };
  const button = (verb: "yes" | "no") => actionText(verb, flow, round.round, withdrawScreen);
  const args = { number: report.submission.number, due: moment(round.due, flow) };
  return {
    entries: [],
    lead: [],
    ask: {
      kind: "confirm",
      screen: withdrawScreen,
      blocks: [
        say({ key: "withdraw-ask", args }),
        {
          kind: "choices",
          choices: [
            { label: { key: "withdraw-yes" }, action: button("yes") },
            { label: { key: "withdraw-no" }, action: button("no") },
          ],
        },
      ],
    },
  };
}

/** Takes a sent report back: a draft again, every figure as it was; words that a zero report wrote of itself go with it. */
export function withdraw(situation: Situation): Outcome {
  const asked = askWithdraw(situation);
  if (asked.ask.kind !== "confirm") return asked;
  const words = withoutZeroAnswers(situation);
  return {
    entries: [{ kind: "withdrawn" }, ...words.entries],
    lead: [say({ key: "withdrawn" }), ...words.lead],
    ask: { kind: "review" },
  };
}
