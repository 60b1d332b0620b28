import { askedOf, type Place, questionsFor } from "../../flow/flow.ts";
import type { ChoiceQuestion, TextQuestion } from "../../flow/schema.ts";
import { restIsZero } from "../said/the-rest.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { booksIn } from "./books.ts";
import { findNames } from "./column-names.ts";
import { type Opening, openingOf } from "./line-opening.ts";
import { figuresScreens, onlyRow } from "./locate.ts";
import { asWritten, calledExactly, fold, leadingName, type Named, namesOf } from "./names.ts";
import { type Piece, readSegment } from "./pieces.ts";
import { restAtEnd } from "./rest-at-end.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { joinNames } from "./split-names.ts";

/** What numbers a line: 1. （2） 三、 - */
const numbering =
  /^\s*(?:[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、)）]|[-–—•·*●▪])\s*/;

/**
 * Reads a message that names where its figures belong: several lines, rows, groups in any order, each line by itself.
 * A line of names alone leads the lines below it. Undefined where it names nothing of the form.
 */
export function readPassage(
  text: string,
  situation: Situation,
  screens: readonly Screen[],
): readonly Piece[] | undefined {
  const { flow, unit } = situation;
  const places = askedOf(flow, unit.department ?? "");
  const questions = questionsFor(flow, unit.department ?? "").flatMap((question) =>
    question.type === "table" ? [] : [question],
  );
  const only = onlyRow(places);
  let above: Pick<Segment, "row" | "group"> = only ? { row: only } : {};
  const pieces: Piece[] = [];
  let writing: { readonly question: TextQuestion; readonly lines: string[] } | undefined;
  let names = 0;
  let heads: readonly string[] = [];
  let headed: Opening | undefined;
  for (const written of text.split(/\r?\n/)) {
    const line = unnumbered(written, places, questions);
    const said = booksIn(fold(line).replace(/(?<![。;])[。;]+$/, ""), situation.report);
    const folded = restAtEnd(joinNames(said.text, places), places, situation, screens);
    const around = { ...situation, report: { ...situation.report, books: said.books } };
    const question = leadingName(fold(line), questions);
    const segments = folded === "" ? [] : segmentsOf(folded, places, above).map((each) => ofItsClass(each, places));
    const named = segments.some(({ first }) => !first);
    const chosen =
      question?.thing.type === "choice" ? choiceIn(line, question.thing, question.rest, !writing) : undefined;
    if (chosen) {
      writing = undefined;
      names += 1;
      pieces.push(chosen);
      continue;
    }
    if (question?.thing.type === "text" && parts(line, question.rest)) {
      const { thing } = question;
      const words = asWritten(line, question.rest);
      names += 1;
      writing = { question: thing, lines: [] };
      writing.lines.push(words);
      pieces.push({ kind: "text", question: thing, text: words });
      continue;
    }
    const rest = restMeant(folded, places);
    if (writing && !named && !rest) {
      writing.lines.push(line.trimEnd());
      pieces[pieces.length - 1] = { kind: "text", question: writing.question, text: writing.lines.join("\n").trim() };
      continue;
    }
    writing = undefined;
    if (rest) {
      pieces.push({ kind: "rest-zero" });
      names += 1;
      continue;
    }
    const below = headsIn(folded, segments, places);
    if (below) {
      heads = below;
      continue;
    }
    const placed = segments.some(({ row }) => row !== undefined);
    // 上期： on a line of its own leads all below it away.
    if (!placed) headed = headingAway(folded, around) ?? headed;
    const away = ledAway(folded, segments, above.row !== undefined, around, headed);
    if (away) {
      const { row } = segments.find((each) => !each.first && each.row) ?? {};
      names += 1;
      pieces.push({ kind: "led-away", ...away, places: places.filter((place) => place.row === row) });
      continue;
    }
    for (const written of segments) {
      const segment = { ...written, text: underHeads(heads, written.text, places) };
      if (!segment.first) names += 1;
      // 本周口罩排查12: words before the first name are no figure that was lost.
      const loose = !segment.row || (segment.first && segments.length > 1);
      if (placed && loose && (openingOf(segment.text, around) === undefined || !saysFigure(segment.text, places)))
        continue;
      pieces.push(...readSegment(segment, loose ? segment.text : line.trim(), places, around, screens));
    }
    const last = segments.at(-1);
    const leads = last?.text === "" || last?.group === above.group;
    if (last?.row && !last.also) above = { row: last.row, ...(last.group && leads ? { group: last.group } : {}) };
  }
  return names > 0 ? pieces : undefined;
}

