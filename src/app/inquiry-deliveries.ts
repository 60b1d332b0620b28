import type { Flow } from "../core/flow/flow.ts";
import { type Inquiry, type InquiryDuty, inquiryDuties, inquiryKey } from "../core/inquiry.ts";
import type { Address, Block, Text } from "../core/message.ts";
import { textOf } from "../core/message.ts";
import type { Language } from "../wording/wording.ts";
import { attempt, giveUp, isFree, record } from "./delivery.ts";
import { inquiriesIn, readInquiries } from "./documents.ts";
import { type House, languageOf } from "./house.ts";
import { askerOf, figureLine, inquiryWords } from "./inquiry-words.ts";
import { coordinatorsOf } from "./publish.ts";
import { reachable, reportersNow } from "./reporter.ts";
import { send } from "./speak.ts";

/** Sends everything that is owed about questions now: to units, back to those who asked, to the coordinator. */
export async function deliverInquiries(house: House): Promise<void> {
  for (const { flow } of house.flows) {
    const due = inquiryDuties(await readInquiries(house.store, flow.id));
    for (const duty of due) if (duty.from <= house.clock.now()) await deliverOne(house, flow, duty);
  }
}

type Reader = { readonly to: Address; readonly language: Language };

async function deliverOne(house: House, flow: Flow, duty: InquiryDuty): Promise<void> {
  const doc = inquiryKey(flow.id);
  const now = house.clock.now();
  let mine = false;
  await house.store.change([doc], (docs) => {
    const before = inquiriesIn(docs, doc).deliveries[duty.key];
    mine = isFree(before, now);
    return mine ? [{ key: doc, entry: attempt(now, duty.key, before) }] : [];
  });
  if (!mine) return;
  const reader = await readerOf(house, flow, duty);
  if (!reader) return giveUp(house, doc, duty.key, "no-address");
  const { to, language } = reader;
  const blocks = await blocksOf(house, flow, duty, language);
  const answers = duty.kind === "back" ? { answers: duty.inquiry.message } : {};
  const sent = await send(house, { key: duty.key, to, language, blocks, ...answers });
  await record(house, doc, duty.key, to, sent);
}

async function readerOf(house: House, flow: Flow, { kind, inquiry }: InquiryDuty): Promise<Reader | undefined> {
  switch (kind) {
    case "pass": {
      const [first] = await reportersNow(house, inquiry.unit ?? "");
      return first && { to: first.to, language: await languageOf(house, first.member) };
    }
    case "back": {
      const { chat } = inquiry;
      // A private chat is spoken to in the asker's language, a group in the house's.
      const asker = house.people.memberAt(chat);
      return { to: chat, language: asker ? await languageOf(house, asker) : house.language };
    }
    case "unanswered": {
      const [first] = reachable(house, coordinatorsOf(house, flow));
      return first && { to: first.to, language: await languageOf(house, first.member) };
    }
  }
}

async function blocksOf(
  house: House,
  flow: Flow,
  duty: InquiryDuty,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const { inquiry } = duty;
  const words = (await inquiryWords(house, flow.id)).get(inquiry.number);
  const question = words?.question ?? "";
  const number = inquiry.number;
  const unit = textOf(house.people.unit(inquiry.unit ?? "").short);
  const say = (key: string, args: Readonly<Record<string, Text | number>>): Block<Text> => ({
    kind: "text",
    text: { key, args },
  });
  switch (duty.kind) {
    case "pass":
      return [
        { kind: "heading", text: { key: "inquiry-heading", args: { number } } },
        say("inquiry-asks", { who: askerOf(house, inquiry, language), question }),
        ...(await figureLine(house, flow, inquiry)),
        say("inquiry-how", { number }),
        answerForm(inquiry),
      ];
    case "back":
      return [
        { kind: "heading", text: { key: "inquiry-back", args: { number, unit } } },
        say("inquiry-said", { words: words?.answers[duty.reply] ?? "" }),
        say("inquiry-question", { question }),
        ...(await figureLine(house, flow, inquiry)),
      ];
    case "unanswered":
      return [say("inquiry-unanswered", { number, unit, question })];
  }
}

function answerForm({ number }: Inquiry): Block<Text> {
  const example = { key: "inquiry-answer-example" };
  const input = { name: "answer", label: { key: "inquiry-answer" }, placeholder: example, lines: 3 };
  return { kind: "inputs", action: `cmd:answer:${number}`, submit: { key: "inquiry-answer" }, inputs: [input] };
}
