import { moment } from "../../core/interview/when.ts";
import { type Block, say, type Text } from "../../core/message.ts";
import { campaignEnd } from "../campaign-end.ts";
import { seesCase } from "../cases/list.ts";
import type { Call } from "../commands/command.ts";
import type { Question } from "../inquiries/asking.ts";
import { mayNameMissing } from "../rights.ts";
import { type FinalOf, finalFiles, finalReturn, finalWords } from "./final.ts";

/** Up to so many reports the files are made while the asker waits. */
const AT_ONCE = 400;

/** The final summary by hand, of what the asker answers for, as it stands now; before the end, when that is. */
export async function finalAsked(call: Call, { flow, asked }: Question): Promise<readonly Block<Text>[]> {
  const { house, member, language, place } = call;
  const running = house.flows.find((each) => each.flow.id === flow.id);
  if (!running) return [];
  const name = { label: flow.name };
  const end = await campaignEnd(house, running);
  switch (end.kind) {
    case "endless":
      return [say({ key: "final-endless", args: { name } })];
    case "to-come":
      return [say({ key: "final-to-come", args: { name, number: end.number, closes: moment(end.closes, flow) } })];
    case "ended": {
      // The report names who did not report, from its first chapter to its last.
      if (!mayNameMissing(place, end.flow)) return [say({ key: "final-own-chat", args: { name } })];
      const only = (unit: string) => house.people.oversees(member, unit);
      const part = asked.node === undefined ? {} : { node: asked.node };
      const whole: FinalOf = {
        ended: end,
        only,
        ...part,
        seen: (cases, doc) => seesCase(house, member, cases, doc),
      };
      const of = await finalReturn(house, whole, language);
      const words = finalWords(house, of, whole);
      if (of.units.length * end.rounds.length <= AT_ONCE)
        return [...words, ...(await finalFiles(house, of, whole, language))];
      call.follow(() => finalFiles(house, of, whole, language));
      return [...words, say({ key: "summary-files-follow" })];
    }
  }
}
