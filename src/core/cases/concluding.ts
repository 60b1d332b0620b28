import { say } from "../message.ts";
import { pendingOf, standing } from "./asking.ts";
import { complete, movedOn } from "./moving.ts";
import type { Outcome } from "./outcome.ts";
import type { CaseSituation } from "./situation.ts";

/** Makes the move whose questions are all answered, where it stands to be confirmed. */
export function send(situation: CaseSituation): Outcome {
  const matter = standing(situation);
  if (!matter || matter.question !== undefined) return movedOn(situation);
  return complete(situation, matter.move, pendingOf(situation, matter.move));
}

/** Gives up what was being asked; the case stays as it was. */
export function drop(situation: CaseSituation): Outcome {
  const matter = standing(situation);
  if (!matter) return movedOn(situation);
  return { entries: [{ kind: "case-given-up", move: matter.move }], blocks: [say({ key: "case-given-up" })] };
}
