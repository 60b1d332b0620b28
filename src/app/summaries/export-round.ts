import { isoWithOffset } from "../../core/calendar/words.ts";
import type { Text } from "../../core/message.ts";
import { toMend } from "../../core/source/problem.ts";
import { roundsNamed } from "../../core/table/rounds-named.ts";
import { plain } from "../../core/table/words.ts";
import type { Format, Made, Return } from "../../exports/export.ts";
import { type Language, spoken } from "../../wording/wording.ts";
import { campaignEnd } from "../campaign-end.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import { filesOf } from "./files.ts";
import { finalReturn } from "./final.ts";
import { returnFor } from "./returns.ts";

/** Files, or why there are none, with what to write instead. */
export type Exported = { readonly files: readonly Made[] } | { readonly problem: Text };

/**
 * The wanted files of a round or a span (`3`, `2020-05-21`, `1-4`, `all`), or of a whole campaign that has ended
 * (`final`), as it stands, for both audiences.
 */
export async function exportRound(house: House, name: string, wanted: readonly Format[]): Promise<Exported> {
  const words = plain(name);
  if (words === "final" || words === "总结") return exportFinal(house, wanted);
  for (const running of house.flows) {
    const { id, calendar } = running.flow;
    const named = roundsNamed(words, house.rounds.of(id), calendar.zone);
    if (named?.kind !== "rounds" || named.length !== words.length) continue;
    const newest = named.rounds.at(-1);
    if (!newest) continue;
    const flow = running.at(newest.flowHash);
    const question: Question = {
      flow,
      newest,
      terms: [],
      named: true,
      asked: { rounds: named.rounds, figures: "round", by: "rows", drafts: false },
    };
    const of = await returnFor(house, question, () => true, officialIn(house, running));
    return { files: await forBoth(house, of, wanted) };
  }
  return { problem: toMend({ key: "export-no-round", args: { name } }) };
}

/** The summaries of every campaign that has ended. */
async function exportFinal(house: House, wanted: readonly Format[]): Promise<Exported> {
  const files: Made[] = [];
  const open: Text[] = [];
  for (const running of house.flows) {
    const { id, calendar } = running.flow;
    const end = await campaignEnd(house, running);
    switch (end.kind) {
      case "endless":
        open.push({ key: "export-endless", args: { flow: id } });
        break;
      case "to-come":
        open.push({
          key: "export-to-come",
          args: { flow: id, number: String(end.number), closes: isoWithOffset(end.closes, calendar.zone) },
        });
        break;
      case "ended": {
        const whole = { ended: end, only: () => true, seen: () => true };
        files.push(...(await forBoth(house, await finalReturn(house, whole, officialIn(house, running)), wanted)));
      }
    }
  }
  if (files.length > 0) return { files };
  return { problem: toMend({ key: "export-no-end", args: { open: { join: open, by: "\n" } } }) };
}

/** Files are in the flow's own language, whatever the bot speaks. */
function officialIn(house: House, { flow }: Running): Language {
  return spoken(flow.languages[0]) ?? house.language;
}

async function forBoth(house: House, of: Return, wanted: readonly Format[]): Promise<readonly Made[]> {
  return [...(await filesOf(house, of, "up", wanted)), ...(await filesOf(house, of, "leaders", wanted))];
}
