import { type CellId, cellAt, type Filled, zeros } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import type { Block, Text } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { actionText } from "../actions.ts";
import type { Piece } from "../reading/pieces.ts";
import type { Situation } from "../situation.ts";
import { triedIn } from "./tried.ts";
import { toldTried } from "./tried-told.ts";

/** What a message named and did not bring home: the cells, or that nobody knows which. */
export type Withheld = readonly CellId[] | "unknown";

/** What a piece of which nothing was kept spoke of: 其余 are not those. */
export function withheldBy(piece: Piece): Withheld {
  switch (piece.kind) {
    case "figures":
      return idsOf(piece.screen.places);
    case "several":
      return piece.screens.flatMap(({ places }) => idsOf(places));
    case "led-away":
    case "shared":
      return idsOf(piece.places);
    case "unread":
      return piece.places ? idsOf(piece.places) : "unknown";
    case "zeros":
    case "text":
    case "choice":
    case "rest-zero":
      return [];
  }
}

/**
 * 其余都是 0, once all else is taken: every figure that nobody has answered, but none that was named and not kept, in this
 * message or an earlier one.
 */
export function restZero(
  situation: Situation,
  cells: Filled,
  withheld: readonly Withheld[],
): { readonly entries: readonly ReportEntry[]; readonly said: readonly Text[] } {
  if (withheld.includes("unknown")) return { entries: [], said: [{ key: "taken-rest-unsure" }] };
  const tried = triedIn(situation, cells);
  const told = toldTried(tried, situation);
  if (tried.some((each) => each.cells.length === 0)) return { entries: [], said: told };
  const named = new Set([...withheld.flat(), ...tried.flatMap((each) => each.cells)]);
  const open = openOf(situation, cells).filter(({ id }) => !named.has(id));
  if (open.length === 0) return { entries: [], said: told.length > 0 ? told : [{ key: "taken-rest-none" }] };
  return {
    entries: [{ kind: "answered", screen: "rest", cells: zeros(idsOf(open)) }],
    said: [{ key: "interview-echo", args: { what: { key: "taken-rest", args: { count: open.length } } } }, ...told],
  };
}

/** Zeros all the same, as one press, where nothing was made 0 because of what was tried before. */
export function restAnyway(situation: Situation): readonly Block<Text>[] {
  const { flow, round, report } = situation;
  const count = openOf(situation, report.cells).length;
  if (count === 0 || triedIn(situation, report.cells).length === 0) return [];
  const action = actionText("zeros", flow, round.round, "rest", String(count));
  return [{ kind: "choices", choices: [{ label: { key: "sheet-blanks", args: { count } }, action }] }];
}

/** The asked figures that nobody has answered. */
export function openOf({ flow, unit }: Pick<Situation, "flow" | "unit">, cells: Filled): readonly Place[] {
  return askedOf(flow, unit.department ?? "").filter(({ id }) => cellAt(cells, id) === undefined);
}

function idsOf(places: readonly Place[]): readonly CellId[] {
  return places.map(({ id }) => id);
}
