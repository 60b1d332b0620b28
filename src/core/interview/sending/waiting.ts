import { type Block, type Choice, say, type Text } from "../../message.ts";
import type { Report } from "../../report.ts";
import { isClosedFor } from "../../round.ts";
import { isWaiting, waitingIn } from "../../submission.ts";
import { actionText } from "../actions.ts";
import type { Situation } from "../situation.ts";

/** What a sent report still waits for from the unit, beside the word that it was sent. */
export function waitingLines(report: Report): readonly Block<Text>[] {
  const { changes, unexplained } = waitingIn(report);
  return [
    ...(changes > 0 ? [say({ key: "waiting-changes", args: { count: changes } })] : []),
    ...(unexplained > 0 ? [say({ key: "waiting-unexplained", args: { count: unexplained } })] : []),
  ];
}

/** The button that asks for what is missing, where the unit may still say it. */
export function explainButton({ flow, round, unit, report, now }: Situation): readonly Choice<Text>[] {
  if (!isWaiting(report) || isClosedFor(round, unit.id, now)) return [];
  return [{ label: { key: "waiting-explain" }, action: actionText("go", flow, round.round, "review") }];
}
