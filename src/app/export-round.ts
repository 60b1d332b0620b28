import { roundsNamed } from "../core/table/rounds-named.ts";
import { plain } from "../core/table/words.ts";
import type { Format, Made } from "../exports/export.ts";
import { spoken } from "../wording/wording.ts";
import type { Question } from "./asking.ts";
import { filesOf } from "./files.ts";
import type { House } from "./house.ts";
import { returnFor } from "./returns.ts";

/**
 * The wanted files of a round or a span (`3`, `2020-05-21`, `1-4`, `all`) as it stands, for both audiences; undefined
 * where no flow has such rounds.
 */
export async function exportRound(
  house: House,
  name: string,
  wanted: readonly Format[],
): Promise<readonly Made[] | undefined> {
  const words = plain(name);
  for (const running of house.flows) {
    const { id, calendar } = running.flow;
    const named = roundsNamed(words, house.rounds.of(id), calendar.zone);
    if (named?.kind !== "rounds" || named.length !== words.length) continue;
    const newest = named.rounds.at(-1);
    if (!newest) continue;
    const flow = running.at(newest.flowHash);
    const official = spoken(flow.languages[0]) ?? house.language;
    const question: Question = {
      flow,
      newest,
      terms: [],
      named: true,
      asked: { rounds: named.rounds, figures: "round", by: "rows", drafts: false },
    };
    const of = await returnFor(house, question, () => true, official);
    return [...(await filesOf(house, of, "up", wanted)), ...(await filesOf(house, of, "leaders", wanted))];
  }
  return undefined;
}
