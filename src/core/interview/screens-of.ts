import type { FilledRow } from "../cells.ts";
import { askedColumns, blockOf, cellId, type Flow, type Group, questionsFor, type Row } from "../flow/flow.ts";
import type { Question, TableQuestion } from "../flow/schema.ts";
import type { Report } from "../report.ts";
import { workedOut } from "../worked-out.ts";
import { activeOptions, type FiguresScreen, type Screen, type TicksScreen } from "./screens.ts";

/** A report's screens are asked for many times an answer: worked out once as it stands. */
const worked = new WeakMap<Report, { flow: Flow; department: string; screens: readonly Screen[] }>();

/** The screens of a report in order, as far as its ticks tell which there are. */
export function screensOf(flow: Flow, department: string, report: Report): readonly Screen[] {
  const known = worked.get(report);
  if (known?.flow === flow && known.department === department) return known.screens;
  const screens = joined(questionsFor(flow, department).map((question) => screensOfQuestion(flow, question, report)));
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

function tableScreens(flow: Flow, question: TableQuestion, report: Report): readonly Screen[] {
  const plan = planOf(flow, question);
  const ofRow = (row: RowPlan) => rowScreens(row, report);
  if (!plan.ticks) return joined(plan.rows.map(ofRow));
  // What has figures before anything was ticked (pasted, or named in so many words) can be seen and mended as well.
  const active = activeOptions(plan.ticks, report).map((option) => option.id);
  return joined([[plan.ticks], ...plan.rows.filter((each) => active.includes(each.row.id)).map(ofRow)]);
}

const none: readonly Screen[] = [];

/** Copied list by list: `flatMap` goes screen by screen, of which there are many, twice an answer. */
const joined = (lists: readonly (readonly Screen[])[]): readonly Screen[] => none.concat(...lists);

/** The screens of a row: the same as in the report before where no answer touched the row since. */
function rowScreens({ row, first, ticks, classes, standing }: RowPlan, report: Report): readonly Screen[] {
  if (!ticks) return first;
  const filled = report.cells.rows[row.id];
  const chosen = report.chosen[ticks.id];
  const known = filled && standing.get(filled);
  if (known && known.chosen === chosen) return known.screens;
  const active = activeOptions(ticks, report).map((option) => option.id);
  const screens = [...first, ticks, ...classes.filter((screen) => active.includes(screen.group.id))];
  if (filled) standing.set(filled, { chosen, screens });
  return screens;
}

/** All screens that a table question can come to; which of them are asked follows from the ticks. */
type TablePlan = { readonly ticks?: TicksScreen; readonly rows: readonly RowPlan[] };
type RowPlan = {
  readonly row: Row;
  readonly first: readonly FiguresScreen[];
  readonly ticks?: TicksScreen;
  readonly classes: readonly FiguresScreen[];
  /** What the row came to, by its figures: with each answer all rows but one stand as they stood. */
  readonly standing: WeakMap<
    FilledRow,
    { readonly chosen: readonly string[] | undefined; readonly screens: readonly Screen[] }
  >;
};

/** Plans depend on the flow alone and are needed several times an answer: made once for each flow and question. */
const plans = new WeakMap<Flow, Map<string, TablePlan>>();

function planOf(flow: Flow, question: TableQuestion): TablePlan {
  const ofFlow = workedOut(plans, flow, () => new Map<string, TablePlan>());
  return workedOut(ofFlow, question.id, () => makePlan(flow, question));
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
  const planRow = (row: Row): RowPlan => {
    const first = groups.filter((group) => !ticked?.groups.includes(group.id)).map((group) => figures(row, group));
    const classes = groups.filter((group) => ticked?.groups.includes(group.id)).map((group) => figures(row, group));
    const standing: RowPlan["standing"] = new WeakMap();
    if (!ticked || classes.length === 0) return { row, first, classes, standing };
    const options = classes.map((screen) => ({ ...screen.group, screens: [screen] }));
    const ticks: TicksScreen = { kind: "ticks", id: `${row.id}.${question.id}`, ask: ticked.ask, under: row, options };
    return { row, first, ticks, classes, standing };
  };
  const planned = rows.map(planRow);
  if (!question.tick_rows) return { rows: planned };
  const options = planned.map(({ row, first, classes }) => ({ ...row, screens: [...first, ...classes] }));
  return { rows: planned, ticks: { kind: "ticks", id: question.id, ask: question.tick_rows, options } };
}
