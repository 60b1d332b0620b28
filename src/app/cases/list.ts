import type { Case } from "../../core/case.ts";
import { caseActionText } from "../../core/cases/actions.ts";
import type { CaseFlow } from "../../core/cases/case-flow.ts";
import { isOverdue, isUnderWay } from "../../core/cases/due.ts";
import { mayOpen, sees } from "../../core/cases/rights.ts";
import { caseLine } from "../../core/cases/shown.ts";
import { type Block, type Choice, type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";

/** As many are listed: a list that nobody reads to its end helps nobody. */
const LISTED = 10;

/** The cases that a person sees: what is under way, the overdue first, each with its button; and one to begin another. */
export function caseList(house: House, member: Member, running: Running<CaseFlow>): readonly Block<Text>[] {
  const { flow } = running;
  const now = house.clock.now();
  const all = house.cases.of(flow.id).filter((doc) => seesCase(house, member, running, doc));
  const open = all.filter((doc) => isUnderWay(running.at(doc.flowHash), doc));
  const overdue = open.filter((doc) => isOverdue(running.at(doc.flowHash), doc, now));
  const shown = [...overdue, ...open.filter((doc) => !overdue.includes(doc)).reverse()].slice(0, LISTED);
  const args = { name: { label: flow.name }, open: open.length, closed: all.length - open.length };
  const nameOf = (person: string) => textOf(house.people.member(person)?.name ?? person);
  const heading: Text =
    all.length === 0
      ? { key: noneKey(flow, member), args: { name: { label: flow.name } } }
      : overdue.length > 0
        ? { key: "case-list-overdue", args: { ...args, overdue: overdue.length } }
        : { key: "case-list", args };
  const lines = shown.map((doc): Block<Text> => {
    const showing = { flow: running.at(doc.flowHash), doc, units: house.people.roster.units, nameOf, now };
    return { kind: "text", text: caseLine(showing, now) };
  });
  const more: readonly Block<Text>[] =
    open.length > shown.length
      ? [{ kind: "text", text: { key: "case-list-more", args: { count: open.length - shown.length } } }]
      : [];
  const choices: readonly Choice<Text>[] = [
    ...shown.map((doc) => ({ label: numbered(doc), action: caseActionText("view", flow, doc.case) })),
    ...(mayOpen(flow, member) ? [{ label: { key: "case-begin" }, action: `cmd:${flow.command}:new` }] : []),
  ];
  const buttons: readonly Block<Text>[] = choices.length > 0 ? [{ kind: "choices", choices }] : [];
  return [{ kind: "heading", text: heading }, ...lines, ...more, ...buttons];
}

/** Why a list is empty; who opens none is not told that there are none, only that none are to be seen. */
function noneKey(flow: CaseFlow, member: Member): string {
  if (mayOpen(flow, member)) return "case-none";
  return flow.private ? "case-none-private" : "case-none-seen";
}

/** Whether a person may see a case. */
export function seesCase(house: House, member: Member, running: Running<CaseFlow>, doc: Case): boolean {
  return sees(running.at(doc.flowHash), doc, member, house.people.oversees(member, doc.unit));
}

function numbered({ stage }: Case): Text {
  return { key: "case-view", args: { number: stage.kind === "opened" ? stage.number : 0 } };
}
