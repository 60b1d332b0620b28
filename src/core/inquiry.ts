import { type Deliveries, type DeliveryEntry, deliver, freeFrom, isDelivery, isMessageOf } from "./delivery.ts";
import type { DocKey, FlowId, Origin, PersonId, RoundId, UnitId } from "./entry.ts";
import type { Address } from "./message.ts";
import { type Duration, HOUR, type Instant } from "./time.ts";

/** What was asked and what was answered lie beside the entries, as everything does that people write. */
export type InquiryEntry =
  | {
      readonly kind: "inquired";
      /** Where it stands among all that was asked, from 1; the later entries say by it which question they are of. */
      readonly number: number;
      /** The number that people know it by, where it went to a unit at once. */
      readonly knownAs?: number;
      readonly round: RoundId;
      /** Where it was asked, and the platform's id of the message that asked: the answer goes back there. */
      readonly chat: Address;
      readonly message: string;
      /** Whom it goes to; absent where that could not be told from the words. */
      readonly unit?: UnitId;
      /** The figure that it is about, as buttons name it. */
      readonly figure?: string;
    }
  | { readonly kind: "addressed"; readonly number: number; readonly knownAs?: number; readonly unit: UnitId }
  | { readonly kind: "replied"; readonly number: number }
  | DeliveryEntry;

/** A question that somebody asked a unit, and how it stands. */
export type Inquiry = {
  /** Where it stands among all that was asked, from 1. */
  readonly place: number;
  /** The number that people know it by; absent until it goes to a unit, so that none is spent on what goes to nobody. */
  readonly number?: number;
  readonly round: RoundId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly chat: Address;
  readonly message: string;
  readonly figure?: string;
  /** Whom it went to, and since when it waits there. */
  readonly unit?: UnitId;
  readonly since?: Instant;
  /** When it was answered, each time. */
  readonly replies: readonly Instant[];
};

/** A question that went to a unit. */
export type PassedOn = Inquiry & Required<Pick<Inquiry, "number" | "unit" | "since">>;

/** The question as one that went to a unit; undefined where it did not. */
export function passedOn(inquiry: Inquiry): PassedOn | undefined {
  const { number, unit, since } = inquiry;
  if (number === undefined || unit === undefined || since === undefined) return undefined;
  return { ...inquiry, number, unit, since };
}

/** Every question of a flow's rounds, oldest first. */
export type Inquiries = { readonly flow: FlowId; readonly all: readonly Inquiry[]; readonly deliveries: Deliveries };

/** The questions that went out about a flow. */
export const inquiryKey = (flow: FlowId): DocKey => `question/${flow}`;

/** The questions of a flow before the first. */
export function emptyInquiries(flow: FlowId): Inquiries {
  return { flow, all: [], deliveries: {} };
}

/** The questions after one more entry. */
export function evolveInquiries(inquiries: Inquiries, entry: Origin & InquiryEntry): Inquiries {
  if (isDelivery(entry)) return { ...inquiries, deliveries: deliver(inquiries.deliveries, entry, entry.at) };
  switch (entry.kind) {
    case "inquired": {
      const { number: place, knownAs = place, round, chat, message, unit, figure, by, at } = entry;
      const asked: Inquiry = {
        ...{ place, round, chat, message, by, at, replies: [] },
        ...(figure === undefined ? {} : { figure }),
        ...(unit === undefined ? {} : { unit, since: at, number: knownAs }),
      };
      return { ...inquiries, all: [...inquiries.all, asked] };
    }
    case "addressed": {
      const { number: place, knownAs = place, unit, at } = entry;
      return changed(inquiries, place, (each) => ({ ...each, unit, since: at, number: knownAs }));
    }
    case "replied":
      return changed(inquiries, entry.number, (each) => ({ ...each, replies: [...each.replies, entry.at] }));
  }
}

function changed(inquiries: Inquiries, place: number, by: (each: Inquiry) => Inquiry): Inquiries {
  return { ...inquiries, all: inquiries.all.map((each) => (each.place === place ? by(each) : each)) };
}

/** The number that the next question to go to a unit is known by: they begin at 1, and none is left out. */
export function nextNumber(all: readonly Inquiry[]): number {
  return 1 + Math.max(0, ...all.map(({ number = 0 }) => number));
}

/** A question that nobody answered for so long is told to the coordinator. */
const PATIENCE: Duration = 24 * HOUR;

/** What is to be sent about a question: to the unit, back to whoever asked (once for each answer), to the coordinator. */
export type InquiryDuty = {
  readonly key: string;
  readonly inquiry: PassedOn;
  /** From when it is owed; a lease that runs puts it off. */
  readonly from: Instant;
} & ({ readonly kind: "pass" } | { readonly kind: "back"; readonly reply: number } | { readonly kind: "unanswered" });

/** Everything that is owed about the questions of a flow, now or later. */
export function inquiryDuties({ flow, all, deliveries }: Inquiries): readonly InquiryDuty[] {
  return all.flatMap((asked): readonly InquiryDuty[] => {
    const inquiry = passedOn(asked);
    if (!inquiry) return [];
    const { place, since, replies } = inquiry;
    const key = (what: string) => `question/${flow}/${place}/${what}`;
    const passed: InquiryDuty = { kind: "pass", key: passKey(flow, inquiry), inquiry, from: since };
    const back = replies.map(
      (at, reply): InquiryDuty => ({ kind: "back", key: key(`back/${reply}`), inquiry, from: at, reply }),
    );
    const waits: readonly InquiryDuty[] =
      replies.length === 0 ? [{ kind: "unanswered", key: key("unanswered"), inquiry, from: since + PATIENCE }] : [];
    return [passed, ...back, ...waits].flatMap((duty) => {
      const free = freeFrom(deliveries[duty.key]);
      return free === undefined ? [] : [{ ...duty, from: Math.max(duty.from, free) }];
    });
  });
}

/** The delivery that brings a question to the unit that it is for. */
export function passKey(flow: FlowId, { place, unit }: Inquiry): string {
  return `question/${flow}/${place}/pass/${unit ?? ""}`;
}

/** The question that a message of the bot brought to a unit, by its chat and the platform's id of that message. */
export function broughtBy(
  { flow, all, deliveries }: Inquiries,
  unit: UnitId,
  chat: Address,
  message: string,
): Inquiry | undefined {
  return all.find((inquiry) => inquiry.unit === unit && isMessageOf(deliveries[passKey(flow, inquiry)], chat, message));
}
