import type { Role } from "../../core/roster.ts";
import { type Place, verdict } from "../rights.ts";
import { approve } from "./approve.ts";
import { back } from "./back.ts";
import { claim } from "./claim.ts";
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
import { notYet } from "./not-yet.ts";
import { people } from "./people.ts";
import { reopen } from "./reopen.ts";
import { report } from "./report.ts";
import { review } from "./review.ts";
import { sendback } from "./sendback.ts";
import { sent } from "./sent.ts";
import { sign } from "./sign.ts";
import { status } from "./status.ts";
import { submit } from "./submit.ts";
import { summary } from "./summary.ts";
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
  ...notYet,
];

/** The commands that are there and that a role may use in a place, in the order of help. */
export function usable(role: Role, place: Place = "own-chat"): readonly Command[] {
  // Whoever is told what they may use has joined already.
  const offered = commands.filter(({ kind }) => kind !== "not-yet" && kind !== "join");
  return offered.filter(({ rights }) => verdict(rights, role, place) === "granted");
}
