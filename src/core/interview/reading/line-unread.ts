import { askedOf, type Place, questionsFor } from "../../flow/flow.ts";
import type { Text } from "../../message.ts";
import { placeName } from "../echo.ts";
import { screensIn } from "../outcome.ts";
import type { Situation } from "../situation.ts";
import { excerpt } from "./excerpt.ts";
import { figuresScreens } from "./locate.ts";
import { readPassage } from "./passage.ts";
import type { Piece } from "./pieces.ts";
import { namedExample, whyUnread } from "./unread.ts";

type Unread = Extract<Piece, { kind: "unread" }>;

/** Why a line among others was not kept, and how to write it instead. */
export function whyLine({ line, screen, why, places, part, among }: Unread, situation: Situation): readonly Text[] {
  const [first] = among ?? [];
  if (among && first && part !== undefined) {
    const columns = [...new Map(among.map(({ column }) => [column.id, column])).values()];
    const names: Text = { join: columns.map(({ short }) => ({ label: short })), by: { key: "list-comma" } };
    const figure: Text = { key: "figure", args: { name: { label: first.column.short }, figure: part } };
    return [{ key: "taken-unread-which", args: { part, names, example: { join: [placeName(first), figure] } } }];
  }
  if (screen && why) return whyUnread(screen, why, situation, "line").why;
  if (part !== undefined && places)
    return [{ key: "taken-unread-column", args: { part: excerpt(part), example: exampleAt(places, situation) } }];
  if (places) return [{ key: "taken-unread-empty", args: { example: exampleAt(places, situation) } }];
  const words = /\d/.test(line) ? undefined : firstTextQuestion(situation);
  return words
    ? [{ key: "taken-unread-words", args: { question: words } }]
    : [{ key: "taken-unread-where", args: { example: exampleAt(undefined, situation) } }];
}

/** How to write the figures of a line that other words led away, where these are read; else what a line could look like. */
export function ledAwayWay(rest: string, places: readonly Place[], situation: Situation): readonly [boolean, Text] {
  const read = rest === excerpt(rest) ? readPassage(rest, situation, screensIn(situation)) : undefined;
  const reads = read !== undefined && read.length > 0 && read.every(({ kind }) => understood.includes(kind));
  return reads ? [true, rest] : [false, exampleAt(places.length > 0 ? places : undefined, situation)];
}

/** What is kept as it stands, or asked about. */
const understood: readonly Piece["kind"][] = ["figures", "zeros", "several", "rest-zero"];

/** A line as it could be written: the row, the class where its columns stand in several, and figures by name. */
function exampleAt(places: Unread["places"], { flow, unit }: Situation): Text {
  const [screen] = figuresScreens(places ?? askedOf(flow, unit.department ?? ""));
  const [first] = screen?.places ?? [];
  if (!screen || !first) return "";
  return { join: [placeName(first), namedExample(screen.places).example] };
}

/** The name of the first question that is answered in words. */
export function firstTextQuestion({ flow, unit }: Situation): Text | undefined {
  const [question] = questionsFor(flow, unit.department ?? "").filter(({ type }) => type === "text");
  return question?.type === "text" ? { label: question.short ?? question.label } : undefined;
}
