import type { Flow } from "../core/flow/flow.ts";
import { dayAndClock } from "../core/interview/when.ts";
import { type Say, textOf } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { Round } from "../core/round.ts";
import { counts } from "../core/table/ledger.ts";
import { treeOf } from "../core/table/tree.ts";
import type { Term } from "../core/table/vocabulary.ts";
import { rangeOf } from "./consolidate.ts";
import type { House } from "./house.ts";

/** 还没报, 没交上来, 未报送: what is said of a unit that is waited for; 没报错 and 没报罚没 are about figures. */
const notYet =
  /(?:没有?|未)(?:上报|报送?|填报?|交)(?:上来|数据|表|完)*(?:了|呢|啊|吗|呀)*[?？。!！]*$|(?:not|n.t)(?: yet)? (?:report|sen[dt]|answer)(?:ed)?(?: yet)?\s*\?*$/iu;

/** Whether words are about a report that has not come: 为什么厦门市监还没报. */
export function asksOfMissing(words: string): boolean {
  return notYet.test(words.trim());
}

/**
 * Whoever asks why a unit has not reported that has reported by now is told when it did, and how to ask it something all
 * the same; undefined where anything else is asked, or the unit is still waited for.
 */
export async function reportedAlready(
  house: House,
  member: Member,
  words: string,
  { flow, round, terms }: { readonly flow: Flow; readonly round: Round; readonly terms: readonly Term[] },
): Promise<Say | undefined> {
  if (!asksOfMissing(words)) return undefined;
  const tree = treeOf(house.people.roster);
  const named = terms.flatMap((term) => (term.kind === "unit" ? [term.unit] : []));
  const [unit, ...others] = named.filter(
    ({ id }) => !named.some((each) => each.id !== id && tree.within(id).has(each.id)),
  );
  if (!unit || others.length > 0 || !house.people.oversees(member, unit.id)) return undefined;
  const asked = { rounds: [round], figures: "round", by: "rows", drafts: false } as const;
  const { standing } = await rangeOf(house, flow, asked, (each) => each === unit.id);
  const [line] = standing;
  if (!line || !counts(line) || line.submittedAt === undefined) return undefined;
  const args = { unit: textOf(unit.short), number: round.number, when: dayAndClock(line.submittedAt, flow) };
  return {
    blocks: [
      { kind: "text", text: { key: line.standing === "late" ? "unit-reported-late" : "unit-reported", args } },
      { kind: "text", text: { key: "unit-ask-all-the-same", args } },
    ],
  };
}
