import type { CaseEntry } from "./case.ts";
import { deliveryKinds } from "./delivery.ts";
import type { DirectoryEntry } from "./directory.ts";
import type { Entry } from "./entry.ts";
import type { GroupEntry } from "./group-chat.ts";
import type { InquiryEntry } from "./inquiry.ts";
import type { GuardEntry } from "./join-guard.ts";
import { newsKinds } from "./news.ts";
import type { PersonEntry } from "./person.ts";
import type { ReportEntry } from "./report-entry.ts";
import type { RoundEntry } from "./round.ts";
import type { SealEntry } from "./seal.ts";

/** The kinds of a document's entries; the compiler asks for every one that the document knows, and for no other. */
type Kinds<E extends { readonly kind: string }> = Readonly<Record<E["kind"], true>>;

const report: Kinds<ReportEntry> = {
  ...deliveryKinds,
  ticked: true,
  chose: true,
  answered: true,
  counted: true,
  proposed: true,
  adopted: true,
  "set-aside": true,
  withdrawn: true,
  unsaid: true,
  attached: true,
  detached: true,
  wrote: true,
  picked: true,
  skipped: true,
  "warned-and-kept": true,
  submitted: true,
  corrected: true,
  restored: true,
  approved: true,
  "sent-back": true,
  "put-off": true,
  tried: true,
};
const round: Kinds<RoundEntry> = {
  ...deliveryKinds,
  opened: true,
  "day-off-decided": true,
  frozen: true,
  "came-after": true,
  revised: true,
  locked: true,
  reopened: true,
  "sent-up": true,
  "put-to-head": true,
  "head-decided": true,
};
const person: Kinds<PersonEntry> = {
  asked: true,
  "asked-of-case": true,
  "chose-language": true,
  "went-on-leave": true,
  "leave-cancelled": true,
};
const caseKinds: Kinds<CaseEntry> = {
  ...deliveryKinds,
  "case-begun": true,
  "case-answered": true,
  "case-given-up": true,
  "case-moved": true,
};
const directory: Kinds<DirectoryEntry> = {
  ...newsKinds,
  invited: true,
  bound: true,
  unbound: true,
  reachable: true,
  unreachable: true,
  introduced: true,
  forgotten: true,
};
const group: Kinds<GroupEntry> = { ...newsKinds, claimed: true, removed: true, "chat-moved": true };
const question: Kinds<InquiryEntry> = { ...deliveryKinds, inquired: true, addressed: true, replied: true };
const seal: Kinds<SealEntry> = { "seal-begun": true, sealed: true, "seal-closed": true };
const door: Kinds<GuardEntry> = { ...newsKinds, "code-refused": true, "code-taken": true };

/** Which entries may stand in which kind of document; documents with a single kind of entry are not listed. */
export const kindsIn = { report, round, person, case: caseKinds, directory, group, question, seal, door };

/** Whether an entry is one of these kinds. */
export function belongs<K extends Entry["kind"]>(
  entry: Entry,
  kinds: Readonly<Record<K, true>>,
): entry is Extract<Entry, { readonly kind: K }> {
  return Object.hasOwn(kinds, entry.kind);
}
