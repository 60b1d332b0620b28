import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { dayAndClock, moment } from "../../core/interview/when.ts";
import { type Block, type Say, type Text, textOf, worded } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import { closesAt, type Round } from "../../core/round.ts";
import { counts, type Line } from "../../core/table/ledger.ts";
import { treeOf } from "../../core/table/tree.ts";
import type { Term } from "../../core/table/vocabulary.ts";
import type { House } from "../house.ts";
import { rangeOf } from "../summaries/consolidate.ts";

/** 还没报, 没交上来, 未报送: what is said of a unit that is waited for; 没报错 and 没报罚没 are about figures. */
const notYet =
  /(?:没有?|未)(?:上报|报送?|填报?|交)(?:上来|数据|表|完)*(?:了|呢|啊|吗|呀)*[?？。!！]*$|(?:not|n.t)(?: yet)? (?:report|sen[dt]|answer)(?:ed)?(?: yet)?\s*\?*$/iu;
/** 报了吗, 有没有报, 什么时候报的. */
const whether =
  /(?:上报|报送|报|填报?|交)(?:上来)?(?:了|过|完)*(?:没有?|吗|么|嘛)[?？。]*$|(?:有没有|是否|是不是)(?:已经)?(?:上报|报送?|填报?|交)(?:上来|了)*[?？。]*$|(?:什么时候|几点|何时|哪天)(?:才)?(?:上报|报送?|填报?|交)(?:上来)?(?:的|了)?[?？。]*$|^(?:has|have|did|when did) .+ (?:report(?:ed)?|sen[dt]|answer(?:ed)?)(?: yet| in)?\s*\?*$/iu;

/** Whether words are about a report that has not come: 为什么厦门市监还没报. */
export function asksOfMissing(words: string): boolean {
  return notYet.test(words.trim());
}

/** Whether words are about a report as such, whether it came and when: 莆田市监报了吗. */
export function asksOfReport(words: string): boolean {
  return asksOfMissing(words) || whether.test(words.trim());
}

/** What a question of a report is read with; `why`: it wants a reason, which the unit alone can give where it has not reported. */
export type OfReport = {
  readonly flow: Flow;
  readonly round: Round;
  readonly terms: readonly Term[];
  readonly why: boolean;
};

/**
 * Whoever asks of a unit's report is told whether and when it came, and how to ask the unit something all the same; of a
 * city or a department, who of it has reported. Undefined where anything else is asked, or why a unit has not yet.
 */
export async function reportedAlready(
  house: House,
  member: Member,
  words: string,
  { flow, round, terms, why }: OfReport,
): Promise<Say | undefined> {
  if (!asksOfReport(words) || terms.some(({ kind }) => kind !== "unit" && kind !== "department")) return undefined;
  const tree = treeOf(house.people.roster);
  const named = terms.flatMap((term) => (term.kind === "unit" ? [term.unit] : []));
  const [unit, ...others] = named.filter(
    ({ id }) => !named.some((each) => each.id !== id && tree.within(id).has(each.id)),
  );
  const department = terms.findLast((term) => term.kind === "department");
  const name: Text | undefined = unit ? textOf(unit.short) : department && textOf(department.name);
  if (!name || others.length > 0) return undefined;
  const asked = { rounds: [round], figures: "round", by: "rows", drafts: false } as const;
  const whose = { ...(unit ? { node: unit.id } : {}), ...(department ? { department: department.department } : {}) };
  const may = (id: UnitId) => house.people.oversees(member, id);
  const { standing } = await rangeOf(house, flow, { ...asked, ...whose }, may);
  const [line, ...more] = standing;
  if (!line) return undefined;
  if (more.length > 0) return why ? undefined : { blocks: several(house, flow, round, name, standing) };
  return ofOne(house, flow, round, line, why);
}

function ofOne(house: House, flow: Flow, round: Round, line: Line, why: boolean): Say | undefined {
  const unit = textOf(house.people.unit(line.unit).short);
  const { number } = round;
  if (counts(line) && line.submittedAt !== undefined) {
    const args = { unit, number, when: dayAndClock(line.submittedAt, flow) };
    return {
      blocks: [
        worded(line.standing === "late" ? "unit-reported-late" : "unit-reported", args),
        worded("unit-ask-all-the-same", args),
      ],
    };
  }
  if (why) return undefined;
  const args = { unit, number, due: moment(closesAt(round), flow) };
  return { blocks: [worded(line.standing === "draft" ? "unit-in-progress" : "unit-not-yet", args)] };
}

/** Who of several has reported, each with when, and who has not. */
function several(
  house: House,
  flow: Flow,
  { number }: Round,
  name: Text,
  standing: readonly Line[],
): readonly Block<Text>[] {
  const came = standing.filter((line) => counts(line));
  const named = (line: Line): Text => textOf(house.people.unit(line.unit).short);
  const listed = (names: readonly Text[]): Text => {
    const shown: Text = { join: names.slice(0, NAMED), by: { key: "list-comma" } };
    return names.length > NAMED ? { key: "names-and-more", args: { names: shown, count: names.length } } : shown;
  };
  const dated = came.map((line): Text => {
    const { submittedAt: at } = line;
    if (at === undefined) return named(line);
    return { key: "unit-dated", args: { unit: named(line), when: dayAndClock(at, flow) } };
  });
  const owing = standing.filter((line) => !counts(line)).map(named);
  return [
    worded("units-reported", { name, number, reported: came.length, of: standing.length }),
    ...(dated.length > 0 ? [worded("units-came", { names: listed(dated) })] : []),
    ...(owing.length > 0 ? [worded("posting-missing", { names: listed(owing) })] : []),
  ];
}

/** So many are named. */
const NAMED = 12;
