import type { CaseEntry } from "../case.ts";
import { type Addressed, caseKey, personKey, registerKey } from "../entry.ts";
import type { Step } from "../interview/situation.ts";
import { type Block, say, type Text } from "../message.ts";
import { attached, pressedAnswer, said, skipped } from "./answering.ts";
import { among, ask, asking, pendingOf, standing } from "./asking.ts";
import { back } from "./back.ts";
import { askedFirst, moveOf, opening } from "./case-flow.ts";
import { drop, send } from "./concluding.ts";
import { put } from "./fields/index.ts";
import { complete, movedOn, whole } from "./moving.ts";
import { keep, type Outcome } from "./outcome.ts";
import { isOpenTo, isParty, mayOpen, movesAt, movesFor, sees } from "./rights.ts";
import { caseBrief } from "./shown.ts";
import type { CaseInput, CaseSituation } from "./situation.ts";

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
  const about = { flow: flow.id, case: doc.case };
  entries.push({
    key: personKey(member.id),
    entry: { ...origin, kind: "asked-of-case", about, ...(matter ? { matter } : {}) },
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

/** The question that stands, again; where that message was the last step, the case as it stands. */
function again(situation: CaseSituation): Step["replies"] {
  const { flow, doc, member, group } = situation;
  const matter = standing(situation);
  if (matter) return [{ blocks: asking(situation, matter) }];
  // What was given up, or is no longer the person's to see, is not shown.
  if (doc.stage.kind !== "opened" || !sees(flow, doc, member, false)) return [];
  return [{ blocks: caseBrief(situation, movesAt(group, flow, doc, member)) }];
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
