import { cellId, type FlowColumn, type Group, type Place, type Row } from "../../flow/flow.ts";
import type { Layout, Question } from "../../flow/schema.ts";
import type { Books } from "../reading/books.ts";
import type { ReadFigure } from "../reading/figures-read.ts";
import { type Refusal, readQuantity } from "../reading/quantity.ts";
import { type GridCell, type GridLine, type Sheet, textIn } from "./grid.ts";
import type { Target } from "./heads.ts";
import { isFigure, labelPlace, rowsOf, type Section, sectionsOf } from "./sections.ts";
import { answersIn, isCalled, saysBlankIsZero, saysCumulative } from "./words.ts";

/** A computed figure that somebody wrote: a rate or a total, to be held against its parts. */
export type Written = { readonly row: Row; readonly target: Target; readonly figure: number };

/** What did not fit: a cell whose text is no figure, or a line or column that nothing of the form is called. */
export type Misfit =
  | { readonly kind: "cell"; readonly place: Place; readonly part: string; readonly why: Refusal }
  | { readonly kind: "line"; readonly number: number; readonly part: string }
  /** Heads that stand in several classes, and nothing says which was meant. */
  | { readonly kind: "class"; readonly columns: readonly FlowColumn[]; readonly example: Group }
  /** Figures without heads, as many in a line as no layout has. */
  | { readonly kind: "width"; readonly got: number; readonly asked: readonly number[] };

/** What a sheet says. Figures are as they were written: this round's or cumulative, as `books` says. */
export type SheetRead = {
  readonly books?: Books;
  readonly figures: readonly ReadFigure[];
  readonly written: readonly Written[];
  /** Asked cells on the sheet that hold nothing. */
  readonly blanks: readonly Place[];
  /** Whether the sheet says that an empty cell is a 0. */
  readonly blankIsZero: boolean;
  readonly answers: readonly { readonly question: Question; readonly text: string }[];
  readonly misfits: readonly Misfit[];
  /** The columns of the sheet that are computed, counted from 0: what stands there is nobody's answer. */
  readonly computed: readonly number[];
};

/** What a sheet is read for: what is asked, and the row and class that are being asked just now. */
export type Form = {
  readonly places: readonly Place[];
  readonly questions: readonly Question[];
  readonly layouts: readonly Layout[];
  readonly row?: Row;
  readonly group?: Group;
};

const empty = /^[-—–－_/\\]*$|^(未报|not reported)$/i;

/** Reads a sheet, with heads or without, in whichever layout. Never throws; what nobody can place is told as a misfit. */
export function readSheet(sheet: Sheet, form: Form): SheetRead {
  const sections = sectionsOf(sheet, form);
  const read = sections.map((section) => readSection(section, form));
  // A sheet with cumulative figures above this round's: what this round's part says needs no working out.
  const own = read.find((each) => each.books === "round" && each.figures.length > 0);
  const chosen = own ? read.filter((each) => each.books !== "cumulative") : read;
  const answers = answersIn(sheet, form.questions);
  // A line with an answer in words has figures in it as often as not.
  const misfits = chosen
    .flatMap((each) => each.misfits)
    .filter((misfit) => misfit.kind !== "line" || answers.every(({ line }) => line !== misfit.number));
  const books = saysCumulative(sheet) ? "cumulative" : undefined;
  return {
    ...(books ? { books } : chosen[0]?.books ? { books: chosen[0].books } : {}),
    figures: chosen.flatMap(({ figures }) => figures),
    written: chosen.flatMap(({ written }) => written),
    blanks: chosen.flatMap(({ blanks }) => blanks),
    blankIsZero: saysBlankIsZero(sheet),
    answers,
    misfits,
    computed: sections.flatMap(({ columns }) =>
      [...columns].flatMap(([index, { group, column }]) => (group.sums || column.computed ? [index] : [])),
    ),
  };
}

type SectionRead = Pick<SheetRead, "figures" | "written" | "blanks" | "misfits"> & { readonly books?: Books };

function readSection(section: Section, form: Form): SectionRead {
  const rows = rowsOf(form.places);
  const figures: ReadFigure[] = [];
  const written: Written[] = [];
  const blanks: Place[] = [];
  const misfits: Misfit[] = section.misfit ? [section.misfit] : [];
  const data = section.lines.filter((line) =>
    line.cells.some((cell, index) => section.columns.has(index) && isFigure(cell)),
  );
  // Without a single label the lines are the form's rows in order, if there are as many, or the row that is asked.
  const bareLines = data.every((line) => labelPlace(line, rows) < 0 && labelOf(line, section) === "");
  const seen = new Set<Row>();
  for (const line of section.lines) {
    const label = labelPlace(line, rows);
    const row =
      label >= 0
        ? rows.find((each) => isCalled(line.cells[label], each))
        : bareLines && data.includes(line)
          ? data.length === rows.length
            ? rows[data.indexOf(line)]
            : data.length === 1
              ? form.row
              : undefined
          : undefined;
    const holds = line.cells.some(
      (cell, index) => (section.columns.size === 0 || section.columns.has(index)) && isFigure(cell),
    );
    if (!row || section.columns.size === 0) {
      if (holds) misfits.push({ kind: "line", number: line.number, part: excerptOf(line) });
      continue;
    }
    // A row that comes again, in a note or pasted twice, says nothing that could be told apart from the first.
    if (seen.has(row)) {
      if (holds) misfits.push({ kind: "line", number: line.number, part: excerptOf(line) });
      continue;
    }
    seen.add(row);
    for (const [index, target] of section.columns)
      readCell(line.cells[index], row, target, line.formulas?.includes(index) ?? false);
  }
  return { ...(section.books ? { books: section.books } : {}), figures, written, blanks, misfits };

  function readCell(cell: GridCell, row: Row, target: Target, byFormula: boolean): void {
    const text = textIn(cell);
    const id = cellId(row.id, target.group.id, target.column.id);
    const place = form.places.find((each) => each.id === id);
    if (place) {
      if (empty.test(text)) {
        blanks.push(place);
        return;
      }
      const quantity = readQuantity(text, place.column);
      if (quantity.kind === "refused") misfits.push({ kind: "cell", place, part: text, why: quantity.why });
      else {
        const { kind: _figure, ...read } = quantity;
        figures.push({ place, ...read });
      }
      return;
    }
    // What a formula gives is no statement of anybody's, and may be out of date in a file that was never recalculated.
    if (empty.test(text) || byFormula) return;
    const figure = computedFigure(text, target);
    if (figure !== undefined) written.push({ row, target, figure });
  }
}

/** A rate may be written as 10%, a total in any way that its column may. */
function computedFigure(text: string, { column }: Target): number | undefined {
  const quantity = readQuantity(text.replace(/[%％]$/, ""), column);
  return quantity.kind === "figure" && quantity.value !== "n/a" ? quantity.value : undefined;
}

/** The text in front of the figures, whatever it says. */
function labelOf(line: GridLine, section: Section): string {
  const before = Math.min(...section.columns.keys(), line.cells.length);
  return line.cells
    .slice(0, before)
    .map(textIn)
    .filter((text) => /\p{L}/u.test(text))
    .join("");
}

function excerptOf(line: GridLine): string {
  return line.cells
    .map(textIn)
    .filter((text) => text !== "")
    .slice(0, 6)
    .join(" ");
}
