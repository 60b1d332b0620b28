import { type CellId, cellAt, saysMoreThanZero } from "../cells.ts";
import {
  askedColumns,
  blockOf,
  cellId,
  type Flow,
  type Group,
  type Place,
  questionsFor,
  type Row,
} from "../flow/flow.ts";
import type { ChoiceQuestion, Question, TableQuestion, TextQuestion } from "../flow/schema.ts";
import type { Label } from "../message.ts";
import type { Report } from "../report.ts";

/** One thing to tick, with the cells that become explicit zeros where it is not. */
export type Option = {
  readonly id: string;
  readonly label: Label;
  readonly short: Label;
  readonly aliases: readonly string[];
  readonly cells: readonly CellId[];
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

/** A report's screens, and which of them are done, are asked for many times an answer: worked out once as it stands. */
const worked = new WeakMap<Report, { flow: Flow; department: string; screens: readonly Screen[] }>();
const doneIn = new WeakMap<Report, Map<Screen, boolean>>();
const activeIn = new WeakMap<Report, Map<TicksScreen, readonly Option[]>>();

/** The screens of a report in order, as far as its ticks tell which there are. */
export function screensOf(flow: Flow, department: string, report: Report): readonly Screen[] {
  const known = worked.get(report);
  if (known?.flow === flow && known.department === department) return known.screens;
  const screens = questionsFor(flow, department).flatMap((question) => screensOfQuestion(flow, question, report));
  worked.set(report, { flow, department, screens });
  return screens;
}

function screensOfQuestion(flow: Flow, question: Question, report: Report): readonly Screen[] {
  switch (question.type) {
    case "table":
      return tableScreens(flow, question, report);
    case "text":
      return [{ kind: "text", id: question.id, question }];
    case "choice":
      return [{ kind: "choice", id: question.id, question }];
  }
}

/** Whether a screen needs no answer any more. */
export function isDone(screen: Screen, report: Report): boolean {
  const known = kept(doneIn, report);
  const told = known.get(screen) ?? worksOutDone(screen, report);
  known.set(screen, told);
  return told;
}

function worksOutDone(screen: Screen, report: Report): boolean {
  switch (screen.kind) {
    case "ticks": {
      // Ticked, or with a figure that says as much, or with every figure there: pasted and uploaded ones answer it too.
      const active = activeOptions(screen, report);
      return screen.options.every(
        (option) => active.includes(option) || option.cells.every((id) => cellAt(report.cells, id) !== undefined),
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

/** How many figures of a screen nobody has given yet. */
export function missingOn({ row, group, places }: FiguresScreen, report: Report): number {
  const given = report.cells.rows[row.id]?.[group.id];
  if (!given) return places.length;
  return places.reduce((missing, { column }) => (given[column.id] === undefined ? missing + 1 : missing), 0);
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

/** Options of a ticking screen that count as ticked: those chosen, and those with a figure other than 0. */
export function activeOptions(screen: TicksScreen, report: Report): readonly Option[] {
  const known = kept(activeIn, report);
  const told = known.get(screen);
  if (told) return told;
  const chosen = report.chosen[screen.id] ?? [];
  const active = screen.options.filter(
    (option) => chosen.includes(option.id) || option.cells.some((id) => saysMoreThanZero(report.cells, id)),
  );
  known.set(screen, active);
  return active;
}

/** What is already known of a report as it stands: a report is never changed, another takes its place. */
function kept<Of, Told>(by: WeakMap<Report, Map<Of, Told>>, report: Report): Map<Of, Told> {
  const known = by.get(report) ?? new Map<Of, Told>();
  by.set(report, known);
  return known;
}

function tableScreens(flow: Flow, question: TableQuestion, report: Report): readonly Screen[] {
  const plan = planOf(flow, question);
  const ofRow = (row: RowPlan): readonly Screen[] => {
    if (!row.ticks) return row.first;
    const active = activeOptions(row.ticks, report).map((option) => option.id);
    return [...row.first, row.ticks, ...row.classes.filter((screen) => active.includes(screen.group.id))];
  };
  if (!plan.ticks) return plan.rows.flatMap(ofRow);
  // What has figures before anything was ticked (pasted, or named in so many words) can be seen and mended as well.
  const active = activeOptions(plan.ticks, report).map((option) => option.id);
  return [plan.ticks, ...plan.rows.filter((each) => active.includes(each.row.id)).flatMap(ofRow)];
}

/** All screens that a table question can come to; which of them are asked follows from the ticks. */
type TablePlan = { readonly ticks?: TicksScreen; readonly rows: readonly RowPlan[] };
type RowPlan = {
  readonly row: Row;
  readonly first: readonly FiguresScreen[];
  readonly ticks?: TicksScreen;
  readonly classes: readonly FiguresScreen[];
};

/** Plans depend on the flow alone and are needed several times an answer: made once for each flow and question. */
const plans = new WeakMap<Flow, Map<string, TablePlan>>();

function planOf(flow: Flow, question: TableQuestion): TablePlan {
  const ofFlow = plans.get(flow) ?? new Map<string, TablePlan>();
  plans.set(flow, ofFlow);
  const plan = ofFlow.get(question.id) ?? makePlan(flow, question);
  ofFlow.set(question.id, plan);
  return plan;
}

function makePlan(flow: Flow, question: TableQuestion): TablePlan {
  const block = blockOf(flow, question.block);
  const rows = block.rows.filter((row) => !question.rows || question.rows.includes(row.id));
  const groups = block.groups.filter(
    (group) => askedColumns(group).length > 0 && (!question.groups || question.groups.includes(group.id)),
  );
  const ticked = question.tick_groups;
  const figures = (row: Row, group: Group): FiguresScreen => ({
    kind: "figures",
    id: `${row.id}.${group.id}`,
    row,
    group,
    places: askedColumns(group).map((column) => ({
      id: cellId(row.id, group.id, column.id),
      block,
      row,
      group,
      column,
    })),
  });
  const cells = (screens: readonly FiguresScreen[]) => screens.flatMap(({ places }) => places.map((place) => place.id));
  const planRow = (row: Row): RowPlan => {
    const first = groups.filter((group) => !ticked?.groups.includes(group.id)).map((group) => figures(row, group));
    const classes = groups.filter((group) => ticked?.groups.includes(group.id)).map((group) => figures(row, group));
    if (!ticked || classes.length === 0) return { row, first, classes };
    const options = classes.map((screen) => ({ ...screen.group, cells: cells([screen]) }));
    const ticks: TicksScreen = { kind: "ticks", id: `${row.id}.${question.id}`, ask: ticked.ask, under: row, options };
    return { row, first, ticks, classes };
  };
  const planned = rows.map(planRow);
  if (!question.tick_rows) return { rows: planned };
  const options = planned.map(({ row, first, classes }) => ({ ...row, cells: cells([...first, ...classes]) }));
  return { rows: planned, ticks: { kind: "ticks", id: question.id, ask: question.tick_rows, options } };
}
