import { say } from "../message.ts";
import type { Outcome } from "./outcome.ts";
import { screenBefore } from "./prompts.ts";
import type { Situation } from "./situation.ts";
import { standingPrompt } from "./standing.ts";

/** The screen before the one that stands, to be looked at or answered anew; what was answered meanwhile stays. */
export function back(situation: Situation): Outcome {
  const before = screenBefore(situation, standingPrompt(situation)?.screen);
  if (before === undefined) return { entries: [], lead: [say({ key: "back-first" })], ask: { kind: "next" } };
  return { entries: [], lead: [], ask: { kind: "screen", id: before } };
}
