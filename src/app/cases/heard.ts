import { parseCaseAction } from "../../core/cases/actions.ts";
import { amending } from "../../core/cases/amending.ts";
import { confirms } from "../../core/cases/confirming.ts";
import { type Inbound, type Say, sentence } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import { acknowledges } from "../../core/thanks.ts";
import { parseCommand } from "../commands/parse.ts";
import { readCase, readPerson } from "../documents.ts";
import type { House } from "../house.ts";
import { keptOutOfGroups } from "./in-groups.ts";
import { type CaseMessage, dealWith, pressCase } from "./talk.ts";

/** A press on a case's button in a group, or a reply there to what was told of it; undefined where it is neither. */
export async function caseInGroup(
  house: House,
  member: Member,
  inbound: Inbound,
  message: CaseMessage,
): Promise<readonly Say[] | undefined> {
  if (inbound.kind === "said" && inbound.answers !== undefined && !parseCommand(inbound.text)) {
    const doc = house.cases.toldIn(inbound.chat, inbound.answers);
    // 收到 is said to the group; it is no instruction and no report of progress.
    if (doc && acknowledges(inbound.text)) return [];
    return doc && dealWith(house, member, doc, { kind: "replied", text: inbound.text }, message);
  }
  const action = inbound.kind === "pressed" ? parseCaseAction(inbound.action) : undefined;
  if (!action) return undefined;
  const refused = keptOutOfGroups(house, action);
  if (refused === undefined) return pressCase(house, member, action, message);
  return [sentence({ key: refused })];
}

/** A message about a case that comes again, be the case concluded by it: answered as it stands; undefined where it is another. */
export async function caseHeard(
  house: House,
  member: Member,
  message: CaseMessage,
): Promise<readonly Say[] | undefined> {
  const { heardOf } = await readPerson(house.store, member.id);
  const about = heardOf?.[message.id];
  return about && dealWith(house, member, about, { kind: "view" }, message);
}

/** An answer to the question of a case that stands, or a reply to what was told of one; undefined where it is neither. */
export async function caseSaid(
  house: House,
  member: Member,
  { text, answers, chat }: Extract<Inbound, { kind: "said" }>,
  message: CaseMessage,
): Promise<readonly Say[] | undefined> {
  const { matter } = await readPerson(house.store, member.id);
  if (matter) return dealWith(house, member, matter, { kind: "said", text }, message);
  const doc = answers === undefined ? undefined : house.cases.toldIn(chat, answers);
  if (doc && acknowledges(text)) return dealWith(house, member, doc, { kind: "view" }, message);
  return doc && dealWith(house, member, doc, { kind: "replied", text }, message);
}

/**
 * What is said to the case that stands in words that give a command too: whoever is asked to check and send a case means
 * the case by 提交 and its answer by 改 地点, and not their report. Undefined where the case has no use for the words.
 */
export async function caseMeant(
  house: House,
  member: Member,
  text: string,
  message: CaseMessage,
): Promise<readonly Say[] | undefined> {
  const { matter } = await readPerson(house.store, member.id);
  const running = matter && house.cases.flows.find(({ flow }) => flow.id === matter.flow);
  if (!running) return undefined;
  const doc = await readCase(house.store, matter.flow, matter.case);
  const flow = doc.flowHash === "" ? running.flow : running.at(doc.flowHash);
  const answers = doc.pending[member.id]?.answers ?? {};
  const meant = confirms(flow, matter, text) || amending(flow, matter, answers, text) !== undefined;
  return meant ? dealWith(house, member, matter, { kind: "said", text }, message) : undefined;
}
