import { askedColumns, askedOf, type Flow } from "../core/flow/flow.ts";
import { type Text, textOf } from "../core/message.ts";
import type { Member, Unit } from "../core/roster.ts";
import { within } from "../core/table/tree.ts";
import type { House } from "./house.ts";
import { reporting } from "./rights.ts";

/** What an example may name: a branch, a unit, and the row, group and column of a figure. */
export type Examples = Readonly<Record<"branch" | "unit" | "row" | "group" | "column", Text>>;

/**
 * Names for the examples in sentences to somebody, of their own flow and roster: the unit that they report for, or the
 * first that they oversee, and the first figure that it is asked for. To nobody in particular, the first of all.
 */
export function examplesFor({ flows, people }: Pick<House, "flows" | "people">, member?: Member): Examples {
  const { roster } = people;
  const overseen = roster.units.filter(({ id }) => !member || people.oversees(member, id));
  const own = member && reporting.includes(member.role) ? people.unit(member.unit) : undefined;
  const unit = own ?? overseen.find(({ department }) => department !== undefined) ?? roster.units[0];
  const figure = firstFigure(
    flows.map(({ flow }) => flow),
    own,
  );
  const branch = overseen.find((each) => isBranch(each, roster.units)) ?? unit;
  return {
    branch: branch ? textOf(branch.short) : "",
    unit: unit ? textOf(unit.short) : "",
    row: figure ? { label: figure.row.short } : "",
    group: figure ? { label: figure.group.short } : "",
    column: figure ? { label: figure.column.short } : "",
  };

  /** Units lie in it, and it does not hold all of them. */
  function isBranch({ id, department }: Unit, units: readonly Unit[]): boolean {
    const inside = units.filter((each) => within(roster, each.id, id));
    return department === undefined && inside.length > 1 && inside.length < units.length;
  }
}

function firstFigure(flows: readonly Flow[], unit: Unit | undefined) {
  for (const flow of flows) {
    const [asked] = unit ? askedOf(flow, unit.department ?? "") : [];
    if (asked) return asked;
  }
  const [block] = flows.flatMap(({ blocks }) => blocks);
  const [row] = block?.rows ?? [];
  const [group] = block?.groups ?? [];
  const [column] = group ? askedColumns(group) : [];
  return row && group && column ? { row, group, column } : undefined;
}
