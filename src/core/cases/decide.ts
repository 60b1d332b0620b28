import type { CaseAnswer, CaseEntry } from "../case.ts";
import { type Addressed, caseKey, personKey, registerKey } from "../entry.ts";
import type { Step } from "../interview/situation.ts";
import type { Block, Text } from "../message.ts";
import type { Matter } from "../person.ts";
import { among, ask, asking, pendingOf, questionOf, standing } from "./asking.ts";
import { askedFirst, moveOf, opening } from "./case-flow.ts";
import { saysYes } from "./confirming.ts";
import { put } from "./fields/index.ts";
import { after, complete, movedOn, whole } from "./moving.ts";
import { keep, type Outcome, say } from "./outcome.ts";
import { isOpenTo, isParty, mayOpen, movesFor } from "./rights.ts";
import type { Field } from "./schema.ts";
import type { CaseInput, CaseSituation } from "./situation.ts";

const no = /^(否|不|不是|取消|算了|no|n|cancel)$/i;
const none = /^(跳过|没有|没|无|skip|none|no)$/i;
/** Words that are no answer to any question, also where words are asked. */
const away = /^(取消|算了|不报了|cancel)$/i;

/** What follows from one input about a case: what to keep, all or nothing, and the one message that answers. */
export function decideCase(situation: CaseSituation, input: CaseInput): Step {
  const { flow, doc, person, member, now, sentAt } = situation;
  if (person.heard.includes(input.id)) return { entries: [], replies: again(situation) };
  const outcome = outcomeOf(situation, input);
  const origin = { id: input.id, at: now, sentAt, by: member.id, channel: input.channel };
  const written = writtenIn(input);
  const words = written === undefined ? {} : { aside: { words: written } };
  const entries: Addressed[] = outcome.entries.map((entry, index) => ({
    key: caseKey(flow.id, doc.case),
    entry: { ...origin, ...(index === 0 ? words : {}), ...entry },
  }));
  if (outcome.registers !== undefined)
    entries.push({
      key: registerKey(flow.id),
      entry: { ...origin, kind: "case-registered", case: doc.case, number: outcome.registers },
    });
  const { matter, blocks, inPlace } = outcome;
  entries.push({
    key: personKey(member.id),
    entry: { ...origin, kind: "asked-of-case", ...(matter ? { matter } : {}) },
  });
  return { entries, replies: blocks.length === 0 ? [] : [{ blocks, ...(inPlace ? { inPlace } : {}) }] };
}

/** What a person wrote, as written. */
function writtenIn(input: CaseInput): string | undefined {
  switch (input.kind) {
    case "said":
    case "replied":
      return input.text;
    case "attached":
      return input.words;
    default:
      return undefined;
  }
}

/** The question that stands, again. */
function again(situation: CaseSituation): Step["replies"] {
  const matter = standing(situation);
  return matter ? [{ blocks: asking(situation, matter) }] : [];
}

function outcomeOf(situation: CaseSituation, input: CaseInput): Outcome {
  switch (input.kind) {
    case "open":
      return open(situation);
    case "move":
      return begin(situation, input.move);
    case "said":
      return said(situation, input.text);
    case "replied":
      return replied(situation, input.text);
    case "attached":
      return attached(situation, input.file, input.words?.trim() ?? "");
    case "put":
      return pressedAnswer(situation, input.question, input.value);
    case "skip":
      return skipped(situation, input.question);
    case "back":
      return back(situation, input.question);
    case "send":
      return send(situation);
    case "drop":
      return drop(situation);
    case "view":
      return { ...keep(situation), blocks: whole(situation) };
  }
}

function open(situation: CaseSituation): Outcome {
  const { flow, doc, member } = situation;
  if (!mayOpen(flow, member)) return { ...keep(situation), blocks: [say({ key: "case-not-yours" })] };
  if (doc.stage.kind === "opened") return movedOn(situation);
  const begun = doc.stage.kind === "none";
  const entries: readonly CaseEntry[] = begun ? [{ kind: "case-begun", unit: member.unit, flowHash: flow.hash }] : [];
  const heading: Block<Text> = { kind: "heading", text: { label: flow.name } };
  const next = ask(situation, opening, pendingOf(situation, opening));
  return { ...next, entries, blocks: [heading, ...next.blocks] };
}

