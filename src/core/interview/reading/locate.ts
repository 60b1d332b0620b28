import { nothingFilled } from "../../cells.ts";
import { askedOf, type Place, questionsFor, type Row } from "../../flow/flow.ts";
import { workedOut } from "../../worked-out.ts";
import type { FiguresScreen, Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { readFigures } from "./figures-read.ts";
import { asWritten, fold, leadingName, namesOf } from "./names.ts";

/** Where a text that names a place leads: a screen and what is said to it (nothing: it is only to be shown again). */
export type Located =
  | { readonly kind: "screen"; readonly screen: Screen; readonly rest: string }
  /** The column stands in several groups of the row: each way to say it without doubt. */
  | { readonly kind: "several"; readonly screens: readonly FiguresScreen[]; readonly rest: string };

/**
 * Reads a text that begins with the name of a row (`口罩 立案 5`, `口罩 质量违法 3 0 1.5 0 0 24`) or of a question
 * (`工作情况 ……`). Undefined where it names nothing of the form.
 */
export function locate(text: string, screens: readonly Screen[], situation: Situation): Located | undefined {
  const folded = fold(text);
  const places = askedOf(situation.flow, situation.unit.department ?? "");
  const rows = [...new Map(places.map((place) => [place.row.id, place.row])).values()];
  const row = leadingName(folded, rows);
  if (!row) return locateQuestion(text, screens, situation);
  const ofRow = figuresScreens(places).filter((screen) => screen.row === row.thing);
  const group = leadingGroup(
    row.rest,
    ofRow.flatMap((screen) => screen.places),
  );
  const named = group && ofRow.find((screen) => screen.group === group.thing);
  if (named && group) return { kind: "screen", screen: named, rest: group.rest };
  if (row.rest === "") {
    const first = screens.find((screen) => screen.kind === "figures" && screen.row.id === row.thing.id) ?? ofRow[0];
    return first && { kind: "screen", screen: first, rest: "" };
  }
  const naming = screensNaming(row.rest, ofRow, screens);
  const [only, another] = naming;
  if (!only) return undefined;
  if (another) return { kind: "several", screens: naming, rest: row.rest };
  return { kind: "screen", screen: only, rest: row.rest };
}

/** The class whose name begins a text; none where the longer name of a column does: 抽查企业 is no 抽查. */
function leadingGroup(
  text: string,
  places: readonly Place[],
): { readonly thing: Place["group"]; readonly rest: string } | undefined {
  const group = leadingName(text, [...new Set(places.map((place) => place.group))]);
  const column = leadingName(text, [...new Set(places.map((place) => place.column))]);
  return group && column && column.rest.length < group.rest.length ? undefined : group;
}

/** The screens of one row whose columns a text names; those that the report has open come before the others. */
export function screensNaming(
  rest: string,
  ofRow: readonly FiguresScreen[],
  screens: readonly Screen[],
): readonly FiguresScreen[] {
  const fitting = ofRow.filter(
    ({ places }) =>
      places.some((place) => namesOf(place.column).some((name) => rest.includes(name))) &&
      readFigures(rest, places, nothingFilled).kind === "figures",
  );
  const open = fitting.filter(({ id }) => screens.some((screen) => screen.id === id));
  return open.length > 0 ? open : fitting;
}

function locateQuestion(text: string, screens: readonly Screen[], { flow, unit }: Situation): Located | undefined {
  const asked = questionsFor(flow, unit.department ?? "").flatMap((question) =>
    question.type === "table" ? [] : [question],
  );
  const found = leadingName(fold(text), asked);
  const screen = found && screens.find((each) => each.id === found.thing.id);
  if (!found || !screen) return undefined;
  // The words themselves are taken as written, not as folded for comparison.
  return { kind: "screen", screen, rest: asWritten(text, found.rest) };
}

/** The screens of a form are the same with every message: what is known of their columns is worked out once as well. */
const ofForms = new WeakMap<readonly Place[], readonly FiguresScreen[]>();

/** The screens of what a form asks, one for each row and group, whether they are asked yet or not. */
export function figuresScreens(asked: readonly Place[]): readonly FiguresScreen[] {
  return workedOut(ofForms, asked, screensAsking);
}

function screensAsking(places: readonly Place[]): readonly FiguresScreen[] {
  const screens = new Map<string, FiguresScreen>();
  for (const place of places) {
    const id = `${place.row.id}.${place.group.id}`;
    const before = screens.get(id)?.places ?? [];
    screens.set(id, { kind: "figures", id, row: place.row, group: place.group, places: [...before, place] });
  }
  return [...screens.values()];
}

/** The row of a form that has no other. */
export function onlyRow(asked: readonly Place[]): Row | undefined {
  const row = asked[0]?.row;
  return asked.every((place) => place.row === row) ? row : undefined;
}

/** The cells that words name: a row, a row and a group, or these with columns; none where they name nothing. */
export function placesNamed(words: string, places: readonly Place[]): readonly Place[] {
  const rows = [...new Set(places.map(({ row }) => row))];
  const [only, another] = rows;
  // A form's only row needs no name.
  const row =
    leadingName(fold(words), rows) ??
    (only && !another && words.trim() !== "" ? { thing: only, rest: fold(words) } : undefined);
  if (!row) return [];
  const ofRow = places.filter((place) => place.row === row.thing);
  const group = leadingGroup(row.rest, ofRow);
  const ofGroup = group ? ofRow.filter((place) => place.group === group.thing) : ofRow;
  const rest = group?.rest ?? row.rest;
  if (rest === "") return ofGroup;
  const column = leadingName(rest, [...new Set(ofGroup.map((place) => place.column))]);
  return column ? ofGroup.filter((place) => namesOf(place.column).includes(rest)) : [];
}
