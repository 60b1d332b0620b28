import type { Member } from "../../core/roster.ts";
import type { House } from "../house.ts";
import { type Place, verdict } from "../rights.ts";
import { answer } from "./answer.ts";
import { approve } from "./approve.ts";
import { ask } from "./ask.ts";
import { back } from "./back.ts";
import { claim } from "./claim.ts";
import { clue } from "./clue.ts";
import type { Command } from "./command.ts";
import { dayoff } from "./dayoff.ts";
import { files } from "./files.ts";
import { fix } from "./fix.ts";
import { form } from "./form.ts";
import { help } from "./help.ts";
import { history } from "./history.ts";
import { invite } from "./invite.ts";
import { join } from "./join.ts";
import { language } from "./language.ts";
import { later } from "./later.ts";
import { leave } from "./leave.ts";
import { lock } from "./lock.ts";
import { people } from "./people.ts";
import { problem } from "./problem.ts";
import { questions } from "./questions.ts";
import { reopen } from "./reopen.ts";
import { report } from "./report.ts";
import { review } from "./review.ts";
import { sendback } from "./sendback.ts";
import { sent } from "./sent.ts";
import { sign } from "./sign.ts";
import { status } from "./status.ts";
import { submit } from "./submit.ts";
import { summary } from "./summary.ts";
import { trend } from "./trend.ts";
import { urge } from "./urge.ts";
import { urgent } from "./urgent.ts";
import { why } from "./why.ts";
import { withdraw } from "./withdraw.ts";
import { zero } from "./zero.ts";

/** Every command of the chat, in the order of help. */
export const commands: readonly Command[] = [
  report,
  zero,
  review,
  fix,
  back,
  submit,
  withdraw,
  form,
  history,
  files,
  later,
  leave,
  sign,
  approve,
  sendback,
  status,
  summary,
  urgent,
  problem,
  clue,
  why,
  trend,
  urge,
  ask,
  questions,
  answer,
  sent,
  lock,
  reopen,
  dayoff,
  invite,
  people,
  claim,
  join,
  language,
  help,
];

/** The commands that a person may use in a place and has a use for, in the order of help. */
export function usable(house: House, member: Member, place: Place = "own-chat"): readonly Command[] {
  return commands.filter(({ kind, rights, offered }) => {
    // Whoever is told what they may use has joined already.
    if (kind === "join" || verdict(rights, member.role, place) !== "granted") return false;
    return offered === undefined || offered(house, member);
  });
}
