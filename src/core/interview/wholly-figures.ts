import { askedOf, type Place } from "../flow/flow.ts";
import { say } from "../message.ts";
import { workedOut } from "../worked-out.ts";
import { vocabularyOf } from "./column-names.ts";
import { named, saidOfOnlyRow } from "./named.ts";
import { escaped, fold, namesOf } from "./names.ts";
import type { Outcome } from "./outcome.ts";
import type { Screen, TextScreen } from "./screens.ts";
import type { Situation } from "./situation.ts";

/** What stands between figures and names and tells nothing by itself. */
const between =
  /其余|其它|其他|剩下|余下|其中|累计|本期|核减|不适用|大约|大概|左右|没有|the rest|others|rest|all|and|is|are|[的都全均是为记填和与及约共零〇一二两三四五六七八九十百千万亿无]/g;

/**
 * Figures with their places, and no other word, said where a narrative is asked: they are taken as figures, or refused as
 * such, and the narrative stays to be written. Undefined for prose, whatever figures it holds.
 */
export function figuresForText(
  situation: Situation,
  { question }: TextScreen,
  text: string,
  screens: readonly Screen[],
): Outcome | undefined {
  const places = askedOf(situation.flow, situation.unit.department ?? "");
  const said = fold(text);
  if (places.length === 0 || !/\d/.test(said)) return undefined;
  const rest = said.replace(workedOut(known, places, wordsIn), " ");
  if (/\p{L}/u.test(rest.replace(between, " "))) return undefined;
  const taken = named(situation, text, screens) ?? saidOfOnlyRow(situation, text, screens);
  if (taken || rest === said) return taken;
  const lead = [say({ key: "interview-text-words", args: { question: { label: question.label } } })];
  return { entries: [], lead, ask: { kind: "same" } };
}

/** Every name and unit of what is asked, in one expression; worked out once for each form. */
const known = new WeakMap<readonly Place[], RegExp>();

function wordsIn(places: readonly Place[]): RegExp {
  const names = places.flatMap(({ row, group, column }) => [row, group, column].flatMap((each) => namesOf(each)));
  const words = [...new Set([...names, ...vocabularyOf(places).units])].sort((a, b) => b.length - a.length);
  return new RegExp(words.map(escaped).join("|"), "g");
}
