import { sentenceOf, unsettled } from "../../core/interview/doubts/checking.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Return } from "../../exports/export.ts";
import type { House } from "../house.ts";

/** What the flow's checks of the level `notice` have to tell the coordinator of a return: a line for each, with its units. */
export async function noticesOf(house: House, { flow, round, units }: Return): Promise<readonly Block<Text>[]> {
  const told = new Map<string, { readonly notice: Text; readonly units: string[] }>();
  for (const { id, name, report } of units) {
    const unit = house.people.roster.units.find((each) => each.id === id);
    if (!unit || report.status !== "submitted") continue;
    const past = await house.past.before(round, id);
    const checked = { flow, past, report, unit };
    for (const finding of unsettled("notice", checked, report.cells)) {
      const line = told.get(finding.check) ?? { notice: sentenceOf(finding), units: [] };
      told.set(finding.check, line);
      line.units.push(name);
    }
  }
  return [...told.values()].map(({ notice, units: named }) => ({
    kind: "text",
    text: { key: "posting-notice", args: { units: { join: named, by: { key: "list-comma" } }, notice } },
  }));
}
