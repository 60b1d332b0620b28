import { type Case, emptyCase, evolveCase } from "./case.ts";
import { type Directory, emptyDirectory, evolveDirectory } from "./directory.ts";
import type { DocKey, Entry } from "./entry.ts";
import { belongs, kindsIn } from "./entry-kinds.ts";
import { emptyInstalled, evolveInstalled, type InstalledFlow } from "./flow/installed.ts";
import { emptyGroupChat, evolveGroupChat, type GroupChat } from "./group-chat.ts";
import { emptyInquiries, evolveInquiries, type Inquiries } from "./inquiry.ts";
import { evolveGuard, type Guard, openGuard } from "./join-guard.ts";
import { emptyPerson, evolvePerson, type Person } from "./person.ts";
import { emptyRegister, evolveRegister, type Register } from "./register.ts";
import { emptyReport, evolveReport, type Report } from "./report.ts";
import { type ClockDoc, emptyRound, evolveRound, type Round } from "./round.ts";
import { evolveSeals, noSeals, type Seals } from "./seal.ts";

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
  | { readonly kind: "question"; readonly doc: Inquiries }
  | { readonly kind: "seal"; readonly doc: Seals }
  | { readonly kind: "door"; readonly doc: Guard };

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
    case "seal":
      return { kind, doc: noSeals };
    case "door":
      return { kind, doc: openGuard };
    default:
      throw new Error(`no such kind of document: ${key}`);
  }
}

/** The document after one more entry. Throws where the entry cannot belong to it. */
export function evolve(doc: Doc, entry: Entry): Doc {
  switch (doc.kind) {
    case "report":
      if (belongs(entry, kindsIn.report)) return { kind: "report", doc: evolveReport(doc.doc, entry) };
      break;
    case "round":
      if (belongs(entry, kindsIn.round)) return { kind: "round", doc: evolveRound(doc.doc, entry) };
      break;
    case "person":
      if (belongs(entry, kindsIn.person)) return { kind: "person", doc: evolvePerson(doc.doc, entry) };
      break;
    case "flow":
      if (entry.kind === "installed") return { kind: "flow", doc: evolveInstalled(doc.doc, entry) };
      break;
    case "case":
      if (belongs(entry, kindsIn.case)) return { kind: "case", doc: evolveCase(doc.doc, entry) };
      break;
    case "register":
      if (entry.kind === "case-registered") return { kind: "register", doc: evolveRegister(doc.doc, entry) };
      break;
    case "clock":
      if (entry.kind === "clock-moved")
        return { kind: "clock", doc: { position: Math.max(doc.doc.position, entry.to) } };
      break;
    case "directory":
      if (belongs(entry, kindsIn.directory)) return { kind: "directory", doc: evolveDirectory(doc.doc, entry) };
      break;
    case "group":
      if (belongs(entry, kindsIn.group)) return { kind: "group", doc: evolveGroupChat(doc.doc, entry) };
      break;
    case "question":
      if (belongs(entry, kindsIn.question)) return { kind: "question", doc: evolveInquiries(doc.doc, entry) };
      break;
    case "seal":
      if (belongs(entry, kindsIn.seal)) return { kind: "seal", doc: evolveSeals(doc.doc, entry) };
      break;
    case "door":
      if (belongs(entry, kindsIn.door)) return { kind: "door", doc: evolveGuard(doc.doc, entry) };
      break;
  }
  throw new Error(`an entry "${entry.kind}" cannot stand in a ${doc.kind}`);
}