/** What stands in front of the first name of a line, where it says that the figures behind are not for here. */
function ledAway(
  line: string,
  [first, ...others]: readonly Segment[],
  under: boolean,
  situation: Situation,
  headed: Opening | undefined,
): { readonly opening: Opening; readonly rest: string } | undefined {
  if (headed && [first, ...others].some((each) => each?.row && each.text !== ""))
    return { opening: headed, rest: line };
  if (!first?.first || !others.some(({ text }) => text !== "")) return undefined;
  // Below the name of a row figures may stand in front of the next one: 立案3 防护服 立案1.
  if (under && /\d/.test(first.text)) return undefined;
  const opening = openingOf(first.text, situation);
  if (!opening || (opening.why === "strange" && /\d/.test(first.text))) return undefined;
  const at = line.indexOf(first.text);
  return { opening, rest: line.slice(at + first.text.length).replace(/^[\s·:,;、。/|]+/, "") };
}

/** A line that names nothing of the form, and says of what is below it that it is of another round or not exact. */
function headingAway(line: string, situation: Situation): Opening | undefined {
  const opening = line === "" ? undefined : openingOf(line, situation);
  return opening?.why === "round" || opening?.why === "about" ? opening : undefined;
}

/** Whether a name in front of a line is parted from what follows it, or stands alone. */
function parts(line: string, rest: string): boolean {
  return rest === "" || /[\s:]$/.test(fold(line).slice(0, -rest.length));
}

/**
 * A line that answers a choice: its name and an option. One that names no option answers it badly where a colon parts
 * them, but not in the middle of a narrative, which may say anything.
 */
function choiceIn(line: string, question: ChoiceQuestion, rest: string, alone: boolean): Piece | undefined {
  const text = asWritten(line, rest);
  const parted = rest !== "" && fold(line).slice(0, -rest.length).trimEnd().endsWith(":");
  const meant = calledExactly(text, question.options).length > 0 || (alone && parted);
  return meant ? { kind: "choice", question, text } : undefined;
}

/** 其他 may be a class of the form: then only words that name nothing else speak of all the rest. */
function restMeant(line: string, places: readonly Place[]): boolean {
  const [, word, noun] = restIsZero.exec(line) ?? [];
  if (word === undefined || noun !== undefined) return word !== undefined;
  return !places.some(({ row, group }) => [...namesOf(row), ...namesOf(group)].includes(word));
}

/** A line without what numbers it; only where a name follows, for 三、五、二 are figures. */
function unnumbered(line: string, places: readonly Place[], questions: readonly Named[]): string {
  const rest = line.replace(numbering, "");
  if (rest === line) return line;
  const things = places.flatMap(({ row, group, column }) => [row, group, column]);
  return leadingName(fold(rest), [...new Set(things), ...questions]) ? rest : line;
}

/** Words in front of the heads of a table: what its lines are called. */
const LEAST_STRANGE = 5;

/** The heads of a table, where a line is names of columns and nothing else: 物资 排查 不合格 整改. */
function headsIn(line: string, segments: readonly Segment[], places: readonly Place[]): readonly string[] | undefined {
  if (/\d/.test(line) || segments.some(({ first }) => !first)) return undefined;
  const found = findNames(line, places);
  const strange = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), line);
  const letters = strange.replace(/\([^)]*\)/g, "").match(/\p{L}/gu) ?? [];
  return found.length > 1 && letters.length < LEAST_STRANGE
    ? found.map(({ start, end }) => line.slice(start, end))
    : undefined;
}

/** Bare figures below the heads of a table, each behind its head; anything else as it stands. */
function underHeads(heads: readonly string[], text: string, places: readonly Place[]): string {
  const tokens = text.split(/\s+/);
  if (heads.length === 0 || tokens.length !== heads.length || findNames(text, places).length > 0) return text;
  return heads.map((head, index) => `${head} ${tokens[index]}`).join(", ");
}

/** Whether words hold anything that may have been meant as a figure. */
function saysFigure(text: string, places: readonly Place[]): boolean {
  return /[\d零〇一二两三四五六七八九十百千万亿]/.test(text) || findNames(text, places).length > 0;
}

/** A line below the name of a class may turn to another class of the row by naming its columns. */
function ofItsClass(segment: Segment, places: readonly Place[]): Segment {
  const { row, group, text, first } = segment;
  if (!first || !row || !group) return segment;
  const naming = figuresScreens(places).filter(
    (screen) => screen.row === row && findNames(text, screen.places).length > 0,
  );
  const elsewhere = naming.length > 0 && !naming.some((screen) => screen.group === group);
  return elsewhere ? { row, text, first } : segment;
}
