import { type Deliveries, type DeliveryEntry, deliver, isDelivery } from "./delivery.ts";
import type { FlowId, Origin, PersonId, UnitId } from "./entry.ts";
import type { Instant } from "./time.ts";

/** A case's id: eight hex digits, from the message that began it. */
export type CaseId = string;

/** An answer to a question of a case flow, told apart by `kind`. */
export type CaseAnswer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "option"; readonly option: string }
  /** A calendar day, 2020-05-29. */
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "unit"; readonly unit: UnitId }
  | {
      readonly kind: "file";
      readonly hash: string;
      readonly name: string;
      readonly size: number;
      readonly type: string;
      /** What was written under it. */
      readonly words?: string;
    }
  | { readonly kind: "yes" }
  | { readonly kind: "skipped" };
export type CaseAnswers = Readonly<Record<string, CaseAnswer>>;

/** Whom a move is told to, as it stood when it was made: whoever comes later is not told of old moves. */
export type Recipient = { readonly person: PersonId } | { readonly group: string };

export type CaseEntry =
  | { readonly kind: "case-begun"; readonly unit: UnitId; readonly flowHash: string }
  /** One answer on the way to a move; nothing has moved yet. */
  | { readonly kind: "case-answered"; readonly move: string; readonly question: string; readonly answer: CaseAnswer }
  /** What was being answered is given up: the case stands as before, one that was never opened is no more. */
  | { readonly kind: "case-given-up"; readonly move: string }
  | {
      readonly kind: "case-moved";
      readonly move: string;
      /** The state after it; absent where the case stays where it is. */
      readonly to?: string;
      readonly answers: CaseAnswers;
      readonly tells: readonly Recipient[];
      readonly mark?: { readonly id: string; readonly set: boolean };
      /** The number that the opening gives. */
      readonly number?: number;
    }
  | DeliveryEntry;

/** One step of a case's whole way. */
export type CaseStep = {
  readonly move: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly to?: string;
  readonly answers: CaseAnswers;
  readonly tells: readonly Recipient[];
};

/** A matter of a case flow: the fold of its entries. */
export type Case = {
  readonly flow: FlowId;
  readonly case: CaseId;
  readonly stage:
    | { readonly kind: "none" }
    | { readonly kind: "draft" }
    | { readonly kind: "given-up" }
    | { readonly kind: "opened"; readonly number: number; readonly state: string; readonly since: Instant };
  readonly unit: UnitId;
  readonly flowHash: string;
  readonly answers: CaseAnswers;
  readonly marks: readonly string[];
  readonly trail: readonly CaseStep[];
  /** What people are in the middle of answering, by person. */
  readonly pending: Readonly<Record<PersonId, { readonly move: string; readonly answers: CaseAnswers }>>;
  readonly deliveries: Deliveries;
  /** Where it was told: `channel/chat/message`, so that a reply finds its case. */
  readonly messages: readonly string[];
};

/** A case before its first entry: it has not been opened. */
export function emptyCase(flow: FlowId, id: CaseId): Case {
  return {
    flow,
    case: id,
    stage: { kind: "none" },
    unit: "",
    flowHash: "",
    answers: {},
    marks: [],
    trail: [],
    pending: {},
    deliveries: {},
    messages: [],
  };
}

/** The case after one more entry. */
export function evolveCase(doc: Case, entry: Origin & CaseEntry): Case {
  if (isDelivery(entry)) {
    const deliveries = deliver(doc.deliveries, entry, entry.at);
    const messages = entry.kind === "sent" ? [...doc.messages, `${entry.to}/${entry.message}`] : doc.messages;
    return { ...doc, deliveries, messages };
  }
  switch (entry.kind) {
    case "case-begun":
      return { ...doc, stage: { kind: "draft" }, unit: entry.unit, flowHash: entry.flowHash };
    case "case-answered": {
      const before = doc.pending[entry.by];
      const answers = before?.move === entry.move ? before.answers : {};
      const pending = { move: entry.move, answers: { ...answers, [entry.question]: entry.answer } };
      return { ...doc, pending: { ...doc.pending, [entry.by]: pending } };
    }
    case "case-given-up": {
      const stage = doc.stage.kind === "draft" ? ({ kind: "given-up" } as const) : doc.stage;
      return { ...doc, stage, pending: without(doc.pending, entry.by) };
    }
    case "case-moved":
      return moved(doc, entry);
  }
}

function moved(doc: Case, entry: Origin & Extract<CaseEntry, { kind: "case-moved" }>): Case {
  const { move, to, answers, tells, mark, number, by, at } = entry;
  const step: CaseStep = { move, by, at, answers, tells, ...(to === undefined ? {} : { to }) };
  const marks = mark ? [...doc.marks.filter((id) => id !== mark.id), ...(mark.set ? [mark.id] : [])] : doc.marks;
  return {
    ...doc,
    stage: stageAfter(doc, at, to, number),
    answers: { ...doc.answers, ...answers },
    marks,
    trail: [...doc.trail, step],
    pending: without(doc.pending, by),
  };
}

function stageAfter({ stage }: Case, at: Instant, to: string | undefined, number: number | undefined): Case["stage"] {
  if (to === undefined) return stage;
  return { kind: "opened", state: to, since: at, number: number ?? (stage.kind === "opened" ? stage.number : 0) };
}

function without(pending: Case["pending"], person: PersonId): Case["pending"] {
  const { [person]: _done, ...rest } = pending;
  return rest;
}
