import type { Role } from "../../core/roster.ts";
import { type Place, verdict } from "../rights.ts";
import { back } from "./back.ts";
import { claim } from "./claim.ts";
import type { Command } from "./command.ts";
import { files } from "./files.ts";
import { fix } from "./fix.ts";
import { form } from "./form.ts";
import { help } from "./help.ts";
import { history } from "./history.ts";
import { invite } from "./invite.ts";
import { join } from "./join.ts";
import { language } from "./language.ts";
import { notYet } from "./not-yet.ts";
import { people } from "./people.ts";
import { report } from "./report.ts";
import { review } from "./review.ts";
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
  status,
  summary,
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
