import { accountOf } from "../../core/directory.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { type Inquiry, type InquiryDuty, inquiryDuties, inquiryKey, type PassedOn } from "../../core/inquiry.ts";
import type { Address, Block, Text } from "../../core/message.ts";
import { textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Language } from "../../wording/wording.ts";
import { alone } from "../deliveries/alone.ts";
import { giveUp, lease, record, sendToFirst } from "../deliveries/delivery.ts";
import { coordinatorsOf } from "../deliveries/publish.ts";
import { readInquiries } from "../documents.ts";
import { type House, languageOf } from "../house.ts";
import { sideBySide } from "../lanes.ts";
import { type Reached, reachable, reportersNow } from "../people/reporter.ts";
import { reading } from "../rights.ts";
import { send } from "../speak.ts";
import { inquiryRef } from "./inquiry-ref.ts";
import { askerOf, figureLine, inquiryWords } from "./inquiry-words.ts";

/** Deliveries about questions at once; those about one question go one after the other, in order. */
const AT_ONCE = 16;

/** Sends everything that is owed about questions now: to units, back to those who asked, to the coordinator. */
export async function deliverInquiries(house: House): Promise<void> {
  for (const { flow } of house.flows) await alone(house, inquiryKey(flow.id), () => deliverInquiriesOf(house, flow));
}

async function deliverInquiriesOf(house: House, flow: Flow): Promise<void> {
  const due = inquiryDuties(await readInquiries(house.store, flow.id)).filter(({ from }) => from <= house.clock.now());
  const each = new Map<number, InquiryDuty[]>();
  for (const duty of due) each.set(duty.inquiry.place, [...(each.get(duty.inquiry.place) ?? []), duty]);
  await sideBySide([...each.values()], AT_ONCE, async (duties) => {
    for (const duty of duties) await deliverOne(house, flow, duty);
  });
}

type Reader = {
  readonly to: Address;
  readonly key: string;
  readonly member?: Member;
  /** Reads it because whoever asked may not read it any more. */
  readonly instead?: true;
};

async function deliverOne(house: House, flow: Flow, duty: InquiryDuty): Promise<void> {
  const doc = inquiryKey(flow.id);
  const again = await lease(house, doc, duty.key);
  if (!again) return;
  const outcome = await sendToFirst(house, duty.key, await readersOf(house, flow, duty), async (reader) => {
    const { to, key, member, instead } = reader;
    const language = member ? await languageOf(house, member) : house.language;
    const lead: readonly Block<Text>[] = instead ? [{ kind: "text", text: { key: "inquiry-back-instead" } }] : [];
    const blocks = [...lead, ...(await blocksOf(house, flow, duty, language))];
    const { chat, message } = duty.inquiry;
    const answers = duty.kind === "back" && accountOf(to) === accountOf(chat) ? { answers: message } : {};
    return send(house, { key, to, language, blocks, ...answers, ...again });
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
  const coordinators = () => reachable(house, coordinatorsOf(house, flow)).map(each);
  switch (kind) {
    case "pass":
      return (await reportersNow(house, inquiry.unit ?? "")).map(each);
    case "back":
      return askersOf(house, inquiry, key) ?? coordinators().map((reader) => ({ ...reader, instead: true }));
    case "unanswered":
      return coordinators();
  }
}

/**
 * Where an answer goes back to: the chat that asked while it is a group's or still the asker's own, else wherever the
 * asker is reached now; undefined where they left, or may not read the unit's figures any more.
 */
function askersOf(house: House, { chat, by, unit }: Inquiry, key: string): readonly Reader[] | undefined {
  const { people } = house;
  if (people.groupAt(chat)) return [{ to: chat, key }];
  const asker = people.member(by);
  if (!asker || !reading.includes(asker.role) || !people.oversees(asker, unit ?? "")) return undefined;
  if (people.memberAt(chat)?.id === by) return [{ to: chat, key, member: asker }];
  const elsewhere = reachable(house, [asker]).map((reached): Reader => ({ ...reached, key: `${key}/${by}` }));
  return elsewhere.length > 0 ? elsewhere : undefined;
}

async function blocksOf(
  house: House,
  flow: Flow,
  duty: InquiryDuty,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const { inquiry } = duty;
  const words = (await inquiryWords(house, flow.id)).get(inquiry.place);
  const question = words?.question ?? "";
  const { number } = inquiry;
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
        answerForm(flow, inquiry),
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

function answerForm(flow: Flow, inquiry: PassedOn): Block<Text> {
  const example = { key: "inquiry-answer-example" };
  const input = { name: "answer", label: { key: "inquiry-answer" }, placeholder: example, lines: 3 };
  return {
    kind: "inputs",
    action: `cmd:answer:${inquiryRef(flow, inquiry.number)}`,
    submit: { key: "inquiry-answer" },
    inputs: [input],
  };
}
