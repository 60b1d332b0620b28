import { isInDoubt } from "../core/delivery.ts";
import type { Flow } from "../core/flow/flow.ts";
import { type Inquiry, type InquiryDuty, inquiryDuties, inquiryKey } from "../core/inquiry.ts";
import type { Address, Block, Text } from "../core/message.ts";
import { textOf } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { Language } from "../wording/wording.ts";
import { attempt, giveUp, isFree, record, sendToFirst } from "./delivery.ts";
import { inquiriesIn, readInquiries } from "./documents.ts";
import { type House, languageOf } from "./house.ts";
import { askerOf, figureLine, inquiryWords } from "./inquiry-words.ts";
import { coordinatorsOf } from "./publish.ts";
import { type Reached, reachable, reportersNow } from "./reporter.ts";
import { send } from "./speak.ts";

/** Sends everything that is owed about questions now: to units, back to those who asked, to the coordinator. */
export async function deliverInquiries(house: House): Promise<void> {
  for (const { flow } of house.flows) {
    const due = inquiryDuties(await readInquiries(house.store, flow.id));
    for (const duty of due) if (duty.from <= house.clock.now()) await deliverOne(house, flow, duty);
  }
}

type Reader = { readonly to: Address; readonly key: string; readonly member?: Member };

async function deliverOne(house: House, flow: Flow, duty: InquiryDuty): Promise<void> {
  const doc = inquiryKey(flow.id);
  const now = house.clock.now();
  let [mine, repeat] = [false, false];
  await house.store.change([doc], (docs) => {
    const before = inquiriesIn(docs, doc).deliveries[duty.key];
    mine = isFree(before, now);
    repeat = isInDoubt(before);
    return mine ? [{ key: doc, entry: attempt(now, duty.key, before) }] : [];
  });
  if (!mine) return;
  const answers = duty.kind === "back" ? { answers: duty.inquiry.message } : {};
  const outcome = await sendToFirst(house, duty.key, await readersOf(house, flow, duty), async (reader) => {
    const { to, key } = reader;
    const language = reader.member ? await languageOf(house, reader.member) : house.language;
    const again = repeat && key === duty.key ? ({ repeat: true } as const) : {};
    return send(house, {
      key,
      to,
      language,
      blocks: await blocksOf(house, flow, duty, language),
      ...answers,
      ...again,
    });
  });
  if (outcome) await record(house, doc, duty.key, outcome.reader.to, outcome.sent);
  else await giveUp(house, doc, duty.key, "no-address");
}

/** Who is to read it, the first of them first: the others where the platform takes it for nobody before them. */
async function readersOf(house: House, flow: Flow, { kind, key, inquiry }: InquiryDuty): Promise<readonly Reader[]> {
  // A message to somebody else is another message to the platform, though it is one question to us.
  const each = ({ member, to }: Reached, index: number): Reader => ({
    to,
    member,
    key: index === 0 ? key : `${key}/${member.id}`,
  });
  switch (kind) {
    case "pass":
      return (await reportersNow(house, inquiry.unit ?? "")).map(each);
    case "back": {
      const { chat } = inquiry;
      // A private chat is spoken to in the asker's language, a group in the house's.
      const asker = house.people.memberAt(chat);
      return [{ to: chat, key, ...(asker ? { member: asker } : {}) }];
    }
    case "unanswered":
      return reachable(house, coordinatorsOf(house, flow)).map(each);
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
