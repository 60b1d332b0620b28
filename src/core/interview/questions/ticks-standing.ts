import { activeOptions, type TicksScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";

/** The ids of the options that stand ticked now: on the open screen, else as it was closed, or those with figures. */
export function standing(screen: TicksScreen, { report }: Situation): readonly string[] {
  return report.ticking[screen.id] ?? activeOptions(screen, report).map((option) => option.id);
}
