import { say } from "../../message.ts";
import { answered } from "../answering.ts";
import { type Outcome, screenCalled } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { figuresAlone } from "../reading/bare-figures.ts";
import { findNames } from "../reading/column-names.ts";
import { excerpt } from "../reading/excerpt.ts";
import { lineSaid } from "../reading/line-said.ts";
import { fold } from "../reading/names.ts";
import { bareFigures } from "../reading/pair.ts";
import { readPassage } from "../reading/passage.ts";
import type { Piece } from "../reading/pieces.ts";
import { takePieces } from "../reading/taking.ts";
import { givesUp } from "../said/given-up.ts";
import { saysNo } from "../said/yes-no.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { droppedOf } from "./unplaced.ts";
import { askWhich, columnsIn, type Which, whichAsked, whichLeft, whichSaid } from "./which-class.ts";

/**
 * What is said while words wait for their class: the class, the same figure written out or given anew, or something
 * else. What is else may be kept, but the words go on waiting, and 其余都是0 must not make zeros of what they speak of.
 */
export function classAnswered(situation: Situation, which: Which, text: string, screens: readonly Screen[]): Outcome {
  const picked = whichSaid(situation, which, fold(text));
  if (picked) return picked;
  if (saysNo(text) || (!which.where && givesUp(text))) return whichLeft(situation, which);
  const whole = answerBefore(situation, which, text);
  if (whole) return whole;
  const mended = lineOfReview(situation, text, screens);
  if (mended) return isWhich(situation, mended) ? mended : stillWaiting(situation, which, mended);
  const pieces = readPassage(text, situation, screens) ?? [];
  if (pieces.some((piece) => speaksOf(piece, which))) return takePieces(situation, pieces);
  const others = pieces.filter(({ kind }) => kind !== "rest-zero" && kind !== "zeros");
  const figures = /\d/.test(text);
  const meant = figures || others.some((piece) => piece.kind !== "unread" || piece.why !== undefined);
  if (others.length > 0 && meant) return stillWaiting(situation, which, takePieces(situation, others));
  return stillWaiting(situation, which, pieces.length === 0 && figures ? unread(text) : undefined);
}

/**
 * A whole answer to the screen that stood open before the class was asked: as many bare figures as it asks and no class
 * takes, or columns that no class has. Undefined where it may as well be meant for a class.
 */
function answerBefore(situation: Situation, which: Which, text: string): Outcome | undefined {
  const screen = screenCalled(situation, which.before);
  if (screen?.kind !== "figures" || which.screens.some(({ id }) => id === screen.id)) return undefined;
  const figures = bareFigures(fold(text));
  const ofClass = which.screens.some(
    ({ places }) => places.length === figures.length || findNames(fold(text), places).length > 0,
  );
  const meant = figures.length > 1 || findNames(fold(text), screen.places).length > 0;
  if (ofClass || !meant) return undefined;
  const answer = asked(screen, situation).said(text);
  return answer.kind === "kept" ? answered(screen, answer) : undefined;
}

/** 30 40 2 anew, or 1 排查=15 of a line of the review, where the class or the place is asked for on the way through it. */
function lineOfReview(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  if (situation.person.prompt?.under !== "review") return undefined;
  return figuresAlone(situation, text, screens) ?? lineSaid(situation, text);
}

function isWhich(situation: Situation, { ask }: Outcome): boolean {
  return ask.kind === "confirm" && whichAsked(situation, ask.screen) !== undefined;
}

/** Figures of which nobody can tell where they belong. */
function unread(text: string): Outcome {
  const lead = [say({ key: "taken-unread", args: { line: excerpt(text) } })];
  return { entries: [], lead, ask: { kind: "same" }, refused: [{}] };
}

/** The class is asked for again, below what else was taken or refused; only one can be asked for at a time. */
export function stillWaiting(situation: Situation, which: Which, outcome?: Outcome): Outcome {
  const { ask } = askWhich(situation, which);
  const waits = which.where ? "which-place-waits" : "which-group-waits";
  const told = say({ key: which.rest === "" ? "which-group-first" : waits, args: { part: excerpt(which.rest) } });
  // Where nothing is known of the words any more, the question says all.
  const waiting = which.rest === "" && which.where ? [] : [told];
  if (!outcome) return { entries: [], lead: waiting, ask };
  const other = outcome.ask.kind === "confirm" ? whichAsked(situation, outcome.ask.screen) : undefined;
  const dropped = other && other.rest !== "" ? [droppedOf(other)] : [];
  return {
    ...outcome,
    lead: [...outcome.lead, ...dropped.map((each) => say(each.told)), ...waiting],
    ask,
    refused: [...(outcome.refused ?? []), ...dropped],
  };
}

/** Whether a piece of a message is the waiting words over again: the same columns of the same row, in a class or in none yet. */
function speaksOf(piece: Piece, which: Which): boolean {
  const ids = which.screens.map(({ id }) => id);
  const columns = columnsIn(which);
  switch (piece.kind) {
    case "figures":
      return ids.includes(piece.screen.id) && piece.figures.some(({ place }) => columns.includes(place.column.id));
    case "several":
      return columnsIn(piece).some((id) => columns.includes(id)) && piece.screens.some(({ id }) => ids.includes(id));
    default:
      return false;
  }
}
