import type { Format, Made } from "../exports/export.ts";
import { spoken } from "../wording/wording.ts";
import { filesOf } from "./files.ts";
import type { House } from "./house.ts";
import { namedRound } from "./named-round.ts";
import { returnOf } from "./returns.ts";

/** The wanted files of a round as it stands, for both audiences; undefined where no flow has such a round. */
export async function exportRound(
  house: House,
  name: string,
  wanted: readonly Format[],
): Promise<readonly Made[] | undefined> {
  for (const running of house.flows) {
    const round = namedRound(house.rounds.of(running.flow.id), name);
    if (!round) continue;
    const flow = running.at(round.flowHash);
    const official = spoken(flow.languages[0]) ?? house.language;
    const of = await returnOf(house, flow, round, "as-it-stands", official);
    return [...(await filesOf(house, of, "up", wanted)), ...(await filesOf(house, of, "leaders", wanted))];
  }
  return undefined;
}
