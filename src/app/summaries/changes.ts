import { cellAt } from "../../core/cells.ts";
import { askedColumns, blockOf, cellId, type Flow, type FlowColumn, type Place } from "../../core/flow/flow.ts";
import { type Block, type Text, textOf, worded } from "../../core/message.ts";
import type { Table, Total } from "../../core/table/table.ts";
import type { Return } from "../../exports/export.ts";
import type { House } from "../house.ts";
import { headGroups, shownIn } from "./headline.ts";

/** A figure stands out that is at least so many times the last round's, and by so much more. */
const TIMES = 3;
const MORE = 5;
/** So many are said: a reader acts on one or two. */
const SAID = 3;
/** So many columns whose totals moved are said, the ones that moved most. */
const MOVED = 4;

type Jump = { readonly place: Place; readonly now: number; readonly before: number };

/** Who reported most of a cell, and how much of it. */
export type Most = (cell: string) => { readonly unit: string; readonly figure: number } | undefined;

/** What rose most against the round before, each with the unit that reported most of it; nothing where all is even. */
export function changes(house: House, of: Return, before: Return): readonly Block<Text>[] {
  const most: Most = (cell) =>
    of.units
      .flatMap(({ id, report }) => {
        const figure = report.status === "submitted" ? cellAt(report.cells, cell) : undefined;
        return typeof figure === "number" ? [{ unit: id, figure }] : [];
      })
      .sort((a, b) => b.figure - a.figure)[0];
  return jumpLines(house, of.flow, of.tables, before.tables, most);
}

/** The same from tables alone; of one row where it is given. */
export function jumpLines(
  house: House,
  flow: Flow,
  now: readonly Table[],
  before: readonly Table[],
  most: Most,
  row?: string,
): readonly Block<Text>[] {
  const jumps = jumpsOf(flow, now, before)
    .filter(({ place }) => row === undefined || place.row.id === row)
    .sort((a, b) => b.now - b.before - (a.now - a.before))
    .slice(0, SAID);
  if (jumps.length === 0) return [];
  const said: Text = { join: jumps.map((jump) => change(house, jump, most)), by: { key: "list-semicolon" } };
  return [{ kind: "text", text: { key: "posting-changes", args: { changes: said } } }];
}

function jumpsOf(flow: Flow, now: readonly Table[], before: readonly Table[]): Jump[] {
  return now.flatMap((table, index) => {
    const block = blockOf(flow, table.block);
    const earlier = before[index];
    if (!block.printed || earlier?.block !== table.block) return [];
    return block.rows.flatMap((row) =>
      block.groups.flatMap((group) =>
        askedColumns(group).flatMap((column): Jump[] => {
          const id = cellId(row.id, group.id, column.id);
          const [figure = 0, then = 0] = [table.round[id], earlier.round[id]];
          if (figure < TIMES * then || figure - then < MORE) return [];
          return [{ place: { id, block, row, group, column }, now: figure, before: then }];
        }),
      ),
    );
  });
}

function change(house: House, { place, now, before }: Jump, most: Most): Text {
  const { row, group, column, id } = place;
  const name: Text = { join: [{ label: row.short }, { label: group.short }, { label: column.short }] };
  const first = most(id);
  return {
    key: "posting-change",
    args: {
      name,
      now: shownIn(column, now),
      before: shownIn(column, before),
      unit: first ? textOf(house.people.unit(first.unit).short) : "",
      figure: shownIn(column, first?.figure),
    },
  };
}

/** How the totals moved against the round before, largest first: 排查 +224，立案 -3; and whether smaller moves are left out. */
export function moved(
  flow: Flow,
  block: string,
  now: (group: string, column: string) => Total,
  before: (group: string, column: string) => Total,
): { readonly said: readonly Text[]; readonly partial: boolean } {
  const moves = headGroups(blockOf(flow, block)).flatMap((group) =>
    group.columns.flatMap((column) => {
      const [figure, then] = [now(group.id, column.id), before(group.id, column.id)];
      if (column.computed || column.beside !== undefined || figure === undefined || then === undefined) return [];
      const by = figure - then;
      return by === 0 ? [] : [{ column, by }];
    }),
  );
  const told = moves.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by)).slice(0, MOVED);
  return { said: told.map(({ column, by }) => signed(column, by)), partial: told.length < moves.length };
}

/** The same as a line that says of how many units it is. */
export function movedLine(units: number, { said, partial }: ReturnType<typeof moved>): readonly Block<Text>[] {
  if (said.length === 0) return [];
  const args = { count: units, said: said.length, moves: { join: said, by: { key: "posting-comma" } } } as const;
  return [worded(partial ? "summary-moved-most" : "summary-moved", args)];
}

function signed(column: FlowColumn, by: number): Text {
  const figure = `${by > 0 ? "+" : "−"}${shownIn(column, Math.abs(by))}`;
  return { key: "posting-figure", args: { name: { label: column.short }, figure } };
}
