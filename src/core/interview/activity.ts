import { holdsFigure, type Option } from "./screens.ts";
import type { Past } from "./situation.ts";

/** After as many rounds without a figure an option is folded away. */
const QUIET_ROUNDS = 3;

/** The options of a ticking screen as the unit will look for them: those with most to report so far first. */
export type Ordered = { readonly shown: readonly Option[]; readonly folded: readonly Option[] };

/** Orders options by the rounds in which they had figures; those with none for three rounds are folded away. */
export function byActivity(options: readonly Option[], past: Past): Ordered {
  const rounds = (option: Option, of: Past) =>
    of.filter(({ cells }) => holdsFigure(option, cells, (value) => value !== 0 && value !== "n/a")).length;
  const ordered = options
    .map((option) => ({ option, active: rounds(option, past) }))
    .sort((a, b) => b.active - a.active)
    .map(({ option }) => option);
  const recent = past.slice(-QUIET_ROUNDS);
  const quiet = recent.length < QUIET_ROUNDS ? [] : ordered.filter((option) => rounds(option, recent) === 0);
  // Where nothing ever happens, folding everything away would leave nothing to tick.
  if (quiet.length < 2 || quiet.length === ordered.length) return { shown: ordered, folded: [] };
  return { shown: ordered.filter((option) => !quiet.includes(option)), folded: quiet };
}
