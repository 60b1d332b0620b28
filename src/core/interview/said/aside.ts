import type { Choice, Text } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { putOff } from "../put-off.ts";
import type { Situation } from "../situation.ts";
import { moment } from "../when.ts";
import type { Chatter } from "./chatter.ts";

/** What is true of a report whose liaison says that it comes, or came: its sentences are named for it. */
type Aside = {
  readonly kind: "already" | "not-received" | "soon" | "later" | "late";
  readonly args: { readonly number: number; readonly due: Text; readonly receipt: string };
  readonly choices: readonly Choice<Text>[];
};

/**
 * Nobody is urged who says when it comes; whoever says that it came is told whether it did. Of a report that was sent
 * nothing is owed any more, whatever is still being asked of it.
 */
export function asideTo(chatter: Exclude<Chatter, "answer">, situation: Situation): Aside {
  const { flow, round, report, now } = situation;
  const args = { number: round.number, due: moment(round.due, flow), receipt: report.submission?.number ?? "" };
  if (isSent(report)) return { kind: "already", args, choices: [] };
  if (chatter === "sent") return { kind: "not-received", args, choices: [] };
  const choices = chatter === "later" ? putOff(situation) : [];
  return { kind: now > round.due ? "late" : chatter, args, choices };
}
