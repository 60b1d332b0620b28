import { blockOf, cellId, type FlowBlock, type FlowColumn } from "../core/flow/flow.ts";
import { momentEnding } from "../core/interview/when.ts";
import { type Block, type Text, textOf } from "../core/message.ts";
import type { Table } from "../core/table/table.ts";
import type { Return, UnitPart } from "../exports/export.ts";
import { namedCell } from "./cell-name.ts";
import { changes } from "./changes.ts";
import { headGroups, headlines, shownIn } from "./headline.ts";
import type { House } from "./house.ts";
import { draftNames, unitNames } from "./overview.ts";
import { toGo } from "./standings.ts";

const say = (key: string, args: Readonly<Record<string, Text | number>> = {}): Block<Text> => ({
  kind: "text",
  text: { key, args },
});

/**
 * A consolidated return as a message: how far it is whole, the sums, what changed, what is in doubt, who is missing, the
 * tables. Where names are not for its readers (`named` false), who is missing is counted only.
 */
export function postingBlocks(
  house: House,
  of: Return,
  before: Return | undefined,
  heading: Text,
  named = true,
): readonly Block<Text>[] {
  const { flow, round, units } = of;
  const submitted = units.filter(({ standing }) => standing === "on-time" || standing === "late");
  const drafts = units.filter(({ standing }) => standing === "draft");
  const missing = units.filter(({ standing }) => standing === "missing");
  const late = units.filter(({ standing }) => standing === "late").length;
  const printed = of.tables.filter((table) => blockOf(flow, table.block).printed);
  const filled = printed.filter(({ roundTotals }) => Object.values(roundTotals).some((total) => total !== undefined));
  return [
    { kind: "heading", text: heading },
    say("posting-as-of", { asOf: momentEnding(round.covers.to, flow) }),
    say("posting-reported", {
      reported: submitted.length,
      of: units.length,
      open: drafts.length + missing.length,
      drafts: drafts.length,
      late,
    }),
    ...(filled.length === 0
      ? [say(submitted.length === 0 ? "posting-nobody" : "posting-no-figures")]
      : filled.flatMap((table) =>
          headlines(flow, table, tableBefore(table, before)).map((text): Block<Text> => ({ kind: "text", text })),
        )),
    ...changes(house, of, before),
    ...keptWarnings(house, of),
    ...(named && missing.length > 0
      ? [say("posting-missing", { names: unitNames(shorts(house, missing), NAMED) })]
      : []),
    ...(named && drafts.length > 0 ? [say("posting-drafts", { names: draftsOf(house, of, drafts) })] : []),
    ...filled.flatMap((table) => sections(blockOf(flow, table.block), table)),
  ];
}

/** The same block a round before, where anybody reported then. */
function tableBefore({ block }: Table, before: Return | undefined): Table | undefined {
  if (!before?.units.some(({ report }) => report.status === "submitted")) return undefined;
  return before.tables.find((each) => each.block === block);
}

/** So many of the missing are named: the whole list is a press away, and in the leaders' workbook. */
const NAMED = 12;
/** So many warnings are said with their reasons; the leaders' workbook lists them all. */
const SAID = 5;

/** The warnings that stand, each with its unit, its place and the reason given. */
function keptWarnings(house: House, { flow, units }: Return): readonly Block<Text>[] {
  const kept = units
    .filter(({ report }) => report.status === "submitted")
    .flatMap((unit) => unit.kept.map((warning) => ({ unit: unit.id, warning })));
  if (kept.length === 0) return [];
  const lines = kept.slice(0, SAID).map(({ unit, warning }) =>
    say("posting-kept-one", {
      unit: textOf(house.people.unit(unit).short),
      place: namedCell(flow, warning.cells[0] ?? "")?.name ?? "",
      reason: warning.reason,
    }),
  );
  return [say("posting-kept", { count: kept.length }), ...lines];
}

function shorts(house: House, units: readonly UnitPart[]) {
  return units.map(({ id }) => house.people.unit(id).short);
}

function draftsOf(house: House, { flow }: Return, drafts: readonly UnitPart[]): Text {
  return draftNames(
    drafts.map(({ id, report, standing }) => {
      const unit = house.people.unit(id);
      return { unit, report, standing, screensToGo: toGo(flow, unit, report) };
    }),
  );
}

/** A small table for each group that no other sums up: rows of the form, its columns, the sum over the rows. */
function sections(block: FlowBlock, table: Table): readonly Block<Text>[] {
  const tables = headGroups(block).map((group): Block<Text> => {
    const figures = (of: (column: string) => number | undefined) =>
      group.columns.map((column) => shownIn(column, of(column.id)));
    const rows = block.rows.map((row): readonly Text[] => [
      { label: row.short },
      ...figures((column) => table.round[cellId(row.id, group.id, column)]),
    ]);
    const sum: readonly Text[] = [
      { key: "posting-total" },
      ...figures((column) => table.roundTotals[`${group.id}.${column}`]),
    ];
    const head: readonly Text[] = [{ key: "posting-row" }, ...group.columns.map(columnName)];
    return { kind: "table", caption: { label: group.label }, head, rows: [...rows, sum] };
  });
  const entries = headGroups(block).flatMap((group) => group.columns.filter((column) => column.adds === "entries"));
  const names: Text = { join: entries.map((column) => ({ label: column.short })), by: { key: "list-comma" } };
  return entries.length > 0 ? [...tables, say("posting-entries", { names })] : tables;
}

/** Counts speak for themselves; an amount says in what it is. */
function columnName({ short, unit, kind, computed }: FlowColumn): Text {
  if (kind !== "amount" || computed || !unit) return { label: short };
  return { key: "column-with-unit", args: { name: { label: short }, unit: { label: unit } } };
}
