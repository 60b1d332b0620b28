import type { Case } from "../../core/case.ts";
import type { CaseAction } from "../../core/cases/actions.ts";
import type { CaseFlow } from "../../core/cases/case-flow.ts";
import { decideCase } from "../../core/cases/decide.ts";
import { sees } from "../../core/cases/rights.ts";
import { type CaseInput, type CaseSituation, caseIdOf } from "../../core/cases/situation.ts";
import { caseKey, personKey, registerKey } from "../../core/entry.ts";
import { type Say, sentence, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Instant } from "../../core/time.ts";
import { caseIn, personIn, readCase, readPerson, registerIn } from "../documents.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { caseFiles } from "./files.ts";
import { partiesIn } from "./parties.ts";

/** The message that an input came with. */
export type CaseMessage = {
  readonly id: string;
  readonly channel: string;
  /** The group that it was said in; absent in the person's own chat. */
  readonly group?: string;
  readonly at: Instant;
  readonly sentAt: Instant;
};
type What<I = CaseInput> = I extends CaseInput ? Omit<I, "id" | "channel"> : never;

/** Begins a new case, or goes on with the one that the person has begun and not sent. */
export async function openCase(
  house: House,
  member: Member,
  running: Running<CaseFlow>,
  message: CaseMessage,
): Promise<readonly Say[]> {
  const { flow } = running;
  const { drafts } = await readPerson(house.store, member.id);
  const begun = drafts?.[flow.id];
  const draft = begun === undefined ? undefined : await readCase(house.store, flow.id, begun);
  const id = draft?.stage.kind === "draft" ? draft.case : caseIdOf(message.id);
  return take(house, member, running, id, { kind: "open" }, message);
}

/** Takes what a person did about a case: decides, keeps what follows, and gives what to say once it is on disk. */
export async function dealWith(
  house: House,
  member: Member,
  doc: Pick<Case, "flow" | "case">,
  what: What,
  message: CaseMessage,
): Promise<readonly Say[]> {
  const running = house.cases.flows.find(({ flow }) => flow.id === doc.flow);
  return running ? take(house, member, running, doc.case, what, message) : [unknown];
}

/** Does what a button of a case says; nobody learns of one that they may not see. */
export async function pressCase(
  house: House,
  member: Member,
  action: CaseAction,
  message: CaseMessage,
): Promise<readonly Say[]> {
  const running = house.cases.flows.find(({ flow }) => flow.code === action.code);
  if (!running) return [unknown];
  const doc = await readCase(house.store, running.flow.id, action.case);
  const oversees = house.people.oversees(member, doc.unit);
  const own = doc.stage.kind === "draft" && doc.pending[member.id] !== undefined;
  if (doc.stage.kind !== "draft" && !own && !sees(running.at(doc.flowHash), doc, member, oversees)) return [unknown];
  return take(house, member, running, doc.case, whatOf(action), message);
}

function whatOf({ verb, name, value }: CaseAction): What {
  switch (verb) {
    case "put":
    case "skip":
    case "back":
      return { kind: verb, question: name, value };
    case "send":
    case "drop":
    case "view":
      return { kind: verb };
    case "move":
      return { kind: "move", move: name };
  }
}

async function take(
  house: House,
  member: Member,
  running: Running<CaseFlow>,
  id: string,
  what: What,
  { at, sentAt, id: message, channel, group }: CaseMessage,
): Promise<readonly Say[]> {
  const keys = [personKey(member.id), caseKey(running.flow.id, id), registerKey(running.flow.id)] as const;
  const around = {
    member,
    units: house.people.roster.units,
    nameOf: (person: string) => textOf(house.people.member(person)?.name ?? person),
    recipients: partiesIn(house),
    ...(group === undefined ? {} : { group }),
    now: at,
    sentAt,
  };
  let replies: readonly Say[] = [];
  const docs = await house.store.change(keys, (before) => {
    const doc = caseIn(before, keys[1]);
    const flow = doc.flowHash === "" ? running.flow : running.at(doc.flowHash);
    const person = personIn(before, keys[0]);
    const situation: CaseSituation = { ...around, flow, doc, person, register: registerIn(before, keys[2]) };
    const step = decideCase(situation, { ...what, id: message, channel });
    replies = step.replies;
    return step.entries;
  });
  const stands = caseIn(docs, keys[1]);
  house.cases.learn(stands);
  // Whoever is to be told of it is told at once, not at the next minute.
  house.wake();
  return what.kind === "view" ? withFiles(house, replies, stands) : replies;
}

/** A case that is looked at whole is shown with its photos and documents, be it long after. */
async function withFiles(house: House, replies: readonly Say[], doc: Case): Promise<readonly Say[]> {
  const files = await caseFiles(house, doc.answers);
  return replies.map((say) => ({ ...say, blocks: [...say.blocks, ...files] }));
}

const unknown: Say = sentence({ key: "case-move-not-yours" });
