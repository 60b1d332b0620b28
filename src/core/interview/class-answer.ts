import { say } from "../message.ts";
import { excerpt } from "./excerpt.ts";
import { fold } from "./names.ts";
import type { Outcome } from "./outcome.ts";
import { readPassage } from "./passage.ts";
import type { Piece } from "./pieces.ts";
import type { Screen } from "./screens.ts";
import type { Situation } from "./situation.ts";
import { takePieces } from "./taking.ts";
import { askWhich, columnsIn, type Which, whichSaid } from "./which-class.ts";

/**
 * What is said while words wait for their class: the class, the same figure written out or given anew, or something
 * else. What is else may be kept, but the words go on waiting, and 其余都是0 must not make zeros of what they speak of.
 */
export function classAnswered(situation: Situation, which: Which, text: string, screens: readonly Screen[]): Outcome {
  const picked = whichSaid(situation, which, fold(text));
  if (picked) return picked;
  const pieces = readPassage(text, situation, screens) ?? [];
  const sweeping = pieces.some(({ kind }) => kind === "rest-zero" || kind === "zeros");
  const meant = pieces.some((piece) => piece.kind !== "unread" || piece.why !== undefined);
  if (sweeping || !meant) return stillWaiting(situation, which);
  const outcome = takePieces(situation, pieces);
  return pieces.some((piece) => speaksOf(piece, which)) ? outcome : stillWaiting(situation, which, outcome);
}

/** The class is asked for again, below what else was taken. */
export function stillWaiting(situation: Situation, which: Which, outcome?: Outcome): Outcome {
  const { ask } = askWhich(situation, which);
  const waits = which.where ? "which-place-waits" : "which-group-waits";
  const key = which.rest === "" ? "which-group-first" : waits;
  const told = say({ key, args: { part: excerpt(which.rest) } });
  return { entries: outcome?.entries ?? [], lead: [...(outcome?.entries.length ? outcome.lead : []), told], ask };
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
