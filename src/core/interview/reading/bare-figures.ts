import { askWhich } from "../meant/which-class.ts";
import type { Outcome } from "../outcome.ts";
import type { FiguresScreen, Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { readBooked } from "./books.ts";
import { fold } from "./names.ts";
import { halfWidth } from "./quantity.ts";

const alone = /^\d+(?:\.\d+)?(?:[\s,;、/|]+\d+(?:\.\d+)?(?:\p{Script=Han}{1,3}(?![^\s,;、/|]))?)+$/u;

/**
 * Figures and nothing else but their units, said to a review: 30 40 2 is what a screen takes, and no line 30. It is asked whose they are;
 * undefined where no screen takes so many: then they may be a line of the review and its figures.
 */
export function figuresAlone(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  const said = fold(halfWidth(text).replace(/，/g, ","));
  if (!alone.test(said)) return undefined;
  const fitting = screens.filter(
    (screen): screen is FiguresScreen =>
      screen.kind === "figures" &&
      said.split(/[\s,;、/|]+/).length === screen.places.length &&
      readBooked(said, screen.places, situation).kind === "figures",
  );
  return fitting.length > 0 ? askWhich(situation, { screens: fitting, rest: said, where: true }) : undefined;
}
