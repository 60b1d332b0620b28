import { askedOf, questionsFor } from "../flow/flow.ts";
import type { Text } from "../message.ts";
import { placeName } from "./echo.ts";
import { excerpt } from "./excerpt.ts";
import { figuresScreens } from "./locate.ts";
import type { Piece } from "./pieces.ts";
import type { Situation } from "./situation.ts";
import { namedExample, whyUnread } from "./unread.ts";

type Unread = Extract<Piece, { kind: "unread" }>;

/** Why a line among others was not kept, and how to write it instead. */
export function whyLine({ line, screen, why, places, part }: Unread, situation: Situation): readonly Text[] {
  if (screen && why) return whyUnread(screen, why, situation, "line").why;
  if (part !== undefined && places)
    return [{ key: "taken-unread-column", args: { part: excerpt(part), example: exampleAt(places, situation) } }];
  if (places) return [{ key: "taken-unread-empty", args: { example: exampleAt(places, situation) } }];
  const words = /\d/.test(line) ? undefined : firstTextQuestion(situation);
  return words
    ? [{ key: "taken-unread-words", args: { question: words } }]
    : [{ key: "taken-unread-where", args: { example: exampleAt(undefined, situation) } }];
}

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
