import { type Filled, nothingFilled } from "../../cells.ts";
import type { Text } from "../../message.ts";
import { echoFigures } from "../echo.ts";
import { excerpt } from "../reading/excerpt.ts";
import type { ReadFigure } from "../reading/figures-read.ts";
import { showFigure } from "../reading/quantity.ts";
import type { Refused } from "../refused/tried.ts";
import type { Situation } from "../situation.ts";
import type { Remark } from "./grid.ts";
import type { Misfit } from "./read.ts";
import { computedAt, type Weighed } from "./weigh.ts";

/** As many of a kind are told one by one; the rest is counted. */
const TOLD = 8;

/** The figures that were kept, a line for each row and class; zeros are left to the review. */
export function echoByRow(figures: readonly ReadFigure[], after: Filled): readonly Text[] {
  const lines = new Map<string, ReadFigure[]>();
  for (const figure of figures) {
    if (figure.value === 0) continue;
    const line = `${figure.place.row.id}.${figure.place.group.id}`;
    lines.set(line, [...(lines.get(line) ?? []), figure]);
  }
  return [...lines.values()].map(
    (line): Text => ({ key: "interview-echo", args: { what: echoFigures(line, after, nothingFilled) } }),
  );
}

/** What did not fit, cell by cell and line by line. */
export function misfitTexts(misfits: readonly Misfit[]): readonly Text[] {
  const told = misfits.slice(0, TOLD).map(misfitText);
  const more = misfits.length - told.length;
  return more > 0 ? [...told, { key: "sheet-misfit-more", args: { count: more } }] : told;
}

function misfitText(misfit: Misfit): Text {
  switch (misfit.kind) {
    case "cell": {
      const { row, group, column } = misfit.place;
      const where: Text = { join: [{ label: row.short }, { label: group.short }, { label: column.short }] };
      const key = misfit.why === "fraction" ? "sheet-misfit-fraction" : "sheet-misfit-cell";
      return { key, args: { where, part: excerpt(misfit.part) } };
    }
    case "class": {
      const names: Text = { join: misfit.columns.map(({ short }) => ({ label: short })), by: { key: "list-comma" } };
      return { key: "sheet-misfit-class", args: { names, example: { label: misfit.example.short } } };
    }
    case "width":
      return {
        key: "sheet-misfit-width",
        args: { got: misfit.got, asked: { join: misfit.asked.map(String), by: { key: "list-comma" } } },
      };
    case "line":
      return { key: "sheet-misfit-line", args: { number: misfit.number, part: excerpt(misfit.part) } };
  }
}

/** Cells of a file that were read with care or not at all, a sentence for each kind. */
export function remarkTexts(remarks: readonly Remark[]): readonly Text[] {
  const kinds = [...new Set(remarks.map(({ kind }) => kind))];
  return kinds.map((kind): Text => {
    const places = remarks.filter((remark) => remark.kind === kind).map(({ at }) => at);
    const shown = places.slice(0, TOLD).join(" ");
    return { key: `sheet-remark-${kind}`, args: { places: places.length > TOLD ? `${shown} …` : shown } };
  });
}

/** Rates that nothing fits. */
export function offTexts(weighed: readonly Weighed[], situation: Situation): readonly Text[] {
  return weighed.flatMap((each): readonly Text[] => {
    if (each.kind !== "rate-off") return [];
    const at = computedAt(each.of, situation);
    if (!at) return [];
    const where: Text = { join: [{ label: at.row.short }, { label: at.column.short }] };
    return [{ key: "sheet-rate-off", args: { where, written: showFigure(each.written) } }];
  });
}

/** The cells that could not be read, row by row: nobody may make zeros of them without knowing. */
export function refusedCells(misfits: readonly Misfit[], { flow }: Situation): readonly Refused[] {
  const cells = misfits.flatMap((misfit) => (misfit.kind === "cell" ? [misfit] : []));
  return [...new Set(cells.map(({ place }) => place.row))].map((row) => {
    const ofRow = cells.filter(({ place }) => place.row === row);
    const name = row.short[flow.languages[0] ?? ""] ?? row.id;
    return { words: [name, ...ofRow.map(({ part }) => part)].join(" "), places: ofRow.map(({ place }) => place) };
  });
}
