import { finalKey } from "../../core/calendar/keys.ts";
import type { Act } from "../../core/calendar/owed.ts";
import { type Block, say, type Text } from "../../core/message.ts";
import { versionsOf } from "../../core/round.ts";
import { spoken } from "../../wording/wording.ts";
import { type CampaignEnd, campaignEnd } from "../campaign-end.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { type FinalOf, finalFiles, finalReturn, finalWords } from "../summaries/final.ts";
import { deliverToEach } from "./deliver-to-each.ts";
import { coordinatorsOf } from "./publish.ts";

type Ended = Extract<CampaignEnd, { readonly kind: "ended" }>;

/**
 * Gives the coordinators of the lead unit the summary of a campaign that has ended, each as owed to them.
 */
export async function deliverFinal(
  house: House,
  running: Running,
  { round: id, number }: Extract<Act, { kind: "final" }>,
): Promise<void> {
  const ended = await campaignEnd(house, running);
  if (ended.kind !== "ended" || ended.last.round !== id) return;
  const { flow, last } = ended;
  const key = finalKey(flow.id, id, number);
  // What goes up is in the flow's own language whoever passes it on.
  const official = spoken(flow.languages[0]) ?? house.language;
  const under = [...news(ended, number), say({ key: "final-more" })];
  const whole: FinalOf = { ended, only: () => true, seen: () => true };
  await deliverToEach(house, last, coordinatorsOf(house, flow), key, () => ({
    make: async (language) => {
      const of = await finalReturn(house, whole, official);
      return [...finalWords(house, of, whole), ...under, ...(await finalFiles(house, of, whole, language))];
    },
  }));
  await house.rounds.reread(last);
}

/** What a further summary has taken up since the one before it: 第6期第2版. */
function news({ flow, last, rounds }: Ended, number: number): readonly Block<Text>[] {
  const before = last.deliveries[finalKey(flow.id, last.round, number - 1)];
  if (before?.state !== "sent") return [];
  const which = rounds.flatMap((round) =>
    versionsOf(round).flatMap(({ at }, index): readonly Text[] =>
      at > before.at ? [{ key: "final-version", args: { round: round.number, version: index + 1 } }] : [],
    ),
  );
  return [say({ key: "final-again", args: { number, which: { join: which, by: { key: "list-comma" } } } })];
}
