import { type Case, emptyCase, evolveCase } from "./case.ts";
import { type Directory, emptyDirectory, evolveDirectory } from "./directory.ts";
import type { DocKey, Entry } from "./entry.ts";
import { emptyInstalled, evolveInstalled, type InstalledFlow } from "./flow/installed.ts";
import { emptyGroupChat, evolveGroupChat, type GroupChat } from "./group-chat.ts";
import { emptyInquiries, evolveInquiries, type Inquiries } from "./inquiry.ts";
import { emptyPerson, evolvePerson, type Person } from "./person.ts";
import { emptyRegister, evolveRegister, type Register } from "./register.ts";
import { emptyReport, evolveReport, type Report } from "./report.ts";
import { type ClockDoc, emptyRound, evolveRound, type Round } from "./round.ts";

/** Any document, told apart by `kind`. */
export type Doc =
  | { readonly kind: "report"; readonly doc: Report }
  | { readonly kind: "round"; readonly doc: Round }
  | { readonly kind: "person"; readonly doc: Person }
  | { readonly kind: "flow"; readonly doc: InstalledFlow }
  | { readonly kind: "case"; readonly doc: Case }
  | { readonly kind: "register"; readonly doc: Register }
  | { readonly kind: "clock"; readonly doc: ClockDoc }
  | { readonly kind: "directory"; readonly doc: Directory }
  | { readonly kind: "group"; readonly doc: GroupChat }
  | { readonly kind: "question"; readonly doc: Inquiries };

/** The document before its first entry. Throws on a key of no known shape: a programmer's error. */
export function emptyDoc(key: DocKey): Doc {
  const [kind, a = "", b = "", c = ""] = key.split("/");
  switch (kind) {
    case "report":
      return { kind, doc: emptyReport(a, b, c) };
    case "round":
      return { kind, doc: emptyRound(a, b) };
    case "person":
      return { kind, doc: emptyPerson(a) };
    case "flow":
      return { kind, doc: emptyInstalled(a) };
    case "case":
      return { kind, doc: emptyCase(a, b) };
    case "register":
      return { kind, doc: emptyRegister(a) };
    case "clock":
      return { kind, doc: { position: 0 } };
    case "directory":
      return { kind, doc: emptyDirectory(a) };
    case "group":
      return { kind, doc: emptyGroupChat(a) };
    case "question":
      return { kind, doc: emptyInquiries(a) };
    default:
      throw new Error(`no such kind of document: ${key}`);
  }
}

/** The document after one more entry. Throws where the entry cannot belong to it. */
export function evolve(doc: Doc, entry: Entry): Doc {
  switch (doc.kind) {
    case "report":
      if (isReportEntry(entry)) return { kind: "report", doc: evolveReport(doc.doc, entry) };
      break;
    case "round":
      if (isRoundEntry(entry)) return { kind: "round", doc: evolveRound(doc.doc, entry) };
      break;
    case "person":
      if (isPersonEntry(entry)) return { kind: "person", doc: evolvePerson(doc.doc, entry) };
      break;
    case "flow":
      if (entry.kind === "installed") return { kind: "flow", doc: evolveInstalled(doc.doc, entry) };
      break;
    case "case":
      if (isCaseEntry(entry)) return { kind: "case", doc: evolveCase(doc.doc, entry) };
      break;
    case "register":
      if (entry.kind === "case-registered") return { kind: "register", doc: evolveRegister(doc.doc, entry) };
      break;
    case "clock":
      if (entry.kind === "clock-moved")
        return { kind: "clock", doc: { position: Math.max(doc.doc.position, entry.to) } };
      break;
    case "directory":
      if (isDirectoryEntry(entry)) return { kind: "directory", doc: evolveDirectory(doc.doc, entry) };
      break;
    case "group":
      if (entry.kind === "claimed" || entry.kind === "removed" || entry.kind === "chat-moved")
        return { kind: "group", doc: evolveGroupChat(doc.doc, entry) };
      break;
    case "question":
      if (isInquiryEntry(entry)) return { kind: "question", doc: evolveInquiries(doc.doc, entry) };
      break;
  }
  throw new Error(`an entry "${entry.kind}" cannot stand in a ${doc.kind}`);
}

type ReportLine = Extract<Entry, Parameters<typeof evolveReport>[1]>;
type CaseLine = Extract<Entry, Parameters<typeof evolveCase>[1]>;
type PersonLine = Extract<Entry, Parameters<typeof evolvePerson>[1]>;
type RoundLine = Extract<Entry, Parameters<typeof evolveRound>[1]>;
type InquiryLine = Extract<Entry, Parameters<typeof evolveInquiries>[1]>;
type DirectoryLine = Extract<Entry, Parameters<typeof evolveDirectory>[1]>;

function isReportEntry(entry: Entry): entry is ReportLine {
  switch (entry.kind) {
    case "opened":
    case "day-off-decided":
    case "frozen":
    case "came-after":
    case "revised":
    case "locked":
    case "reopened":
    case "sent-up":
    case "asked":
    case "asked-of-case":
    case "chose-language":
    case "went-on-leave":
    case "leave-cancelled":
    case "installed":
    case "clock-moved":
    case "case-begun":
    case "case-answered":
    case "case-given-up":
    case "case-moved":
    case "case-registered":
    case "claimed":
    case "removed":
    case "chat-moved":
    case "inquired":
    case "addressed":
    case "replied":
      return false;
    default:
      return !isDirectoryEntry(entry);
  }
}

function isDirectoryEntry(entry: Entry): entry is DirectoryLine {
  switch (entry.kind) {
    case "invited":
    case "bound":
    case "unbound":
    case "unreachable":
    case "reachable":
    case "introduced":
      return true;
    default:
      return false;
  }
}

function isCaseEntry(entry: Entry): entry is CaseLine {
  switch (entry.kind) {
    case "case-begun":
    case "case-answered":
    case "case-given-up":
    case "case-moved":
    case "sending":
    case "held-back":
    case "sent":
    case "undeliverable":
    case "dropped":
      return true;
    default:
      return false;
  }
}

function isInquiryEntry(entry: Entry): entry is InquiryLine {
  switch (entry.kind) {
    case "inquired":
    case "addressed":
    case "replied":
    case "sending":
    case "held-back":
    case "sent":
    case "undeliverable":
    case "dropped":
      return true;
    default:
      return false;
  }
}

function isRoundEntry(entry: Entry): entry is RoundLine {
  switch (entry.kind) {
    case "opened":
    case "day-off-decided":
    case "frozen":
    case "came-after":
    case "revised":
    case "locked":
    case "reopened":
    case "sent-up":
    case "sending":
    case "sent":
    case "undeliverable":
    case "held-back":
    case "dropped":
      return true;
    default:
      return false;
  }
}

function isPersonEntry(entry: Entry): entry is PersonLine {
  switch (entry.kind) {
    case "asked":
    case "asked-of-case":
    case "chose-language":
    case "went-on-leave":
    case "leave-cancelled":
      return true;
    default:
      return false;
  }
}
