import type { CellId, Cells } from "../../cells.ts";
import type { Place } from "../../flow/flow.ts";
import { sumOf } from "../doubts/checking.ts";
import type { Situation } from "../situation.ts";
import { type FiguresRead, type ReadFigure, readFigures } from "./figures-read.ts";
import { fold } from "./names.ts";
import { roundTo } from "./quantity.ts";

/** How figures are said: as this round's, or as the cumulative ones of the unit's own books. */
export type Books = "round" | "cumulative";

const cumulative = /^(?:本期)?(?:累计数?|cumulative|to date)[\s:：为是]*/i;
const thisRound = /^(?:本期数?|this round)[\s:：为是]*/i;
const whole =
  /^(?:以后|本表|整份|全部|都|一律)*(?:改?按)?(累计|本期)数?(?:填报|填|报|算)$|^(?:all )?(cumulative|this round)(?: figures)?$/;

/** Whether a text turns the whole report to cumulative figures, or back to this round's. */
export function booksMeant(text: string): Books | undefined {
  const match = whole.exec(fold(text));
  const word = match?.[1] ?? match?.[2];
  if (word === undefined) return undefined;
  return word === "累计" || word === "cumulative" ? "cumulative" : "round";
}

/** What a text says of how its figures are meant, and the text without it. */
export function booksIn(text: string, report: Situation["report"]): { readonly books: Books; readonly text: string } {
  if (cumulative.test(text)) return { books: "cumulative", text: text.replace(cumulative, "") };
  if (thisRound.test(text)) return { books: "round", text: text.replace(thisRound, "") };
  return { books: report.books ?? "round", text };
}

/** Reads a text for places of a screen, cumulative figures brought to this round's. */
export function readBooked(text: string, places: readonly Place[], situation: Situation): FiguresRead {
  const said = booksIn(text.trim(), situation.report);
  const read = readFigures(said.text, places, situation.report.cells);
  if (read.kind !== "figures") return read;
  const isBooked = (figure: ReadFigure) => figure.cumulative ?? said.books === "cumulative";
  return {
    kind: "figures",
    figures: read.figures.flatMap((figure) => (isBooked(figure) ? toIncrements([figure], situation) : [figure])),
  };
}

/** Cumulative figures less what earlier rounds came to; both are kept, the one as said and the one that follows. */
export function toIncrements(figures: readonly ReadFigure[], situation: Situation): readonly ReadFigure[] {
  const before = sumOf(situation.past);
  return figures.map((figure): ReadFigure => {
    const { place, value } = figure;
    // 核减 takes off this round, however the other figures are said: a cumulative one is never below 0.
    if (value === "n/a" || value < 0) return figure;
    const earlier = before[place.id];
    const increment = roundTo(value - (typeof earlier === "number" ? earlier : 0), 6);
    return { ...figure, value: increment, booked: value };
  });
}

/** How figures that are to be kept were said: the cumulative ones among them, and those that bore their unit. */
export function asSaid(figures: readonly ReadFigure[]): {
  readonly booked?: Cells;
  readonly measured?: readonly CellId[];
} {
  const booked = figures.flatMap(({ place, booked: said }) => (said === undefined ? [] : [[place.id, said] as const]));
  const measured = figures.flatMap(({ place, measured: unit }) => (unit && place.column.scales ? [place.id] : []));
  return {
    ...(booked.length > 0 ? { booked: Object.fromEntries(booked) } : {}),
    ...(measured.length > 0 ? { measured } : {}),
  };
}