/** Begins a move: asks its questions, or makes it at once where it has none. */
function begin(situation: CaseSituation, id: string): Outcome {
  const { flow, doc, member } = situation;
  const move = moveOf(flow, id);
  if (!move || !isOpenTo(move, doc)) return movedOn(situation);
  if (!move.by.some((party) => isParty(party, doc, member)))
    return { ...keep(situation), blocks: [say({ key: "case-move-not-yours" })] };
  if (move.ask.length === 0) return { ...complete(situation, id, {}), inPlace: true };
  return ask(situation, id, pendingOf(situation, id));
}

function said(situation: CaseSituation, text: string): Outcome {
  const matter = standing(situation);
  if (!matter) return movedOn(situation);
  const field = questionOf(situation, matter);
  if (!field) {
    if (saysYes(text)) return send(situation);
    if (no.test(text.trim())) return drop(situation);
    const asked = asking(situation, matter);
    return { entries: [], matter, blocks: [say({ key: "case-yes-or-no" }), ...asked] };
  }
  if (away.test(text.trim())) return drop(situation);
  if (!field.required && none.test(text.trim())) return answered(situation, matter, field, { kind: "skipped" });
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

/** A reply to the message that told of a case makes the one move that is made by replying, by whoever may make it. */
function replied(situation: CaseSituation, text: string): Outcome {
  const { flow, doc, member } = situation;
  const move = movesFor(flow, doc, member).find(({ reply }) => reply);
  const [field] = move ? askedFirst(flow, move.id) : [];
  if (!move || !field) return { ...keep(situation), blocks: [say({ key: "case-no-reply" })] };
  const read = put(field, among(situation, field)).said(text);
  if (read.kind === "refused") return { ...keep(situation), blocks: [say(read.why)] };
  return complete(situation, move.id, { [field.id]: read.answer });
}

/**
 * A file answers the question for one, also before it is put: a photo of what is being told in words comes with them.
 * Words under it answer a question for words that stands, else they stay with it.
 */
function attached(situation: CaseSituation, file: Extract<CaseAnswer, { kind: "file" }>, words: string): Outcome {
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

function pressedAnswer(situation: CaseSituation, question: string, value: string): Outcome {
  const matter = standing(situation);
  if (!matter || matter.question !== question) return movedOn(situation);
  const field = questionOf(situation, matter);
  const answer = field && put(field, among(situation, field)).pressed(value);
  return field && answer ? answered(situation, matter, field, answer) : movedOn(situation);
}

function skipped(situation: CaseSituation, question: string): Outcome {
  const matter = standing(situation);
  const field = matter && questionOf(situation, matter);
  if (!matter || !field || field.id !== question || field.required) return movedOn(situation);
  return answered(situation, matter, field, { kind: "skipped" });
}

/** Asks the question before the one that stands again; its answer so far is asked anew. */
function back(situation: CaseSituation, question: string): Outcome {
  const matter = standing(situation);
  if (!matter) return movedOn(situation);
  const fields = askedFirst(situation.flow, matter.move);
  const at = fields.findIndex(({ id }) => id === question);
  const before = fields[Math.max(0, at < 0 ? fields.length - 1 : at - 1)];
  if (!before) return movedOn(situation);
  const asked = { ...matter, question: before.id };
  return { entries: [], matter: asked, blocks: asking(situation, asked) };
}

function send(situation: CaseSituation): Outcome {
  const matter = standing(situation);
  if (!matter || matter.question !== undefined) return movedOn(situation);
  return complete(situation, matter.move, pendingOf(situation, matter.move));
}

function drop(situation: CaseSituation): Outcome {
  const matter = standing(situation);
  if (!matter) return movedOn(situation);
  return { entries: [{ kind: "case-given-up", move: matter.move }], blocks: [say({ key: "case-given-up" })] };
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
