import type { Place } from "../../flow/flow.ts";
import { askedColumns } from "../../flow/flow.ts";
import type { Choice, Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { findings, sentence, unsettled } from "../checking.ts";
import { columnName, echoFigures, sharedUnit } from "../echo.ts";
import { excerpt } from "../excerpt.ts";
import { type FiguresRead, type ReadFigure, readFigures } from "../figures-read.ts";
import { fold } from "../names.ts";
import { showFigure } from "../quantity.ts";
import type { FiguresScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import type { Answer, QuestionType } from "./question.ts";

/** Figures that fill an example, by position; amounts show that decimals may be written. */
const samples = [12, 2, 1, 3, 0, 24, 5, 8];

/** One row and one group: several figures at once, in order or by name, or in a form. */
export const figures: QuestionType<FiguresScreen> = {
  prompt(screen, situation) {
    const { flow, round } = situation;
    const open = openPlaces(screen, situation);
    const unit = sharedUnit(askedColumns(screen.group));
    const name: Text = { join: [{ label: screen.row.short }, { label: screen.group.short }], by: " · " };
    const heading: Text = unit ? { key: "column-with-unit", args: { name, unit: { label: unit } } } : name;
    const action = actionText("form", flow, round.round, screen.id);
    return [
      { kind: "heading", text: heading },
      { kind: "text", text: { join: open.map((place) => columnName(place.column, screen.group)), by: "  " } },
      { kind: "text", text: invitation(open, situation) },
      {
        kind: "inputs",
        action,
        submit: { key: "interview-form-submit" },
        inputs: open.map((place) => formInput(place, situation)),
      },
      {
        kind: "choices",
        choices: [{ label: { key: "interview-all-zero" }, action: actionText("zeros", flow, round.round, screen.id) }],
      },
    ];
  },

  said(screen, text, situation) {
    if (allZero.test(fold(text))) return answer(screen, zeros(screen, situation), situation);
    return answer(screen, readFigures(text, screen.places, situation.report.cells), situation);
  },

  pressed(screen, action, fields, situation) {
    switch (action.verb) {
      case "form": {
        const filled = screen.places.filter((place) => (fields[place.column.id] ?? "").trim() !== "");
        if (filled.length === 0) return { kind: "refused", why: [{ key: "interview-form-empty" }] };
        return answer(screen, readFields(filled, fields), situation);
      }
      case "zeros":
        return answer(screen, zeros(screen, situation), situation);
      case "say":
        return this.said(screen, action.value, situation);
      default:
        return undefined;
    }
  },
};

/** The words of the button, typed, and 无 for the whole screen. A bare 0 is one figure, and is never spread. */
const allZero = /^(都|全|全部|均|一律)(是|为)? ?(0|零|没有|无)$|^(无|零|没有|none)$|^all (0|zero)$/;

function zeros(screen: FiguresScreen, situation: Situation): FiguresRead {
  return { kind: "figures", figures: openPlaces(screen, situation).map((place): ReadFigure => ({ place, value: 0 })) };
}

/** The places to be asked: those without a figure, or all of them when a whole screen is mended. */
function openPlaces(screen: FiguresScreen, { report }: Situation): readonly Place[] {
  const open = screen.places.filter((place) => report.cells[place.id] === undefined);
  return open.length > 0 ? open : screen.places;
}

function readFields(places: readonly Place[], fields: Readonly<Record<string, string>>): FiguresRead {
  const read: ReadFigure[] = [];
  for (const place of places) {
    const one = readFigures(fields[place.column.id] ?? "", [place], {});
    if (one.kind !== "figures") return one.kind === "refused" ? { ...one, place } : one;
    read.push(...one.figures);
  }
  return { kind: "figures", figures: read };
}

/** Keeps what was read, unless it is not understood or contradicts a check that must hold. */
function answer(screen: FiguresScreen, read: FiguresRead, situation: Situation): Answer {
  if (read.kind !== "figures") return { kind: "refused", ...whyNot(screen, read, situation) };
  const cells = Object.fromEntries(read.figures.map(({ place, value }) => [place.id, value]));
  const after = { ...situation.report.cells, ...cells };
  const errors = unsettled(findings(situation, after, Object.keys(cells)), situation.report, "error");
  if (errors.length > 0) {
    const why: Text[] = errors.map((error) => ({ key: "interview-error", args: { error: sentence(error) } }));
    return { kind: "refused", why: [...why, { key: "interview-nothing-kept" }] };
  }
  const echo: Text = { key: "interview-echo", args: { what: echoFigures(read.figures, after) } };
  return { kind: "kept", entries: [{ kind: "answered", screen: screen.id, cells }], echo: [echo] };
}

type Unread = Exclude<FiguresRead, { kind: "figures" }>;

function whyNot(
  screen: FiguresScreen,
  read: Unread,
  situation: Situation,
): { readonly why: readonly Text[]; readonly choices?: readonly Choice<Text>[] } {
  switch (read.kind) {
    case "refused": {
      const part = excerpt(read.part);
      const column: Text = read.place ? { label: read.place.column.short } : "";
      return {
        why: [{ key: `interview-refused-${read.why}`, args: { part, column, example: exampleOf(screen.places) } }],
      };
    }
    case "count": {
      const { got, asked } = read;
      const args = { asked: asked.length, got: got.length, parts: excerpt(got.join(" ")) };
      const names: Text = { join: asked.map((place) => ({ label: place.column.short })) };
      return {
        why: [
          { key: "interview-count", args },
          { key: "interview-count-names", args: { names } },
          { key: "interview-nothing-kept" },
        ],
      };
    }
    case "either": {
      const { flow, round } = situation;
      const choices = read.ways.map((way) => ({
        label: { join: way.split(" "), by: { key: "list-and" } },
        action: actionText("say", flow, round.round, screen.id, way),
      }));
      return {
        why: [
          {
            key: "interview-either",
            args: { ways: { join: choices.map((choice) => choice.label), by: { key: "list-or" } } },
          },
        ],
        choices,
      };
    }
    case "twice":
      return {
        why: [
          { key: "interview-twice", args: { column: { label: read.place.column.short } } },
          { key: "interview-nothing-kept" },
        ],
      };
  }
}

function invitation(open: readonly Place[], situation: Situation): Text {
  const last = situation.past.at(-1)?.cells;
  const before = open.map((place) => last?.[place.id]);
  const example = exampleOf(open);
  const args = { count: open.length, example };
  const ask: Text = { key: "interview-figures-ask", args };
  if (!before.every((value) => typeof value === "number")) return ask;
  const shown = before.map((value) => showFigure(Number(value))).join(" ");
  return { join: [ask, { key: "interview-last-round", args: { figures: shown } }], by: "    " };
}

function exampleOf(places: readonly Place[]): string {
  return places
    .map((place, index) => (place.column.kind === "amount" ? "1.5" : String(samples[index % samples.length])))
    .join(" ");
}

function formInput(place: Place, { report, past }: Situation) {
  const now = report.cells[place.id];
  const before = past.at(-1)?.cells[place.id];
  return {
    name: place.column.id,
    label: { label: place.column.short },
    ...(place.column.unit ? { unit: { label: place.column.unit } } : {}),
    ...(typeof before === "number"
      ? { placeholder: { key: "interview-last-round", args: { figures: showFigure(before) } } }
      : {}),
    ...(now === undefined ? {} : { value: String(now) }),
  };
}
