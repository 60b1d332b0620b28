import type { CaseAnswer, CaseEntry } from "../case.ts";
import { excerpt } from "../interview/reading/excerpt.ts";
import { type Block, say, type Text } from "../message.ts";
import type { Matter } from "../person.ts";
import { type Amending, amending } from "./amending.ts";
import { among, ask, asking, pendingOf, questionOf, standing } from "./asking.ts";
import { back } from "./back.ts";
import { askedFirst } from "./case-flow.ts";
import { drop, send } from "./concluding.ts";
import { saysYes } from "./confirming.ts";
import { put } from "./fields/index.ts";
import { after, complete, movedOn } from "./moving.ts";
import { keep, type Outcome } from "./outcome.ts";
import type { Field } from "./schema.ts";
import type { CaseSituation } from "./situation.ts";

const no = /^(否|不|不是|取消|算了|no|n|cancel)$/i;
const none = /^(跳过|没有|没|无|skip|none|no)$/i;
/** What the button is called that goes back to the question before. */
const before = /^(上一[项步屏题]|the one before|back)$/i;
/** What is an answer to no question at all, where 无 may be one. */
const skipping = /^(跳过|skip)$/i;
/** What the button is called that leaves an answer as it was. */
const unchanged = /^(不改了?|leave as it is)$/i;
/** Words that are no answer to any question, also where words are asked. */
const away = /^(取消|算了|不报了|cancel)$/i;

/** What somebody wrote while a question of a case stands: its answer, a way out of it, or why it is neither. */
export function said(situation: CaseSituation, text: string): Outcome {
  const matter = standing(situation);
  if (!matter) return movedOn(situation);
  const amends = amending(situation.flow, matter, pendingOf(situation, matter.move), text);
  if (amends) return amended(situation, matter, amends);
  const field = questionOf(situation, matter);
  if (!field) {
    if (saysYes(text)) return send(situation);
    if (no.test(text.trim())) return drop(situation);
    const asked = asking(situation, matter);
    return { entries: [], matter, blocks: [say({ key: "case-yes-or-no", args: { part: excerpt(text) } }), ...asked] };
  }
  if (away.test(text.trim())) return drop(situation);
  if (before.test(text.trim())) return back(situation, field.id);
  const answers = pendingOf(situation, matter.move);
  if (answers[field.id] && unchanged.test(text.trim())) return ask(situation, matter.move, answers);
  if (!field.required && none.test(text.trim())) return answered(situation, matter, field, { kind: "skipped" });
  if (skipping.test(text.trim())) {
    const again = asking(situation, matter);
    return { entries: [], matter, blocks: [say({ key: "case-not-skipped" }), ...again] };
  }
  const read = put(field, among(situation, field)).said(text);
  switch (read.kind) {
    case "answer":
      return answered(situation, matter, field, read.answer);
    case "refused": {
      const choices: readonly Block<Text>[] = read.choices ? [{ kind: "choices", choices: read.choices }] : [];
      return { entries: [], matter, blocks: [say(read.why), ...choices] };
    }
  }
}

/** Asks the question of an answer that is to be changed, or takes what was written for it. */
function amended(situation: CaseSituation, matter: Matter, { field, words }: Amending): Outcome {
  const anew = { ...matter, question: field.id };
  const read = words === "" ? undefined : put(field, among(situation, field)).said(words);
  if (read?.kind === "answer") return answered(situation, anew, field, read.answer);
  const why = read ? [say(read.why)] : [];
  return { entries: [], matter: anew, blocks: [...why, ...asking(situation, anew)] };
}

/**
 * A file answers the question for one, also before it is put: a photo of what is being told in words comes with them.
 * Words under it answer a question for words that stands, else they stay with it.
 */
export function attached(
  situation: CaseSituation,
  file: Extract<CaseAnswer, { kind: "file" }>,
  words: string,
): Outcome {
  const matter = standing(situation);
  const asked = matter && questionOf(situation, matter);
  const worded = asked?.type === "text" && words !== "";
  const kept = words === "" || worded ? file : { ...file, words };
  if (matter && asked?.type === "file") return answered(situation, matter, asked, kept);
  const field = matter && askedFirst(situation.flow, matter.move).find(({ type }) => type === "file");
  if (!matter || !field) {
    const without = say({ key: "case-no-file" });
    if (!worded) return { ...keep(situation), blocks: [without, ...(matter ? asking(situation, matter) : [])] };
    const outcome = said(situation, words);
    return { ...outcome, blocks: [without, ...outcome.blocks] };
  }
  const entry: CaseEntry = { kind: "case-answered", move: matter.move, question: field.id, answer: kept };
  const then = after(situation, entry);
  const next = worded ? said(then, words) : { entries: [], matter, blocks: asking(then, matter) };
  // One file answers the question; that another takes its place is said, so that nobody counts on both.
  const before = pendingOf(situation, matter.move)[field.id];
  const key = before?.kind === "file" ? "case-file-instead" : "case-file-ahead";
  const echo = say({ key, args: { name: file.name, before: before?.kind === "file" ? before.name : "" } });
  return { ...next, entries: [entry, ...next.entries], blocks: [echo, ...next.blocks] };
}

/** The press of an answer; an older button shows where the case has got to. */
export function pressedAnswer(situation: CaseSituation, question: string, value: string): Outcome {
  const matter = standing(situation);
  if (!matter || matter.question !== question) return movedOn(situation);
  const field = questionOf(situation, matter);
  const answer = field && put(field, among(situation, field)).pressed(value);
  return field && answer ? answered(situation, matter, field, answer) : movedOn(situation);
}

/** Passes over a question that may be left open. */
export function skipped(situation: CaseSituation, question: string): Outcome {
  const matter = standing(situation);
  const field = matter && questionOf(situation, matter);
  if (!matter || !field || field.id !== question || field.required) return movedOn(situation);
  return answered(situation, matter, field, { kind: "skipped" });
}

/** Keeps an answer, then asks what is next; the last one of a short move, or a tick, makes it. */
function answered(situation: CaseSituation, matter: Matter, field: Field, answer: CaseAnswer): Outcome {
  const { move } = matter;
  const answers = { ...pendingOf(situation, move), [field.id]: answer };
  const fields = askedFirst(situation.flow, move);
  const whole = fields.every(({ id }) => answers[id] !== undefined);
  if (whole && (fields.length === 1 || field.type === "confirm")) return complete(situation, move, answers);
  const entry: CaseEntry = { kind: "case-answered", move, question: field.id, answer };
  return { ...ask(after(situation, entry), move, answers), entries: [entry] };
}
