import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { type Inquiry, inquiryKey, nextNumber, type PassedOn, passedOn, passKey } from "../../core/inquiry.ts";
import { type Choice, type Say, sentence, type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { figuresInRows, figuresNamed, figureWords, measuredIn } from "../../core/table/figure.ts";
import { asksSomething, unitMisspelt } from "../../core/table/question.ts";
import { spot } from "../../core/table/reader.ts";
import { type About, originOf } from "../about.ts";
import { inquiriesIn, readInquiries } from "../documents.ts";
import { examplesFor } from "../examples.ts";
import type { House } from "../house.ts";
import { commandChoice } from "./asking.ts";
import { howToAsk } from "./how-to-ask.ts";
import { deliverInquiries } from "./inquiry-deliveries.ts";
import { type Meant, unitsMeant } from "./inquiry-meant.ts";
import { readingOf } from "./inquiry-reading.ts";
import { flowsOf, type InquiryRef, inquiryRef } from "./inquiry-ref.ts";
import { inquirySay } from "./inquiry-words.ts";

/** The message that asks or answers. */
export type Given = Pick<About, "id" | "channel" | "chat" | "at" | "sentAt">;

/** So many units are offered where the words do not say which is meant. */
const OFFERED = 6;

/** Takes a question down and brings it to the unit that it is for; where that cannot be told, asks which. */
export async function inquire(
  house: House,
  member: Member,
  words: string,
  about: Given,
  posted?: Round,
): Promise<readonly Say[]> {
  const read = readingOf(house, member, posted);
  if (!read) return [sentence({ key: "inquiry-no-round" })];
  const { flow, rounds, vocabulary, only } = read;
  const named = spot(words, vocabulary);
  const misspelt = unitMisspelt(words, named, vocabulary);
  if (!asksSomething(misspelt ? words.replace(misspelt.part, "") : words, vocabulary))
    return [sentence({ key: "inquiry-what", args: examplesFor(house, member) })];
  const terms = [...named, ...(misspelt?.near ?? [])];
  const figures = measuredIn(words, figuresNamed(flow, terms));
  const figure = figures.length === 1 ? figures[0] : undefined;
  const { round, units } = await unitsMeant(
    house,
    flow,
    rounds,
    terms,
    figures.length > 0 ? figures : figuresInRows(terms),
    only,
  );
  if (units.length === 0) return [howToAsk(house, member)];
  const [unit, ...others] = units;
  const message = about.id.slice(`${about.chat.channel}/${about.chat.id}/`.length);
  const key = inquiryKey(flow.id);
  let inquiry: Inquiry | undefined;
  const docs = await house.store.change([key], (before) => {
    const { all } = inquiriesIn(before, key);
    inquiry = all.find((each) => each.message === message && each.chat.id === about.chat.id);
    // A message that is given again asks nothing twice.
    if (inquiry) return [];
    const { chat } = about;
    const origin = { ...originOf(about), by: member.id, aside: { words } };
    const alone = others.length === 0 && !misspelt;
    const whom = unit && alone ? { unit: unit.unit, knownAs: nextNumber(all) } : {};
    const what = figure ? { figure: figureWords(figure) } : {};
    const entry = {
      kind: "inquired",
      number: all.length + 1,
      round: round.round,
      chat,
      message,
      ...whom,
      ...what,
    } as const;
    return [{ key, entry: { ...origin, ...entry } }];
  });
  inquiry ??= inquiriesIn(docs, key).all.at(-1);
  if (!inquiry) return [];
  const passed = passedOn(inquiry);
  return [passed ? await bring(house, flow, passed) : whichUnit(house, flow, inquiry, units, misspelt?.part)];
}

/** Brings a question to its unit, and says whether it got there. */
async function bring(house: House, flow: Flow, inquiry: PassedOn): Promise<Say> {
  await deliverInquiries(house);
  const { deliveries } = await readInquiries(house.store, flow.id);
  const lost = deliveries[passKey(flow.id, inquiry)]?.state === "undeliverable";
  return inquirySay(house, lost ? "inquiry-unreachable" : "inquiry-passed", inquiry);
}

function whichUnit(house: House, flow: Flow, inquiry: Inquiry, units: readonly Meant[], part: string | undefined): Say {
  const choices: readonly Choice<Text>[] = units.slice(0, OFFERED).flatMap(({ unit, figure }) => {
    const name = textOf(house.people.unit(unit).short);
    const label: Text = figure === undefined ? name : { join: [name, String(figure)] };
    return commandChoice(label, "ask", `#${inquiryRef(flow, inquiry.place)} u.${unit}`);
  });
  return {
    blocks: [
      {
        kind: "text",
        text: part === undefined ? { key: "inquiry-which" } : { key: "inquiry-which-meant", args: { part } },
      },
      { kind: "choices", choices },
    ],
  };
}

/** Sends a question that was taken down to the unit that was chosen for it. */
export async function address(
  house: House,
  member: Member,
  ref: InquiryRef,
  unit: UnitId,
  about: Given,
): Promise<readonly Say[]> {
  const { number: place } = ref;
  for (const { flow } of flowsOf(house.flows, ref)) {
    const key = inquiryKey(flow.id);
    const docs = await house.store.change([key], (before) => {
      const { all } = inquiriesIn(before, key);
      const inquiry = all.find((each) => each.place === place);
      const mine = inquiry?.by === member.id && inquiry.unit === undefined && house.people.oversees(member, unit);
      const origin = { ...originOf(about), by: member.id };
      return mine
        ? [{ key, entry: { ...origin, kind: "addressed", number: place, knownAs: nextNumber(all), unit } }]
        : [];
    });
    const inquiry = inquiriesIn(docs, key).all.find((each) => each.place === place);
    const passed = inquiry && passedOn(inquiry);
    if (passed) return [await bring(house, flow, passed)];
  }
  return [sentence({ key: "inquiry-none", args: { number: place } })];
}
