import { cellAt, filledFrom, withCells } from "../../cells.ts";
import type { Place } from "../../flow/flow.ts";
import { askedColumns, askedOf } from "../../flow/flow.ts";
import type { Block, Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { sentenceOf, sumOf, unsettled } from "../doubts/checking.ts";
import { columnName, echoFigure, echoFigures, sharedUnit } from "../echo.ts";
import { offered } from "../offers.ts";
import { screensIn } from "../outcome.ts";
import { asSaid } from "../reading/books.ts";
import { findNames } from "../reading/column-names.ts";
import { readAt } from "../reading/cut-short.ts";
import type { FiguresRead, ReadFigure } from "../reading/figures-read.ts";
import { openingOf } from "../reading/line-opening.ts";
import { fold } from "../reading/names.ts";
import { showFigure } from "../reading/quantity.ts";
import { restAtEnd } from "../reading/rest-at-end.ts";
import { exampleOf, whyUnread } from "../reading/unread.ts";
import { saysAllZero, saysBareNothing, saysNotDone } from "../said/nothing.ts";
import type { FiguresScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { formInput, readForm, refusedForm } from "./figures-form.ts";
import type { Answer, QuestionType } from "./question.ts";

/** One row and one group: several figures at once, in order or by name, or in a form. */
export const figures: QuestionType<FiguresScreen> = {
  prompt(screen, situation, typed) {
    const { flow, round } = situation;
    const open = openPlaces(screen, situation);
    const unit = sharedUnit(askedColumns(screen.group));
    const name: Text = { join: [{ label: screen.row.short }, { label: screen.group.short }], by: " · " };
    const heading: Text = unit ? { key: "column-with-unit", args: { name, unit: { label: unit } } } : name;
    const action = actionText("form", flow, round.round, screen.id);
    const known = offered(screen, situation);
    return [
      { kind: "heading", text: heading },
      { kind: "text", text: { join: open.map((place) => columnName(place.column, screen.group)), by: "  " } },
      ...already(screen, open, situation),
      ...known.said,
      { kind: "text", text: invitation(open, situation) },
      {
        kind: "inputs",
        action,
        submit: { key: "interview-form-submit" },
        inputs: open.map((place) => formInput(place, situation, typed)),
      },
      {
        kind: "choices",
        choices: [
          ...known.choices,
          { label: { key: "interview-all-zero" }, action: actionText("zeros", flow, round.round, screen.id) },
        ],
      },
    ];
  },

  said(screen, text, situation) {
    // 没有 may as well say that there is nothing to change: figures that stand fall to 0 only in so many words.
    if (saysBareNothing(fold(text)) && holdsFigures(screen, situation))
      return { kind: "refused", why: [{ key: "interview-nothing-or-zero" }] };
    if (saysAllZero(fold(text)) || (saysNotDone(text) && !holdsFigures(screen, situation)))
      return answer(screen, zeros(screen, situation), situation);
    return answer(screen, readSaid(screen, withRest(text, situation), situation), situation);
  },

  pressed(screen, action, fields, situation) {
    switch (action.verb) {
      case "form": {
        const filled = screen.places.filter((place) => (fields[place.column.id] ?? "").trim() !== "");
        if (filled.length === 0) return { kind: "refused", why: [{ key: "interview-form-empty" }] };
        const read = readForm(screen, fields, situation);
        if ("refused" in read) return read.refused;
        return answer(screen, { kind: "figures", figures: read.figures }, situation, fields);
      }
      case "zeros":
        return answer(screen, zeros(screen, situation), situation);
      case "offer": {
        const place = screen.places.find(({ column }) => column.id === action.value);
        const offer = place && situation.offers?.[place.id];
        return place && offer
          ? answer(screen, { kind: "figures", figures: [{ place, value: offer.value }] }, situation)
          : undefined;
      }
      case "say": {
        const said = this.said(screen, action.value, situation);
        return said.kind === "kept" ? said : { ...said, refused: [{ words: action.value, places: screen.places }] };
      }
      default:
        return undefined;
    }
  },
};

function zeros(screen: FiguresScreen, situation: Situation): FiguresRead {
  return { kind: "figures", figures: openPlaces(screen, situation).map((place): ReadFigure => ({ place, value: 0 })) };
}

/** A plan, a running total, what comes on top of what stands: in front of a figure they make another of it. */
const another = /将|准备|打算|还|在|截[至止]|累计|漏|补/;

/** What was typed, also behind words that change nothing of it: 对生产企业排查12家. */
function readSaid({ places }: FiguresScreen, text: string, situation: Situation): FiguresRead {
  const read = readAt(text, places, situation);
  const [first] = read.kind === "refused" && read.why === "not-a-figure" ? findNames(text, places) : [];
  const front = text.slice(0, first?.start);
  const harmless = first && !another.test(front) && openingOf(front, situation) === undefined;
  return harmless ? readAt(text.slice(first.start), places, situation) : read;
}

/** 排查15，其他没有: the rest is 0, where 其他 names no class that may be meant. */
function withRest(text: string, situation: Situation): string {
  return restAtEnd(
    fold(text),
    askedOf(situation.flow, situation.unit.department ?? ""),
    situation,
    screensIn(situation),
  );
}

/** The places to be asked: those without a figure, or all of them when a whole screen is mended. */
function openPlaces(screen: FiguresScreen, { report }: Situation): readonly Place[] {
  const open = screen.places.filter((place) => cellAt(report.cells, place.id) === undefined);
  return open.length > 0 ? open : screen.places;
}

/** Whether every figure is there, and one of them is more than 0. */
function holdsFigures(screen: FiguresScreen, { report }: Situation): boolean {
  const standing = screen.places.map(({ id }) => cellAt(report.cells, id));
  return standing.every((value) => value !== undefined) && standing.some((value) => value !== 0);
}

/** Keeps what was read, unless it is not understood or contradicts a check that must hold. */
function answer(
  screen: FiguresScreen,
  read: FiguresRead,
  situation: Situation,
  fields?: Readonly<Record<string, string>>,
): Answer {
  if (read.kind !== "figures") return { kind: "refused", ...whyUnread(screen, read, situation) };
  const cells = Object.fromEntries(read.figures.map(({ place, value }) => [place.id, value]));
  const after = withCells(situation.report.cells, cells);
  const errors = unsettled("error", situation, after, Object.keys(cells));
  if (errors.length > 0) {
    const why: Text[] = errors.map((error) => ({ key: "interview-error", args: { error: sentenceOf(error) } }));
    const said = [...why, { key: "interview-nothing-kept" }];
    if (!fields) return { kind: "refused", why: said };
    const wrong = errors.map((error, index) => [error.cells.at(0), why[index] ?? ""] as const);
    const beside = screen.places.flatMap(({ id, column }) =>
      wrong.filter(([cell]) => cell === id).map(([, text]) => [column.id, text] as const),
    );
    return refusedForm(said, fields, Object.fromEntries(beside), screen, situation);
  }
  const what = echoFigures(read.figures, after, situation.report.cells);
  return {
    kind: "kept",
    entries: [{ kind: "answered", screen: screen.id, cells, ...asSaid(read.figures) }],
    echo: [{ key: "interview-echo", args: { what } }],
  };
}

/** What stands of the screen already, where only the rest is asked. */
function already(screen: FiguresScreen, open: readonly Place[], { report }: Situation): readonly Block<Text>[] {
  if (open.length === screen.places.length) return [];
  const figures = screen.places.flatMap((place): readonly Text[] => {
    const value = cellAt(report.cells, place.id);
    return value === undefined ? [] : [echoFigure({ place, value }, undefined)];
  });
  return [{ kind: "text", text: { key: "interview-already", args: { figures: { join: figures } } } }];
}

function invitation(open: readonly Place[], situation: Situation): Text {
  const cumulative = situation.report.books === "cumulative";
  const last = cumulative ? filledFrom(sumOf(situation.past)) : situation.past.at(-1)?.cells;
  const before = open.map((place) => last && cellAt(last, place.id));
  const args = { count: open.length, example: exampleOf(open) };
  const ask: Text = { key: cumulative ? "interview-figures-ask-cumulative" : "interview-figures-ask", args };
  if (!before.some((value) => typeof value === "number")) return ask;
  // What was not reported is shown as that, and not as a 0.
  const shown = before.map((value) => (typeof value === "number" ? showFigure(value) : "—")).join(" ");
  const key = cumulative ? "interview-last-cumulative" : "interview-last-round";
  return { join: [ask, { key, args: { figures: shown } }], by: "    " };
}
