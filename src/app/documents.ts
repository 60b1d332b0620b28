import type { Case } from "../core/case.ts";
import type { Deliveries } from "../core/delivery.ts";
import type { Directory } from "../core/directory.ts";
import { emptyDoc } from "../core/document.ts";
import {
  caseKey,
  type DocKey,
  type FlowId,
  type PersonId,
  personKey,
  type RoundId,
  registerKey,
  reportKey,
  roundKey,
  type UnitId,
} from "../core/entry.ts";
import type { GroupChat } from "../core/group-chat.ts";
import { type Inquiries, inquiryKey } from "../core/inquiry.ts";
import type { News } from "../core/news.ts";
import type { Person } from "../core/person.ts";
import type { Register } from "../core/register.ts";
import type { Report } from "../core/report.ts";
import type { Round } from "../core/round.ts";
import type { Docs, Store } from "../store/store.ts";

/** The report among documents. Throws where the key is no report's: a programmer's error. */
export function reportIn(docs: Docs, key: DocKey): Report {
  const doc = docs.get(key);
  if (doc.kind !== "report") throw new Error(`${key} is no report`);
  return doc.doc;
}

/** The round among documents. */
export function roundIn(docs: Docs, key: DocKey): Round {
  const doc = docs.get(key);
  if (doc.kind !== "round") throw new Error(`${key} is no round`);
  return doc.doc;
}

/** The deliveries that are recorded in a document. Throws where none can be. */
export function deliveriesIn(docs: Docs, key: DocKey): Deliveries {
  const { doc } = docs.get(key);
  if ("news" in doc) return doc.news.deliveries;
  if (!("deliveries" in doc)) throw new Error(`${key} has no deliveries`);
  return doc.deliveries;
}

/** What others are to hear of by a document. Throws where there can be nothing of the kind. */
export function newsIn(docs: Docs, key: DocKey): News {
  const { doc } = docs.get(key);
  if (!("news" in doc)) throw new Error(`${key} has no news`);
  return doc.news;
}

/** The group's place among documents. */
export function groupIn(docs: Docs, key: DocKey): GroupChat {
  const doc = docs.get(key);
  if (doc.kind !== "group") throw new Error(`${key} is no group`);
  return doc.doc;
}

/** The share of the directory among documents. */
export function directoryIn(docs: Docs, key: DocKey): Directory {
  const doc = docs.get(key);
  if (doc.kind !== "directory") throw new Error(`${key} is no share of the directory`);
  return doc.doc;
}

/** The person among documents. */
export function personIn(docs: Docs, key: DocKey): Person {
  const doc = docs.get(key);
  if (doc.kind !== "person") throw new Error(`${key} is no person`);
  return doc.doc;
}

/** The case among documents. */
export function caseIn(docs: Docs, key: DocKey): Case {
  const doc = docs.get(key);
  if (doc.kind !== "case") throw new Error(`${key} is no case`);
  return doc.doc;
}

/** The register among documents. */
export function registerIn(docs: Docs, key: DocKey): Register {
  const doc = docs.get(key);
  if (doc.kind !== "register") throw new Error(`${key} is no register`);
  return doc.doc;
}

/** A case as it stands. */
export async function readCase(store: Store, flow: FlowId, id: string): Promise<Case> {
  const key = caseKey(flow, id);
  return caseIn(await stored(store, key), key);
}

/** Which cases of a flow have been opened. */
export async function readRegister(store: Store, flow: FlowId): Promise<Register> {
  const key = registerKey(flow);
  return registerIn(await stored(store, key), key);
}

/** The questions asked about a flow, among documents. */
export function inquiriesIn(docs: Docs, key: DocKey): Inquiries {
  const doc = docs.get(key);
  if (doc.kind !== "question") throw new Error(`${key} holds no questions`);
  return doc.doc;
}

/** The questions that were asked about a flow's rounds. */
export async function readInquiries(store: Store, flow: FlowId): Promise<Inquiries> {
  const key = inquiryKey(flow);
  return inquiriesIn(await stored(store, key), key);
}

/** A unit's report of a round as it stands, empty where nothing was said yet. */
export async function readReport(store: Store, flow: FlowId, round: RoundId, unit: UnitId): Promise<Report> {
  const key = reportKey(flow, round, unit);
  return reportIn(await stored(store, key), key);
}

/** A round as it stands; `unopened` where it has not been opened. */
export async function readRound(store: Store, flow: FlowId, round: RoundId): Promise<Round> {
  const key = roundKey(flow, round);
  return roundIn(await stored(store, key), key);
}

/** What the bot remembers of a person. */
export async function readPerson(store: Store, person: PersonId): Promise<Person> {
  const key = personKey(person);
  return personIn(await stored(store, key), key);
}

/** A document as it stands, empty where it has no entry yet. */
export async function stored(store: Store, key: DocKey): Promise<Docs> {
  const doc = (await store.read(key)) ?? emptyDoc(key);
  return { get: () => doc };
}
