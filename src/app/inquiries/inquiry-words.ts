import type { Flow } from "../../core/flow/flow.ts";
import { type Inquiry, inquiryKey, type PassedOn } from "../../core/inquiry.ts";
import { dayAndClock } from "../../core/interview/when.ts";
import { type Block, type Say, sentence, type Text, textOf } from "../../core/message.ts";
import { nameIn } from "../../core/roster.ts";
import { type Figure, figuresNamed } from "../../core/table/figure.ts";
import { hear } from "../../core/table/reader.ts";
import { vocabularyOf } from "../../core/table/vocabulary.ts";
import type { Language } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import { rangeOf, tablesIn } from "../summaries/consolidate.ts";
import { shownIn } from "../summaries/headline.ts";
import { totalIn } from "../summaries/row-tables.ts";

/** What was asked, and what was answered each time, as written; empty where the words have been removed. */
export type InquiryWords = { readonly question: string; readonly answers: readonly string[] };

/** Reads the words of the questions of a flow from beside their entries, by place. */
export async function inquiryWords(house: House, flow: Flow["id"]): Promise<ReadonlyMap<number, InquiryWords>> {
  const words = new Map<number, InquiryWords>();
  for (const { entry } of await house.store.history(inquiryKey(flow))) {
    const said = entry.aside?.words ?? "";
    if (entry.kind === "inquired") words.set(entry.number, { question: said, answers: [] });
    if (entry.kind !== "replied") continue;
    const before = words.get(entry.number);
    words.set(entry.number, { question: before?.question ?? "", answers: [...(before?.answers ?? []), said] });
  }
  return words;
}

/** The figure that a question is about, as the form has it; undefined where none was named. */
export function figureAsked(flow: Flow, { figure }: Inquiry): Figure | undefined {
  if (figure === undefined) return undefined;
  const heard = hear(figure, vocabularyOf(flow, [], {}), [], flow.calendar.zone);
  return heard.kind === "terms" ? figuresNamed(flow, heard.terms)[0] : undefined;
}

/** 口罩 · 合计 · 罚没（万元） = 1.5（第1期，全部共 9.5）; the unit's own figure beside everybody's. */
export async function figureLine(house: House, flow: Flow, inquiry: Inquiry): Promise<readonly Block<Text>[]> {
  const figure = figureAsked(flow, inquiry);
  const round = house.rounds.of(flow.id).find((each) => each.round === inquiry.round);
  if (!figure || !round) return [];
  const { row, group, column } = figure;
  const asked = {
    rounds: [round],
    figures: "round" as const,
    by: "rows" as const,
    drafts: false,
    ...(row ? { row } : {}),
  };
  const totals = await Promise.all(
    [(unit: string) => unit === inquiry.unit, () => true].map(async (only) => {
      const table = tablesIn(await rangeOf(house, flow, asked, only)).find(({ block }) => block === figure.block.id);
      return shownIn(column, table && totalIn(table, asked)(group.id, column.id));
    }),
  );
  const name: Text = {
    join: [...(row ? [{ label: row.short }] : []), { label: group.short }, { label: column.label }],
    by: " · ",
  };
  const args = { name, own: totals[0] ?? "", all: totals[1] ?? "", number: round.number };
  return [{ kind: "text", text: { key: "inquiry-figure", args } }];
}

/** A sentence about a question that names its unit. */
export function inquirySay(house: House, key: string, { number, unit }: PassedOn): Say {
  const name = textOf(house.people.unit(unit).short);
  return sentence({ key, args: { number, unit: name } });
}

/** Who asked, as readers of a language know them. */
export function askerOf(house: House, { by }: Inquiry, language: Language): string {
  const member = house.people.member(by);
  return member ? nameIn(member.name, language) : "";
}

/** How a question stands: waiting for its unit, answered when, or not yet addressed to anybody. */
export function stateOf(flow: Flow, { unit, since, replies }: Inquiry): Text {
  const last = replies.at(-1);
  if (last !== undefined) return { key: "inquiry-state-answered", args: { when: dayAndClock(last, flow) } };
  if (unit === undefined || since === undefined) return { key: "inquiry-state-open" };
  return { key: "inquiry-state-waiting", args: { when: dayAndClock(since, flow) } };
}
