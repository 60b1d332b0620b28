import { type CellId, type Cells, cellAt } from "../cells.ts";
import {
  type Bound,
  type Expression,
  expressionOf,
  type Formula,
  formulaOf,
  type Kind,
  namesOf,
  type Variables,
} from "./expression.ts";
import {
  askedOf,
  blockOf,
  type CheckInput,
  type Finding,
  type Flow,
  type FlowBlock,
  type FlowColumn,
  type Form,
  type Group,
  type Place,
} from "./flow.ts";
import type { Check } from "./schema.ts";

/** One check on one place of the form: the cells that it reads, by the name that it gives them. */
type Run = {
  readonly check: Check;
  readonly expression: Expression;
  readonly reads: readonly { readonly name: string; readonly place: Place }[];
  /** The repairs that the flow thinks likely: what each sets, and to what. */
  readonly repairs: readonly (readonly { readonly name: string; readonly formula: Formula }[])[];
};

/** The variables that a check may name, with their kinds; `columns` are those of the group that it runs on. */
export function variablesOf(check: Check, columns: readonly FlowColumn[]): Variables {
  switch (check.each) {
    case "report":
      return new Map<string, Kind>([
        ["zero", "bool"],
        ["zeros_before", "int"],
      ]);
    case "figure":
      return new Map<string, Kind>([
        ["value", "double"],
        ["median", "double"],
        ["reports", "int"],
        ["whole", "bool"],
      ]);
    case "group":
      return new Map(
        columns.filter((each) => !each.computed).map((each) => [each.id, each.kind === "count" ? "int" : "double"]),
      );
  }
}

/** The groups that a check runs on: those it lists, else all that have every column it names. Computed ones never. */
export function groupsRead(check: Check, block: FlowBlock): readonly Group[] {
  const asked = block.groups.filter((group) => !group.sums);
  if (check.groups) return asked.filter((group) => check.groups?.includes(group.id));
  const all = variablesOf(
    check,
    asked.flatMap((group) => group.columns),
  );
  const names = check.each === "group" ? namesOf(check.require, all) : [];
  return asked.filter((group) => {
    const own = variablesOf(check, group.columns);
    return names.every((name) => own.has(name));
  });
}

/** Makes a flow's checks ready to run; the flow has been examined. */
export function compileChecks(form: Form, checks: readonly Check[]): Flow["check"] {
  const byDepartment = new Map<string, Runs>();
  for (const department of Object.keys(form.asks)) byDepartment.set(department, runsOf(form, checks, department));
  return (input, only) => {
    const runs = byDepartment.get(input.department);
    if (!runs) return [];
    const chosen = only ? touching(runs, only) : runs.all;
    return chosen.flatMap((run) => findingOf(run, input) ?? []);
  };
}

type Runs = { readonly all: readonly Run[]; readonly byCell: ReadonlyMap<CellId, readonly number[]> };

function runsOf(form: Form, checks: readonly Check[], department: string): Runs {
  const places = askedOf(form, department);
  const all = checks
    .filter((check) => check.departments?.includes(department) ?? true)
    .flatMap((check) => runsOfCheck(form, check, places));
  const byCell = new Map<CellId, number[]>();
  all.forEach((run, index) => {
    for (const { place } of run.reads) byCell.set(place.id, [...(byCell.get(place.id) ?? []), index]);
  });
  return { all, byCell };
}

function touching(runs: Runs, only: ReadonlySet<CellId>): readonly Run[] {
  const indices = new Set([...only].flatMap((id) => runs.byCell.get(id) ?? []));
  return [...indices].sort((a, b) => a - b).flatMap((index) => runs.all[index] ?? []);
}

function runsOfCheck(form: Form, check: Check, places: readonly Place[]): readonly Run[] {
  if (check.each === "report") {
    const expression = ready(check, variablesOf(check, []));
    return [{ check, expression, reads: [], repairs: [] }];
  }
  const block = blockOf(form, check.block ?? "");
  return groupsRead(check, block).flatMap((group) => {
    const variables = variablesOf(check, group.columns);
    const expression = ready(check, variables);
    const repairs = check.repairs.map((repair) =>
      Object.entries(repair).map(([name, text]) => ({ name, formula: readyFormula(check, text, variables) })),
    );
    const here = places.filter((place) => place.block.id === block.id && place.group.id === group.id);
    if (check.each === "figure")
      return here.map((place) => ({ check, expression, repairs, reads: [{ name: "value", place }] }));
    const rows = [...new Set(here.map((place) => place.row.id))];
    return rows.flatMap((row) => {
      const reads = expression.names.flatMap((name) => {
        const place = here.find((each) => each.row.id === row && each.column.id === name);
        return place ? [{ name, place }] : [];
      });
      return reads.length === expression.names.length ? [{ check, expression, reads, repairs }] : [];
    });
  });
}

function ready(check: Check, variables: Variables): Expression {
  const expression = expressionOf(check.require, variables);
  if ("names" in expression) return expression;
  throw new Error(`check ${check.id} was not examined: ${expression.message}`);
}

function readyFormula(check: Check, text: string, variables: Variables): Formula {
  const formula = formulaOf(text, variables);
  if ("names" in formula) return formula;
  throw new Error(`a repair of check ${check.id} was not examined: ${formula.message}`);
}

