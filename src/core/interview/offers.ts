import { type CellId, cellAt } from "../cells.ts";
import { askedOf } from "../flow/flow.ts";
import type { Block, Choice, Text } from "../message.ts";
import type { Report } from "../report.ts";
import { actionText } from "./actions.ts";
import { placeName, showValue } from "./echo.ts";
import type { FiguresScreen } from "./screens.ts";
import type { Situation } from "./situation.ts";

/** A figure that something else knows of, as cases do: offered with where it comes from, never filled in unasked. */
export type Offer = { readonly value: number; readonly from: Text };
export type Offers = Readonly<Record<CellId, Offer>>;

/** What is known of the figures that a screen asks and has not got, each with a button that takes it. */
export function offered(screen: FiguresScreen, { offers = {}, report, flow, round }: Situation) {
  const open = screen.places.flatMap((place) => {
    const offer = cellAt(report.cells, place.id) === undefined ? offers[place.id] : undefined;
    return offer ? [{ place, offer }] : [];
  });
  const said = open.map(({ place, offer }): Block<Text> => {
    const args = { column: { label: place.column.short }, value: offer.value, from: offer.from };
    return { kind: "text", text: { key: "interview-offer", args } };
  });
  const choices = open.map(
    ({ place, offer }): Choice<Text> => ({
      label: { key: "interview-offer-take", args: { column: { label: place.column.short }, value: offer.value } },
      action: actionText("offer", flow, round.round, screen.id, place.column.id),
    }),
  );
  return { said, choices };
}

/** Figures of the report that are other than what is known of them: shown in the review, and left as they are. */
export function unlike({ offers = {}, flow, unit }: Situation, { cells }: Report): readonly Block<Text>[] {
  return askedOf(flow, unit.department ?? "").flatMap((place): readonly Block<Text>[] => {
    const offer = offers[place.id];
    const value = cellAt(cells, place.id);
    if (!offer || value === undefined || value === offer.value) return [];
    const args = {
      place: { join: [placeName(place), { label: place.column.short }] },
      from: offer.from,
      value: offer.value,
      now: showValue(value),
    };
    return [{ kind: "text", text: { key: "interview-offer-unlike", args } }];
  });
}
