import { idsIn } from "../cells.ts";
import { say } from "../message.ts";
import { answered, keepDoubts } from "./answering.ts";
import { isAstray } from "./astray.ts";
import { doubtPrefix, doubts, everywhere } from "./doubts.ts";
import { excerpt } from "./excerpt.ts";
import { named } from "./named.ts";
import { fold } from "./names.ts";
import type { Outcome } from "./outcome.ts";
import { asked } from "./questions/index.ts";
import { saidToDoubt } from "./reason.ts";
import { repairedByUnit } from "./repairs.ts";
import type { Screen } from "./screens.ts";
import type { Situation } from "./situation.ts";
import { askedAgain, standingPrompt } from "./standing.ts";

/**
 * What a text comes to at the doubts of a screen (`id`, or `all`): figures mend it, a yes or a reason lets it stand, a
 * no asks what to change. 没有 is that no: the question was one, and not how many.
 */
export function doubtAnswered(situation: Situation, id: string, text: string, screens: readonly Screen[]): Outcome {
  const screen = screens.find((each) => each.id === id);
  const columns = screen?.kind === "figures" ? screen.places.map(({ column }) => column) : [];
  const meant = saidToDoubt(text, columns);
  const mend: Outcome = {
    entries: [],
    lead: [say({ key: "interview-doubt-no" })],
    ask: screen ? { kind: "screen", id } : { kind: "review" },
  };
  if (meant.kind === "no") return mend;
  const mended = screen && asked(screen, situation).said(text);
  if (screen && mended?.kind === "kept") return answered(screen, mended);
  const elsewhere = named(situation, text, screens);
  if (elsewhere) return elsewhere;
  if (meantAsFigures(text) && meant.kind !== "unit")
    return { entries: [], lead: mended?.kind === "refused" ? mended.why.map(say) : [], ask: { kind: "same" } };
  const unclear: Outcome = {
    entries: [],
    lead: [say({ key: "interview-doubt-unclear", args: { part: excerpt(text) } })],
    ask: askedAgain(situation),
  };
  switch (meant.kind) {
    case "stands":
      return letStand(situation, id, "");
    case "wrong":
      return mend;
    case "unit":
      return repairedByUnit(situation, id) ?? unclear;
    case "reason":
      // It goes to the leaders: a product's name or a command that went astray is none.
      return isAstray(text, situation) ? unclear : letStand(situation, id, meant.reason);
    case "unclear":
      return unclear;
  }
}

/** Lets doubts stand as they were shown; where the report changed since, whoever changed it, they are put anew. */
export function letStand(situation: Situation, id: string, reason: string): Outcome {
  const { report } = situation;
  const prompt = standingPrompt(situation);
  const shown = prompt?.screen === `${doubtPrefix}${id}` && (prompt.revision ?? report.revision) === report.revision;
  const cells = idsIn(report.cells).filter((cell) => id === everywhere || cell.startsWith(`${id}.`));
  const now = shown ? undefined : doubts(situation, cells);
  if (!now?.prompt) return keepDoubts(situation, id, reason);
  const { blocks, prompt: next } = now;
  return {
    entries: [],
    lead: [say({ key: "press-outdated" })],
    ask: { kind: "confirm", screen: next.screen, blocks },
  };
}

/** What begins like a figure was meant as one; a reason begins with a word or a date. */
function meantAsFigures(text: string): boolean {
  const words = fold(text);
  if (!/\p{L}/u.test(words)) return true;
  return /^(约|大概|大约|近|about)?\s*\d/.test(words) && !/^\d{1,4}[年月日号]/.test(words);
}
