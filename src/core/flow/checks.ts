import type { CellId } from "../cells.ts";
import type { Label } from "../message.ts";
import { findingOf, type Run } from "./check-run.ts";
import {
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
  type Flow,
  type FlowBlock,
  type FlowColumn,
  type Form,
  type Group,
  type Place,
} from "./flow.ts";
import type { Check } from "./schema.ts";

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
  return (input, only, level) => {
    const runs = byDepartment.get(input.department);
    if (!runs) return [];
    const chosen = only ? touching(runs, only) : runs.all;
    const asked = level === undefined ? chosen : chosen.filter(({ check }) => check.level === level);
    return asked.flatMap((run) => findingOf(run, input) ?? []);
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
  const indices = new Set<number>();
  for (const id of only) for (const index of runs.byCell.get(id) ?? []) indices.add(index);
  return Array.from(indices)
    .sort(upwards)
    .flatMap((index) => runs.all[index] ?? []);
}

const upwards = (a: number, b: number) => a - b;

function runsOfCheck(form: Form, check: Check, places: readonly Place[]): readonly Run[] {
  if (check.each === "report") {
    const expression = ready(check, variablesOf(check, []));
    return [{ check, expression, say: check.say, reads: [], repairs: [] }];
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
      return here.map((place) => ({
        check,
        expression,
        repairs,
        say: sayAbout(check, place.column),
        reads: [{ name: "value", place }],
      }));
    const rows = [...new Set(here.map((place) => place.row.id))];
    return rows.flatMap((row) => {
      const reads = expression.names.flatMap((name) => {
        const place = here.find((each) => each.row.id === row && each.column.id === name);
        return place ? [{ name, place }] : [];
      });
      return reads.length === expression.names.length ? [{ check, expression, say: check.say, reads, repairs }] : [];
    });
  });
}

/** What a check says of a figure, with what its column is called and its unit. */
function sayAbout({ say }: Check, { short, unit = {} }: FlowColumn): Label {
  const named = ([language, words]: [string, string]) => [
    language,
    words.replaceAll("{name}", short[language] ?? "").replaceAll("{unit}", unit[language] ?? ""),
  ];
  return Object.fromEntries(Object.entries(say).map(named));
}

function ready(check: Check, variables: Variables): Expression {
  const expression = expressionOf(check.require, variables);
  if ("names" in expression) return expression;
  throw new Error(`check ${check.id} was not examined: ${expression.wrong.key}`);
}

function readyFormula(check: Check, text: string, variables: Variables): Formula {
  const formula = formulaOf(text, variables);
  if ("names" in formula) return formula;
  throw new Error(`a repair of check ${check.id} was not examined: ${formula.wrong.key}`);
}