function findingOf(run: Run, input: CheckInput): Finding | undefined {
  if (isQuiet(run, input)) return undefined;
  const bound = bind(run, input);
  if (!bound || run.expression.holds(bound) !== false) return undefined;
  const { id, level, say } = run.check;
  const figures = Object.fromEntries(
    Object.entries(bound).flatMap(([name, value]) => (typeof value === "boolean" ? [] : [[name, Number(value)]])),
  );
  const needsReason = run.check.reason === "required";
  const repairs = run.repairs
    .map((repair) => repaired(run, repair, bound, input))
    .filter((cells) => cells !== undefined);
  return { check: id, level, cells: run.reads.map(({ place }) => place.id), say, figures, needsReason, repairs };
}

/** The figures after a repair; undefined where it gives none, or where the check would not hold even then. */
function repaired(run: Run, repair: Run["repairs"][number], bound: Bound, input: CheckInput): Cells | undefined {
  const after: Record<string, bigint | number | boolean> = { ...bound };
  const cells: Record<CellId, number> = {};
  for (const { name, formula } of repair) {
    const place = run.reads.find((read) => read.name === name)?.place;
    const figure = formula.gives(bound);
    if (!place || figure === undefined || (place.column.kind === "count" && !Number.isInteger(figure)))
      return undefined;
    after[name] = run.check.each === "group" && place.column.kind === "count" ? BigInt(figure) : figure;
    const before = run.check.over === "cumulative" ? input.before[place.id] : 0;
    cells[place.id] = Math.round((figure - (typeof before === "number" ? before : 0)) * 1e6) / 1e6;
  }
  return run.expression.holds(after) === true ? cells : undefined;
}

/** Whether an expression holds where every figure that it reads is 0; told once for each, and for each kind of column. */
const holdsAtZero = new WeakMap<Expression, Map<string, boolean>>();

/**
 * Most figures of a report are zeros, and most checks hold among zeros: those need not be worked out again. (A review
 * runs every check on every place of the form: this makes it several times as fast.)
 */
function isQuiet({ check, expression, reads }: Run, input: CheckInput): boolean {
  if (check.each === "report" || (check.each === "figure" && expression.names.includes("median"))) return false;
  for (const { place } of reads) {
    if (cellAt(input.cells, place.id) !== 0) return false;
    if (check.over === "cumulative" && (input.before[place.id] ?? 0) !== 0) return false;
  }
  const kind = reads.map(({ place }) => place.column.kind).join();
  const known = holdsAtZero.get(expression) ?? new Map<string, boolean>();
  holdsAtZero.set(expression, known);
  const told = known.get(kind);
  if (told !== undefined) return told;
  const values = reads.map(({ name, place }) => [
    name,
    check.each === "group" && place.column.kind === "count" ? 0n : 0,
  ]);
  const holds = expression.holds({ ...Object.fromEntries(values), whole: kind === "count", reports: 0n }) !== false;
  known.set(kind, holds);
  return holds;
}

/** The values of the variables that the check names; undefined where one is absent, n/a or not of its kind. */
function bind(run: Run, input: CheckInput): Bound | undefined {
  const bound: Record<string, bigint | number | boolean> = {};
  for (const name of run.expression.names) {
    const value = valueNamed(run, input, name);
    if (value === undefined) return undefined;
    const place = run.check.each === "group" ? placeNamed(run, name) : undefined;
    if (place?.column.kind !== "count") bound[name] = value;
    // A fraction where a count belongs fits no int; the check for whole numbers speaks of it.
    else if (Number.isSafeInteger(value)) bound[name] = BigInt(value);
    else return undefined;
  }
  return bound;
}

const placeNamed = ({ reads }: Run, name: string): Place | undefined => reads.find((read) => read.name === name)?.place;

/** One variable's value: what is not named is not worked out, for a check is made at every place of the form. */
function valueNamed(run: Run, input: CheckInput, name: string): bigint | number | boolean | undefined {
  const { check, reads } = run;
  if (check.each === "report")
    return name === "zero" ? input.zero : name === "zeros_before" ? BigInt(input.zerosBefore) : undefined;
  const [first] = reads;
  if (check.each === "figure" && first) {
    const past = input.past[first.place.id] ?? [];
    if (name === "median") return medianOf(past);
    if (name === "reports") return BigInt(past.length);
    if (name === "whole") return first.place.column.kind === "count";
  }
  const place = placeNamed(run, name);
  return place && figureOf(check, place, input);
}

function figureOf(check: Check, place: Place, input: CheckInput): number | undefined {
  const now = cellAt(input.cells, place.id);
  if (typeof now !== "number" || !Number.isFinite(now)) return undefined;
  if (check.over === "round") return now;
  const before = input.before[place.id];
  // Sums of decimals carry binary dust (0.1 + 0.2) that a check must not see; columns keep at most six decimals.
  return typeof before === "number" ? Math.round((before + now) * 1e6) / 1e6 : now;
}

function medianOf(figures: readonly number[]): number | undefined {
  const ordered = [...figures].sort((a, b) => a - b);
  const middle = ordered.length / 2;
  const [low, high] = [ordered[Math.ceil(middle) - 1], ordered[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
