import { blockOf } from "../../core/flow/flow.ts";
import { momentEnding } from "../../core/interview/when.ts";
import { type Block, type Text, textOf, worded } from "../../core/message.ts";
import { isConfirmed } from "../../core/report-changes.ts";
import type { Table } from "../../core/table/table.ts";
import type { Return, UnitPart } from "../../exports/export.ts";
import type { House } from "../house.ts";
import { namedCell } from "./cell-name.ts";
import { changes, moved, movedLine } from "./changes.ts";
import type { Compared } from "./compared.ts";
import { keptLine } from "./kept-warnings.ts";
import { keyFigures } from "./key-figures.ts";
import { draftNames, unitNames } from "./overview.ts";
import { rowTables } from "./row-tables.ts";
import { toGo } from "./standings.ts";

/**
 * A consolidated return as a message: how far it is whole, the sums, what changed, what is in doubt, who is missing, the
 * tables. Where names are not for its readers (`named` false), who is missing is counted only.
 */
export function postingBlocks(
  house: House,
  of: Return,
  compared: Compared | undefined,
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
  const asOf: Text = { key: "posting-as-of", args: { asOf: momentEnding(round.covers.to, flow) } };
  const counts = { reported: submitted.length, of: units.length, open: drafts.length + missing.length };
  const reported: Text = { key: "posting-reported", args: { ...counts, drafts: drafts.length, late } };
  const before = compared?.alike ? { before: compared.before.tables } : {};
  const figures = keyFigures({ flow, tables: of.tables, ...before }, { figures: "round" });
  return [
    { kind: "heading", text: heading },
    { kind: "text", text: { join: [asOf, reported], by: " · " } },
    ...(figures.length === 0 ? [worded(submitted.length === 0 ? "posting-nobody" : "posting-no-figures")] : figures),
    ...(compared ? [...movedOfSome(compared), ...changes(house, compared.now, compared.before)] : []),
    ...keptWarnings(house, of),
    ...(named && missing.length > 0
      ? [worded("posting-missing", { names: unitNames(shorts(house, missing), NAMED) })]
      : []),
    ...(named && drafts.length > 0 ? [worded("posting-drafts", { names: draftsOf(house, of, drafts) })] : []),
    ...filled.flatMap((table) => rowTables(blockOf(flow, table.block), { figures: "round" }, table)),
  ];
}

function tableIn({ tables }: Return, { block }: Table): Table | undefined {
  return tables.find((each) => each.block === block);
}

/** How the sums of the units that reported both rounds moved, where not all did: the headlines are of others too. */
function movedOfSome({ alike, now, before, units }: Compared): readonly Block<Text>[] {
  const printed = now.flow.blocks.find((block) => block.printed);
  const table = now.tables.find(({ block }) => block === printed?.id);
  const then = table && tableIn(before, table);
  if (alike || !table || !then) return [];
  const at = (of: Table) => (group: string, column: string) => of.roundTotals[`${group}.${column}`];
  return movedLine(units, moved(now.flow, table.block, at(table), at(then)));
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
    worded("posting-kept-one", {
      unit: textOf(house.people.unit(unit).short),
      place: namedCell(flow, warning.cells[0] ?? "")?.name ?? "",
      reason: warning.reason ?? { key: warning.unexplained ? "interview-unexplained" : "interview-confirmed" },
    }),
  );
  const unexplained = kept.filter(({ warning }) => warning.unexplained).length;
  const confirmed = kept.filter(({ warning }) => isConfirmed(warning)).length;
  return [keptLine(kept.length, confirmed, unexplained), ...lines];
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
