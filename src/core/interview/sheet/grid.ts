/** A cell of a sheet as it was read: text as written, a number, or nothing. */
export type GridCell = string | number | undefined;

/** A line of a sheet with its number as people see it, from 1. */
export type GridLine = {
  readonly number: number;
  readonly cells: readonly GridCell[];
  /** The places of cells whose value a formula gives. */
  readonly formulas?: readonly number[];
};

/** A cell that could not be read as it stands, or lines that were left out because they are hidden. */
export type Remark = {
  readonly kind: "formula-without-result" | "formula-error" | "date" | "merged" | "hidden";
  /** As spreadsheets name it: `B7`, or `7` and `C` for a whole line or column. */
  readonly at: string;
  /** The column, counted from 0; absent for a line. */
  readonly column?: number;
};

/** A sheet that was pasted or sent. */
export type Sheet = {
  readonly name: string;
  readonly lines: readonly GridLine[];
  readonly remarks?: readonly Remark[];
};

/**
 * A block of cells as a spreadsheet puts it on the clipboard: tabs between cells, line ends between rows, quotes around
 * a cell that holds either. The cells of a paste have no names: its lines are counted from 1.
 */
export function pastedSheet(text: string): Sheet {
  const lines: GridLine[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const closeLine = () => {
    cells.push(cell);
    lines.push({ number: lines.length + 1, cells });
    cells = [];
    cell = "";
  };
  const letters = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (letters[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
      // A quote opens a cell only where it is closed again: an inch mark or a quotation is no frame.
    } else if (letter === '"' && cell === "" && /"(?=[\t\n]|$)/.test(letters.slice(at + 1))) quoted = true;
    else if (letter === "\t") {
      cells.push(cell);
      cell = "";
    } else if (letter === "\n") closeLine();
    else cell += letter;
  }
  closeLine();
  return { name: "", lines };
}

/** The text of a cell, empty where it holds nothing. */
export function textIn(cell: GridCell): string {
  return cell === undefined ? "" : String(cell).trim();
}
