import type { Round } from "../core/round.ts";

/** The round by number, by its date, as 上期 or last; the newest where nothing is named. */
export function namedRound(rounds: readonly Round[], args: string): Round | undefined {
  const wanted = args.normalize("NFKC").trim().toLowerCase();
  if (wanted === "" || wanted === "本期" || wanted === "this") return rounds.at(-1);
  if (wanted === "上期" || wanted === "last" || wanted === "previous") return rounds.at(-2);
  const number = /^(?:第|round )?\s*(\d{1,4})\s*期?$/.exec(wanted)?.[1];
  return rounds.find((round) => round.round === wanted || round.number === Number(number));
}
