import type { Case, CaseAnswer, CaseStep } from "../case.ts";
import { dayAndClock, dayNamed } from "../interview/when.ts";
import { type Block, type Choice, type Text, textOf, worded } from "../message.ts";
import type { Instant } from "../time.ts";
import { caseActionText } from "./actions.ts";
import { type CaseFlow, fieldOf, moveOf, opening, stateOf } from "./case-flow.ts";
import { dueDate, isOverdue } from "./due.ts";
import type { Move } from "./schema.ts";
import type { CaseSituation } from "./situation.ts";

/** What a case is shown with. */
export type Showing = Pick<CaseSituation, "flow" | "doc" | "units" | "nameOf" | "now">;

/** The name of a case: 重大事项第3号. */
export function caseName({ name }: CaseFlow, { stage }: Case): Text {
  const number = stage.kind === "opened" ? stage.number : 0;
  return { key: "case-name", args: { name: { label: name }, number } };
}

/** A case as it stands: name and state, what was answered, the time limit, what may be done with it. */
export function caseCard(showing: Showing, moves: readonly Move[]): readonly Block<Text>[] {
  const opened = showing.doc.trail[0];
  const fields = [...(opened ? [openedBy(showing, opened)] : []), ...answersShown(showing)];
  return [...headOf(showing), { kind: "fields", fields }, ...footOf(showing, moves, [])];
}

/** A case in short, for those who know it: name, state, what may be done, and a button to see it whole. */
export function caseBrief(showing: Showing, moves: readonly Move[]): readonly Block<Text>[] {
  const { flow, doc } = showing;
  const view: Choice<Text> = { label: { key: "case-view-whole" }, action: caseActionText("view", flow, doc.case) };
  return [...headOf(showing), ...footOf(showing, moves, [view])];
}

/** The state that a case is in, with its marks: 整改中、挂牌督办. */
export function caseStanding(flow: CaseFlow, { stage, marks }: Case): Text {
  if (stage.kind !== "opened") return "";
  const state: Text = { label: stateOf(flow, stage.state).label };
  const set = flow.marks.filter(({ id }) => marks.includes(id)).map(({ label }): Text => ({ label }));
  return { join: [state, ...set], by: { key: "list-comma" } };
}

function headOf({ flow, doc }: Showing): readonly Block<Text>[] {
  if (doc.stage.kind !== "opened") return [worded("case-not-opened")];
  const heading: Text = {
    key: "case-heading",
    args: { name: caseName(flow, doc), state: caseStanding(flow, doc) },
  };
  return [{ kind: "heading", text: heading }];
}

function footOf(showing: Showing, moves: readonly Move[], more: readonly Choice<Text>[]): readonly Block<Text>[] {
  const { flow, doc, now } = showing;
  const due = dueDate(flow, doc);
  const late = due !== undefined && isOverdue(flow, doc, now) ? [worded("case-overdue", { day: dayNamed(due) })] : [];
  const choices = [...moves.map((move) => button(showing, move)), ...more];
  return [...late, ...(choices.length > 0 ? [{ kind: "choices" as const, choices }] : [])];
}

/** The whole way of a case: every step with name and time, and what was said at it. */
export function caseTrail(showing: Showing): readonly Block<Text>[] {
  return showing.doc.trail.map((step) => ({ kind: "text", text: stepShown(showing, step) }));
}

/** One step in a line: 5月20日 15:42 福州市监联络员 已受理：… */
export function stepShown(showing: Showing, step: CaseStep): Text {
  const { flow, nameOf } = showing;
  const when = dayAndClock(step.at, zoneOf(flow));
  const done: Text = {
    label: step.move === opening ? flow.opening.done : (moveOf(flow, step.move)?.done ?? flow.name),
  };
  // What the opening said stands in the card; later steps bring something new.
  const said = step.move === opening ? [] : Object.entries(step.answers).filter(([, { kind }]) => kind !== "skipped");
  const what = said.map(([id, answer]) => answerShown(showing, id, answer));
  const args = { when, who: nameOf(step.by), done };
  if (what.length === 0) return { key: "case-step", args };
  return { key: "case-step-with", args: { ...args, what: { join: what, by: { key: "list-semicolon" } } } };
}

/** An answer in words. */
export function answerShown({ flow, units }: Pick<Showing, "flow" | "units">, id: string, answer: CaseAnswer): Text {
  switch (answer.kind) {
    case "text":
      return answer.text;
    case "option": {
      const field = fieldOf(flow, id);
      const option = field.type === "choice" ? field.options.find((each) => each.id === answer.option) : undefined;
      return option ? { label: option.label } : answer.option;
    }
    case "date":
      return dayNamed(answer.date);
    case "unit": {
      const unit = units.find((each) => each.id === answer.unit);
      return unit ? textOf(unit.short) : answer.unit;
    }
    case "file": {
      const { name, words } = answer;
      return words === undefined ? name : { key: "case-file-said", args: { name, words } };
    }
    case "yes":
      return { key: "case-yes" };
    case "skipped":
      return "—";
  }
}

/** Day and clock of a case flow's zone are said as those of any flow. */
export const zoneOf = ({ zone }: Pick<CaseFlow, "zone">) => ({ calendar: { zone } });

function openedBy({ flow, units, doc, nameOf }: Showing, step: CaseStep) {
  const unit = units.find(({ id }) => id === doc.unit);
  const args = {
    unit: unit ? textOf(unit.short) : doc.unit,
    who: nameOf(step.by),
    when: dayAndClock(step.at, zoneOf(flow)),
  };
  return { label: { label: flow.opening.done }, value: { key: "case-opened-by", args } };
}

/** What stands of the answers, in the order of the questions; what was left out is left out. */
function answersShown(showing: Showing) {
  const { flow, doc } = showing;
  return flow.questions.flatMap((field) => {
    const answer = doc.answers[field.id];
    if (!answer || answer.kind === "skipped" || answer.kind === "yes") return [];
    return [{ label: { label: field.label }, value: answerShown(showing, field.id, answer) }];
  });
}

function button({ flow, doc }: Showing, { id, label }: Move): Choice<Text> {
  return { label: { label }, action: caseActionText("move", flow, doc.case, id) };
}

/** A line of a list: number, state, owner, time limit. */
export function caseLine(showing: Showing, now: Instant): Text {
  const { flow, doc } = showing;
  const { stage } = doc;
  const state: Text = stage.kind === "opened" ? { label: stateOf(flow, stage.state).label } : "";
  const first = flow.opening.ask
    .map((id) => [id, doc.answers[id]] as const)
    .find(([, answer]) => answer?.kind === "text");
  const about = first?.[1] ? answerShown(showing, first[0], first[1]) : "";
  const owner = doc.answers[flow.owner];
  const unitId = owner?.kind === "unit" ? owner.unit : doc.unit;
  const unit = showing.units.find(({ id }) => id === unitId);
  const due = dueDate(flow, doc);
  const args = {
    number: stage.kind === "opened" ? stage.number : 0,
    state,
    unit: unit ? textOf(unit.short) : unitId,
    about,
    due: due === undefined ? "" : dayNamed(due),
  };
  if (due === undefined) return { key: "case-line", args };
  return { key: isOverdue(flow, doc, now) ? "case-line-overdue" : "case-line-due", args };
}
