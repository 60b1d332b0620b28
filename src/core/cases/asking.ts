import { dateIn } from "../calendar/words.ts";
import type { CaseAnswers } from "../case.ts";
import { type Block, type Choice, say, type Text } from "../message.ts";
import type { Matter } from "../person.ts";
import { caseActionText } from "./actions.ts";
import { askedFirst } from "./case-flow.ts";
import type { Asking } from "./fields/field.ts";
import { put } from "./fields/index.ts";
import type { Outcome } from "./outcome.ts";
import type { Field } from "./schema.ts";
import { answerShown } from "./shown.ts";
import type { CaseSituation } from "./situation.ts";

/** Asks the first question that is open, or for a yes to the whole. */
export function ask(situation: CaseSituation, move: string, answers: CaseAnswers): Outcome {
  const { flow, doc } = situation;
  const next = askedFirst(flow, move).find(({ id }) => answers[id] === undefined);
  const matter: Matter = { flow: flow.id, case: doc.case, move, ...(next ? { question: next.id } : {}) };
  return { entries: [], matter, blocks: asking(situation, matter) };
}

/** The question that a matter is at as blocks. */
export function asking(situation: CaseSituation, matter: Matter): readonly Block<Text>[] {
  const { flow, doc } = situation;
  const field = questionOf(situation, matter);
  const button = (verb: "skip" | "back" | "send" | "drop", name = "") => caseActionText(verb, flow, doc.case, name);
  const drop: Choice<Text> = { label: { key: "case-drop" }, action: button("drop") };
  if (!field) {
    const send: Choice<Text> = { label: { key: "case-send" }, action: button("send") };
    return [...preview(situation, matter), choices([send, ...amendments(situation, matter), drop])];
  }
  const fields = askedFirst(flow, matter.move);
  const first = fields[0]?.id === field.id;
  const answered = pendingOf(situation, matter.move);
  const extra: readonly Choice<Text>[] = [
    ...(field.required ? [] : [{ label: { key: "interview-skip" }, action: button("skip", field.id) }]),
    ...(first ? [] : [{ label: { key: "case-back" }, action: button("back", field.id) }]),
    ...(answered[field.id] ? [{ label: { key: "case-as-it-was" }, action: button("back", asItWas) }] : []),
    drop,
  ];
  // Steps are told as people count them: the first question is the first step.
  const count = fields.findIndex(({ id }) => id === field.id);
  const at: readonly Block<Text>[] =
    fields.length > 1 ? [{ kind: "progress", done: count + 1, of: fields.length }] : [];
  const own = put(field, among(situation, field)).prompt();
  // A tick that makes the move stands below the whole of what goes with it.
  if (field.type === "confirm" && fields.every(({ id }) => id === field.id || answered[id])) {
    const shown = fields.length > 1 ? preview(situation, matter) : [];
    const beside = [...amendments(situation, matter), drop];
    return [...at, ...shown, say({ label: field.ask }), ...joined(own, beside)];
  }
  return [...at, say({ label: field.ask }), ...joined(own, extra)];
}

/** What a step back is to instead of to a question: to where everything stands answered. */
export const asItWas = "as-it-was";

/** What was answered on the way to a move, to be looked over before it goes out. */
function preview(situation: CaseSituation, { move }: Matter): readonly Block<Text>[] {
  const answers = pendingOf(situation, move);
  const fields = askedFirst(situation.flow, move).flatMap(({ id, label }) => {
    const answer = answers[id];
    return answer && answer.kind !== "skipped" ? [{ label: { label }, value: answerShown(situation, id, answer) }] : [];
  });
  return [say({ key: "case-whole" }), { kind: "fields", fields }];
}

/** A button for each answer that leads back to its question; a step back is named by the question behind. */
function amendments({ flow, doc }: CaseSituation, { move }: Matter): readonly Choice<Text>[] {
  const fields = askedFirst(flow, move);
  return fields.flatMap(({ type, label }, index) => {
    if (type === "confirm") return [];
    const behind = fields[index + 1]?.id ?? "send";
    const what: Text = { key: "case-amend", args: { what: { label } } };
    return [{ label: what, action: caseActionText("back", flow, doc.case, behind) }];
  });
}

/** Buttons of the question and those beside it in one row. */
function joined(blocks: readonly Block<Text>[], extra: readonly Choice<Text>[]): readonly Block<Text>[] {
  const own = blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []));
  return [...blocks.filter(({ kind }) => kind !== "choices"), choices([...own, ...extra])];
}

function choices(all: readonly Choice<Text>[]): Block<Text> {
  return { kind: "choices", choices: all };
}

/** What the person is being asked about this case; undefined where that is nothing, or another case. */
export function standing({ person, flow, doc }: CaseSituation): Matter | undefined {
  const { matter } = person;
  return matter && matter.flow === flow.id && matter.case === doc.case ? matter : undefined;
}

/** The question that a matter is at; undefined where all are answered, or the flow has it no more. */
export function questionOf({ flow }: CaseSituation, { move, question }: Matter): Field | undefined {
  return askedFirst(flow, move).find(({ id }) => id === question);
}

/** What the person has answered on the way to a move. */
export function pendingOf({ doc, member }: CaseSituation, move: string): CaseAnswers {
  const pending = doc.pending[member.id];
  return pending?.move === move ? pending.answers : {};
}

/** What a question is put and answered among. */
export function among({ flow, doc, units, now }: CaseSituation, field: Field): Asking {
  const button = (value: string) => caseActionText("put", flow, doc.case, field.id, value);
  return { button, units, today: dateIn(now, flow.zone) };
}
