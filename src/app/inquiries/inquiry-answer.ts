import type { Flow } from "../../core/flow/flow.ts";
import { broughtBy, inquiryKey } from "../../core/inquiry.ts";
import { type Inbound, type Say, sentence } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import { originOf } from "../about.ts";
import { readInquiries } from "../documents.ts";
import type { House } from "../house.ts";
import { reporting } from "../rights.ts";
import { commandChoice } from "./asking.ts";
import type { Given } from "./inquire.ts";
import { deliverInquiries } from "./inquiry-deliveries.ts";
import { flowsOf, type InquiryRef, inquiryRef } from "./inquiry-ref.ts";

/** A liaison's reply to the message that brought a question: its answer, and nothing to do with the open screen. */
export async function repliedTo(
  house: House,
  member: Member,
  inbound: Extract<Inbound, { kind: "said" }>,
  about: Given,
): Promise<readonly Say[] | undefined> {
  const { answers, text } = inbound;
  if (answers === undefined || !reporting.includes(member.role)) return undefined;
  for (const { flow } of house.flows) {
    const inquiry = broughtBy(await readInquiries(house.store, flow.id), member.unit, inbound.chat, answers);
    if (inquiry?.number !== undefined)
      return answer(house, member, { code: flow.code, number: inquiry.number }, text, about);
  }
  return undefined;
}

/** Takes an answer to a question of the person's unit down, and brings it back to where it was asked. */
export async function answer(
  house: House,
  member: Member,
  ref: InquiryRef,
  words: string,
  about: Given,
): Promise<readonly Say[]> {
  const { code, number } = ref;
  const having: { readonly flow: Flow; readonly place: number }[] = [];
  for (const { flow } of flowsOf(house.flows, ref)) {
    const { all } = await readInquiries(house.store, flow.id);
    const asked = all.find((each) => each.number === number && each.unit === member.unit);
    if (asked) having.push({ flow, place: asked.place });
  }
  const [only, ...others] = having;
  if (!only) return [sentence({ key: "inquiry-none", args: { number } })];
  const { flow, place } = only;
  if (others.length > 0)
    return [
      whichReturn(
        having.map((each) => each.flow),
        number,
        words.trim(),
      ),
    ];
  if (words.trim() === "") {
    const named = code === undefined ? String(number) : inquiryRef(flow, number);
    return [sentence({ key: "inquiry-answer-how", args: { number: named } })];
  }
  const key = inquiryKey(flow.id);
  const known = (await house.store.history(key)).some(({ entry }) => entry.id === about.id);
  const origin = { ...originOf(about), by: member.id, aside: { words } };
  if (!known) await house.store.change([key], () => [{ key, entry: { ...origin, kind: "replied", number: place } }]);
  await deliverInquiries(house);
  return [sentence({ key: "inquiry-answered", args: { number } })];
}

/** Asks which return's question was answered; words that no button can carry are asked for again, behind its name. */
function whichReturn(flows: readonly Flow[], number: number, words: string): Say {
  const choices = flows.flatMap((flow) => {
    const [label, named] = [{ label: flow.name }, inquiryRef(flow, number)];
    const [whole] = commandChoice(label, "answer", `${named} ${words}`.trim());
    return whole ?? commandChoice(label, "answer", named);
  });
  return {
    blocks: [
      { kind: "text", text: { key: "inquiry-answer-whose", args: { number } } },
      { kind: "choices", choices },
    ],
  };
}
