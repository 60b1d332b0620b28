import type { Block, Say, Text } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import { readInquiries, readPerson } from "../documents.ts";
import type { House } from "../house.ts";
import { commandChoice } from "./asking.ts";
import { inquiryRef } from "./inquiry-ref.ts";

/** What the interview says first to words that answer nothing of the report. */
const notUnderstood = [
  "interview-not-asked",
  "interview-unread",
  "review-unclear",
  "review-unclear-open",
  "review-unclear-sent",
];

/**
 * What was said to words that the report could not take, with the question put instead whether they answer what a leader
 * asked the unit, where one such question is open: one press brings them back. As it was in any other case.
 */
export async function perhapsAnswer(
  house: House,
  member: Member,
  words: string,
  says: readonly Say[],
): Promise<readonly Say[]> {
  const [first] = says;
  const [lead, ...rest] = first?.blocks ?? [];
  if (!first || lead?.kind !== "text" || !isKey(lead.text, notUnderstood)) return says;
  const open = await openFor(house, member);
  const [ref, another] = open;
  if (!ref || another) return says;
  const asked = perhaps(ref.number, ref.named, words.trim().replace(/\s+/g, " "));
  // A receipt below would hide the question; what is still to be filled in stays.
  const { prompt } = await readPerson(house.store, member.id);
  return [{ ...first, blocks: prompt ? [...asked, ...rest] : asked }, ...says.slice(1)];
}

function perhaps(number: number, named: string, words: string): readonly Block<Text>[] {
  const choices = commandChoice({ key: "inquiry-perhaps-yes", args: { number } }, "answer", `${named} ${words}`);
  const key = choices.length > 0 ? "inquiry-perhaps" : "inquiry-perhaps-long";
  const text: Block<Text> = { kind: "text", text: { key, args: { number } } };
  return choices.length > 0 ? [text, { kind: "choices", choices }] : [text];
}

/** The questions that were passed to the person's unit and that nobody has answered. */
async function openFor(
  house: House,
  member: Member,
): Promise<readonly { readonly number: number; readonly named: string }[]> {
  const read = await Promise.all(
    house.flows.map(async ({ flow }) => {
      const { all } = await readInquiries(house.store, flow.id);
      return all
        .filter(({ unit, replies }) => unit === member.unit && replies.length === 0)
        .flatMap(({ number }) => (number === undefined ? [] : [{ number, named: inquiryRef(flow, number) }]));
    }),
  );
  return read.flat();
}

function isKey(text: Text, keys: readonly string[]): boolean {
  return typeof text === "object" && "key" in text && keys.includes(text.key);
}
