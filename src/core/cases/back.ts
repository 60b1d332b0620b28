import { asItWas, ask, asking, pendingOf, standing } from "./asking.ts";
import { askedFirst } from "./case-flow.ts";
import { movedOn } from "./moving.ts";
import type { Outcome } from "./outcome.ts";
import type { CaseSituation } from "./situation.ts";

/** Asks the question before the one that stands again; its answer so far is asked anew. */
export function back(situation: CaseSituation, question: string): Outcome {
  const matter = standing(situation);
  if (!matter) return movedOn(situation);
  if (question === asItWas) return ask(situation, matter.move, pendingOf(situation, matter.move));
  const fields = askedFirst(situation.flow, matter.move);
  const at = fields.findIndex(({ id }) => id === question);
  const before = fields[Math.max(0, at < 0 ? fields.length - 1 : at - 1)];
  if (!before) return movedOn(situation);
  const asked = { ...matter, question: before.id };
  return { entries: [], matter: asked, blocks: asking(situation, asked) };
}
