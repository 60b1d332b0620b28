import { type CellId, type Cells, cellAt } from "../cells.ts";
import type { Label } from "../message.ts";
import type { Bound, Expression, Formula } from "./expression.ts";
import type { CheckInput, Finding, Place } from "./flow.ts";
import type { Check } from "./schema.ts";

/** One check on one place of the form: the cells that it reads, by the name that it gives them. */
export type Run = {
  readonly check: Check;
  readonly expression: Expression;
  readonly reads: readonly { readonly name: string; readonly place: Place }[];
  /** What is wrong, with the name and the unit of a figure's column put in; its figures are still to come. */
  readonly say: Label;
  /** The repairs that the flow thinks likely: what each sets, and to what. */
  readonly repairs: readonly (readonly { readonly name: string; readonly formula: Formula }[])[];
};

/** What a check finds at its place, with the repairs that would settle it; undefined where it holds or cannot be asked. */
export function findingOf(run: Run, input: CheckInput): Finding | undefined {
  if (isQuiet(run, input) || bearsUnit(run, input)) return undefined;
  const bound = bind(run, input);
  if (!bound || comparesDeduction(run, bound) || run.expression.holds(bound) !== false) return undefined;
  const { id, level } = run.check;
  const figures = Object.fromEntries(
    Object.entries(bound).flatMap(([name, value]) => (typeof value === "boolean" ? [] : [[name, Number(value)]])),
  );
  const needsReason = run.check.reason === "required";
  const repairs = run.repairs
    .map((repair) => repaired(run, repair, bound, input))
    .filter((cells) => cells !== undefined);
  return {
    check: id,
    level,
    cells: run.reads.map(({ place }) => place.id),
    say: run.say,
    figures,
    needsReason,
    repairs,
  };
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

/** What was taken off this round is held against nothing: it is no number of cases or firms. */
function comparesDeduction({ check, reads }: Run, bound: Bound): boolean {
  if (check.over === "cumulative" || reads.length < 2) return false;
  return reads.some(({ name }) => Number(bound[name]) < 0);
}

/** Whether the figure that a check doubts for want of a unit was written with one. */
function bearsUnit({ check, reads }: Run, { measured = [] }: CheckInput): boolean {
  return reads.some(({ name, place }) => name === check.bare && measured.includes(place.id));
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
