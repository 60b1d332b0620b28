import type { CellValue } from "../../core/cells.ts";
import { blockOf, type Flow, type FlowBlock, type FlowColumn, type Group } from "../../core/flow/flow.ts";
import { dayAndClock } from "../../core/interview/when.ts";
import { type Block, type Text, worded } from "../../core/message.ts";
import type { Return, RevisedUnit } from "../../exports/export.ts";
import type { House } from "../house.ts";
import { inReturn } from "../in-return.ts";
import { namedCell } from "./cell-name.ts";
import { headGroups, shownIn } from "./headline.ts";

/** So many lines of one kind are said; the workbook's sheet of changes has them all. */
const SAID = 12;

/** A version after the first as a short notice: who came late, which figures changed and why, and what that makes. */
export function revisionBlocks(
  house: House,
  of: Return & Required<Pick<Return, "revised">>,
  before: Return,
): readonly Block<Text>[] {
  const { flow, round, units, revised } = of;
  const came = revised.units.filter(({ kind }) => kind !== "corrected");
  const lines = [
    ...came.map((unit) => cameLine(flow, unit)),
    ...revised.units.filter(({ kind }) => kind === "corrected").flatMap((unit) => correctedLines(flow, unit)),
  ];
  const reported = units.filter(({ standing }) => standing === "on-time" || standing === "late").length;
  return [
    {
      kind: "heading",
      text: inReturn(house, flow, {
        key: "revision-heading",
        args: { number: round.number, version: revised.version, before: revised.version - 1 },
      }),
    },
    ...lines.slice(0, SAID),
    ...(lines.length > SAID ? [worded("revision-more", { count: lines.length - SAID })] : []),
    ...totalsChanged(of, before),
    worded("revision-reported", { reported, of: units.length }),
  ];
}

function cameLine(flow: Flow, { name, at, reason, kind }: RevisedUnit): Block<Text> {
  const when = dayAndClock(at, flow);
  if (kind === "in-time") return worded("revision-in-time", { unit: name, when });
  return reason === ""
    ? worded("revision-late", { unit: name, when })
    : worded("revision-late-why", { unit: name, when, reason });
}

function correctedLines(flow: Flow, { name, cells, reason, at }: RevisedUnit): readonly Block<Text>[] {
  const when = dayAndClock(at, flow);
  // Words alone changed: nothing of the table did, and it is said all the same.
  if (cells.length === 0) return [worded("revision-words", { unit: name, when, reason })];
  return cells.map((cell) => {
    const place = namedCell(flow, cell.cell);
    const shown = (value: CellValue | undefined) => figure(place?.column, value);
    const args = { unit: name, place: place?.name ?? cell.cell, before: shown(cell.before), after: shown(cell.after) };
    return cell.reason === ""
      ? worded("revision-cell", args)
      : worded("revision-cell-why", { ...args, reason: cell.reason });
  });
}

function figure(column: FlowColumn | undefined, value: CellValue | undefined): Text {
  if (value === undefined) return { key: "revision-blank" };
  if (value === "n/a") return { key: "value-not-applicable" };
  return column ? shownIn(column, value) : String(value);
}

/** 不合格 stands in more tables than one: what is not on the official sheet is named with its group. */
function named({ printed }: FlowBlock, group: Group, column: FlowColumn): Text {
  return { join: [...(printed ? [] : [{ label: group.short }]), { label: column.short }] };
}

/** The headline figures that the version moves, from what to what. */
function totalsChanged(of: Return, before: Return): readonly Block<Text>[] {
  const changes = of.tables.flatMap((table, index) => {
    const block = blockOf(of.flow, table.block);
    const earlier = before.tables[index];
    if (!earlier) return [];
    return headGroups(block).flatMap((group) =>
      group.columns.flatMap((column): readonly Text[] => {
        const id = `${group.id}.${column.id}`;
        const [before, now] = [earlier.roundTotals[id], table.roundTotals[id]];
        const [was, is] = [shownIn(column, before), shownIn(column, now)];
        // Nothing reported and nought reported are told apart in the table; as a change they are no news.
        return was === is || (before ?? 0) === (now ?? 0)
          ? []
          : [{ key: "figure-changed", args: { name: named(block, group, column), before: was, figure: is } }];
      }),
    );
  });
  if (changes.length === 0) return [];
  return [worded("revision-totals", { changes: { join: changes, by: { key: "posting-comma" } } })];
}
