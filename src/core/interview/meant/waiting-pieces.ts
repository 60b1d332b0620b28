import type { Piece } from "../reading/pieces.ts";
import { columnsIn, type Which } from "./which-class.ts";

/**
 * The figures of a message that wait for one class together, and all else that it says. Those of another row, or of other
 * classes, cannot be asked about at once: they stay among the rest.
 */
export function waitingIn(pieces: readonly Piece[]): { readonly which?: Which; readonly placed: readonly Piece[] } {
  let which: Which | undefined;
  const placed: Piece[] = [];
  for (const piece of pieces) {
    const together: Which | undefined = piece.kind === "several" ? (which ? joined(which, piece) : piece) : undefined;
    if (together) which = together;
    else placed.push(piece);
  }
  return which ? { which, placed } : { placed };
}

/** Two figures of one row that stand in the same classes, as one answer to each; undefined where they do not. */
function joined(one: Which, other: Which): Which | undefined {
  const screens = one.screens.filter(({ id }) => other.screens.some((each) => each.id === id));
  const again = columnsIn(one).some((id) => columnsIn(other).includes(id));
  return screens.length > 1 && !again ? { screens, rest: `${one.rest} ${other.rest}` } : undefined;
}
