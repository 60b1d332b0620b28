import type { CellId } from "../../core/cells.ts";
import { blockOf, cellId, type FlowBlock, type FlowColumn, type Group, groupOf } from "../../core/flow/flow.ts";
import { shown } from "../../core/table/shown.ts";
import type { Table, Total } from "../../core/table/table.ts";
import type { PictureOf, Return, Word } from "../export.ts";
import { headed, named } from "../return/named.ts";
import { reportedOf, roundsNamed } from "../return/period.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { lateCells, withSums } from "./marked.ts";

/** A cell of the picture; `heat` is 0 to 1 against the greatest figure that it is compared with. */
export type PictureCell = {
  readonly text: string;
  /** `none`: a rate with nothing to divide by. */
  readonly state: "figure" | "zero" | "missing" | "none";
  readonly heat?: number;
  readonly late?: boolean;
  readonly corrected?: boolean;
  readonly sum?: boolean;
};

export type PictureRow = { readonly label: string; readonly cells: readonly PictureCell[]; readonly sum?: boolean };

/** A table as it is drawn, all in words; plain data, for it is drawn in another thread. */
export type PictureTable = {
  readonly title: string;
  readonly under: string;
  readonly columns: readonly string[];
  /** Rows under a head of their own; a panel has one band without. */
  readonly bands: readonly { readonly label: string; readonly rows: readonly PictureRow[] }[];
  readonly notes: readonly string[];
  readonly size: "whole" | "panel";
};

/** The table of a picture: whole with rows of the form across and columns down, a panel with columns across. */
export function pictureTable(of: Return, what: PictureOf, word: Word): PictureTable {
  const block = blockOf(of.flow, what.block);
  const table = of.tables.find((each) => each.block === block.id);
  const figures = figuresOf(table, what.figures);
  const late = lateCells(block, of.units);
  const corrected = withSums(block, what.corrected ?? []);
  const cellOf: CellMaker = (row, group, column) => {
    const value = row ? figures.cells[cellId(row, group.id, column.id)] : figures.totals[`${group.id}.${column.id}`];
    const whole = column.computed && divisor(figures, row, group, column.computed.to);
    const id = row && cellId(row, group.id, column.id);
    return {
      ...shownCell(column, value, whole !== undefined),
      ...(id && late.has(id) ? { late: true } : {}),
      ...(id && corrected.has(id) ? { corrected: true } : {}),
      ...(row ? {} : { sum: true }),
    };
  };
  const heads = { title: titleOf(of, what, block, word), under: underOf(of, what.figures, word) };
  return what.group === undefined
    ? { ...heads, ...whole(of, block, cellOf, figures, word) }
    : { ...heads, ...panel(of, block, groupOf(block, what.group), cellOf, figures, word) };
}

type Figures = { readonly cells: Readonly<Record<CellId, Total>>; readonly totals: Readonly<Record<string, Total>> };
/** The cell of a row, or of the total over the rows where none is given. */
type CellMaker = (row: string | undefined, group: Group, column: FlowColumn) => PictureCell;
type Body = Pick<PictureTable, "columns" | "bands" | "notes" | "size">;

function figuresOf(table: Table | undefined, which: PictureOf["figures"]): Figures {
  if (!table) return { cells: {}, totals: {} };
  return which === "round"
    ? { cells: table.round, totals: table.roundTotals }
    : { cells: table.cumulative, totals: table.cumulativeTotals };
}

const divisor = ({ cells, totals }: Figures, row: string | undefined, group: Group, column: string): Total =>
  row ? cells[cellId(row, group.id, column)] : totals[`${group.id}.${column}`];

function shownCell(column: FlowColumn, value: Total, divides: boolean): Pick<PictureCell, "text" | "state"> {
  if (value === undefined) return divides ? { text: "—", state: "none" } : { text: "", state: "missing" };
  return { text: shown(column, value), state: value === 0 ? "zero" : "figure" };
}

function whole({ language }: Return, block: FlowBlock, cell: CellMaker, figures: Figures, word: Word): Body {
  const rows = block.rows;
  const total = rows.length > 1;
  const bands = block.groups.map((group) => ({
    label: headed(block, group, language, word),
    rows: group.columns.map((column): PictureRow => {
      const values = rows.map((row) => figures.cells[cellId(row.id, group.id, column.id)]);
      const cells = rows.map((row) => cell(row.id, group, column));
      return {
        label: named(column, language, word),
        cells: [...heated(cells, values), ...(total ? [cell(undefined, group, column)] : [])],
      };
    }),
  }));
  return {
    columns: [...rows.map((row) => plain(say(row.short, language))), ...(total ? [word("picture-total")] : [])],
    bands,
    notes: total && block.groups.some(addsEntries) ? [word("picture-entries")] : [],
    size: "whole",
  };
}

function panel(
  { language }: Return,
  block: FlowBlock,
  group: Group,
  cell: CellMaker,
  figures: Figures,
  word: Word,
): Body {
  // Compared within a column: rows of the form against each other, as in the whole table.
  const columns = group.columns.map((column) => {
    const values = block.rows.map((row) => figures.cells[cellId(row.id, group.id, column.id)]);
    return heated(
      block.rows.map((row) => cell(row.id, group, column)),
      values,
    );
  });
  const rows = block.rows.map((row, index): PictureRow => {
    const cells = columns.flatMap((each) => each[index] ?? []);
    return { label: plain(say(row.short, language)), cells };
  });
  const sums = group.columns.map((column) => cell(undefined, group, column));
  const total: PictureRow = { label: word("picture-total"), cells: sums, sum: true };
  return {
    columns: group.columns.map((column) => named(column, language, word)),
    bands: [{ label: "", rows: rows.length > 1 ? [...rows, total] : rows }],
    notes: rows.length > 1 && addsEntries(group) ? [word("picture-entries")] : [],
    size: "panel",
  };
}

/** The cells with their heat, against the greatest of them; the root keeps small figures apart from each other. */
function heated(cells: readonly PictureCell[], values: readonly Total[]): readonly PictureCell[] {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  return cells.map((cell, index) => {
    const value = values[index] ?? 0;
    return cell.state === "figure" && value > 0
      ? { ...cell, heat: Math.round(100 * Math.sqrt(value / most)) / 100 }
      : cell;
  });
}

const addsEntries = (group: Group): boolean => group.columns.some(({ adds }) => adds === "entries");

function titleOf({ flow, language }: Return, { group, scope }: PictureOf, block: FlowBlock, word: Word): string {
  const name = group === undefined ? say(flow.title, language) : headed(block, groupOf(block, group), language, word);
  return plain(scope ? `${scope} · ${name}` : name);
}

function underOf(of: Return, figures: PictureOf["figures"], word: Word): string {
  const [, month = "", day = ""] = of.asOf.split("-");
  const { reported, late, of: all } = reportedOf(of);
  const over = of.rounds && of.rounds.length > 1 ? "picture-span" : "picture-round";
  const args = {
    rounds: roundsNamed(of, word),
    figures: word(figures === "round" ? over : "picture-cumulative"),
    month: String(Number(month)),
    day: String(Number(day)),
    reported: String(reported),
    of: String(all),
  };
  const several = of.rounds && of.rounds.length > 1;
  if (late === 0) return word(several ? "picture-under-rounds" : "picture-under", args);
  return word(several ? "picture-under-rounds-late" : "picture-under-late", { ...args, late: String(late) });
}
