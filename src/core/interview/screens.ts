import type { CellValue, Filled, FilledGroup } from "../cells.ts";
import type { Group, Place, Row } from "../flow/flow.ts";
import type { ChoiceQuestion, TextQuestion } from "../flow/schema.ts";
import type { Label } from "../message.ts";
import type { Report } from "../report.ts";
import { workedOut } from "../worked-out.ts";

/** One thing to tick, with the screens whose figures become explicit zeros where it is not. */
export type Option = {
  readonly id: string;
  readonly label: Label;
  readonly short: Label;
  readonly aliases: readonly string[];
  readonly screens: readonly FiguresScreen[];
};

/** What is asked at once. */
export type TicksScreen = {
  readonly kind: "ticks";
  readonly id: string;
  readonly ask: Label;
  readonly options: readonly Option[];
  /** The row whose groups are ticked; absent where the rows themselves are. */
  readonly under?: Row;
};
export type FiguresScreen = {
  readonly kind: "figures";
  readonly id: string;
  readonly row: Row;
  readonly group: Group;
  readonly places: readonly Place[];
};
export type TextScreen = { readonly kind: "text"; readonly id: string; readonly question: TextQuestion };
export type ChoiceScreen = { readonly kind: "choice"; readonly id: string; readonly question: ChoiceQuestion };
export type Screen = TicksScreen | FiguresScreen | TextScreen | ChoiceScreen;

/** Whether a screen needs no answer any more. */
export function isDone(screen: Screen, report: Report): boolean {
  switch (screen.kind) {
    case "ticks": {
      // Ticked, or with a figure that says as much, or with every figure there: pasted and uploaded ones answer it too.
      const active = activeOptions(screen, report);
      return screen.options.every(
        (option) => active.includes(option) || option.screens.every((each) => missingOn(each, report) === 0),
      );
    }
    case "figures":
      return missingOn(screen, report) === 0;
    case "text":
    case "choice":
      // What may be left out is offered in the review, not asked: an empty answer costs nobody a message.
      return report.told[screen.id] !== undefined || !screen.question.required;
  }
}

/** By the figures of a class: a report shares with the one before it all but those that an answer set. */
const missing = new WeakMap<FilledGroup, number>();

/** How many figures of a screen nobody has given yet. */
export function missingOn({ row, group, places }: FiguresScreen, report: Report): number {
  const given = report.cells.rows[row.id]?.[group.id];
  if (!given) return places.length;
  return workedOut(missing, given, () => places.filter(({ column }) => given[column.id] === undefined).length);
}

/** Whether a question that may be left out has no answer: it is no part of the way to go. */
export function isOffered(screen: Screen, report: Report): screen is TextScreen | ChoiceScreen {
  const optional = (screen.kind === "text" || screen.kind === "choice") && !screen.question.required;
  return optional && report.told[screen.id] === undefined;
}

/** The first screen that still needs an answer; undefined when the report is whole. */
export function nextScreen(screens: readonly Screen[], report: Report): Screen | undefined {
  return screens.find((screen) => !isDone(screen, report));
}

/**
 * Screens answered and screens in all. Classes that are not ticked yet count as if all of them were, so the share
 * answered only ever grows.
 */
export function progressOf(screens: readonly Screen[], report: Report): { readonly done: number; readonly of: number } {
  let done = 0;
  let of = 0;
  for (const screen of screens) {
    if (isOffered(screen, report)) continue;
    const answered = isDone(screen, report);
    if (answered) done += 1;
    of += 1;
    if (!answered && screen.kind === "ticks" && screen.under) of += screen.options.length;
  }
  return { done, of };
}

/** What is ticked of a report is asked for many times an answer: worked out once as it stands. */
const activeIn = new WeakMap<Report, Map<TicksScreen, readonly Option[]>>();

/** Options of a ticking screen that count as ticked: those chosen, and those with a figure other than 0. */
export function activeOptions(screen: TicksScreen, report: Report): readonly Option[] {
  const known = workedOut(activeIn, report, () => new Map<TicksScreen, readonly Option[]>());
  return workedOut(known, screen, () => {
    const chosen = report.chosen[screen.id] ?? [];
    return screen.options.filter(
      (option) => chosen.includes(option.id) || holdsFigure(option, report.cells, (value) => value !== 0),
    );
  });
}

/** Whether such a figure stands on any screen of an option. */
export function holdsFigure({ screens }: Option, { rows }: Filled, isSuch: (value: CellValue) => boolean): boolean {
  return screens.some(({ row, group, places }) => {
    const given = rows[row.id]?.[group.id];
    if (!given) return false;
    return places.some(({ column }) => {
      const value = given[column.id];
      return value !== undefined && isSuch(value);
    });
  });
}
