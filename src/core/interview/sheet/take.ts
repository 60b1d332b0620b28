import { type CellId, type Cells, cellAt, type Filled, withCells } from "../../cells.ts";
import { askedOf, questionsFor } from "../../flow/flow.ts";
import type { Question } from "../../flow/schema.ts";
import { say, type Text } from "../../message.ts";
import type { Proposed, ReportEntry, Source } from "../../report-entry.ts";
import { actionText } from "../actions.ts";
import { sentenceOf, unsettled } from "../doubts/checking.ts";
import { placeName } from "../echo.ts";
import type { Outcome } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { asSaid, type Books, toIncrements } from "../reading/books.ts";
import type { ReadFigure } from "../reading/figures-read.ts";
import { openOf } from "../refused/rest.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { standingPrompt } from "../standing.ts";
import type { Remark, Sheet } from "./grid.ts";
import { type Form, readSheet, type SheetRead } from "./read.ts";
import { echoByRow, misfitTexts, offTexts, refusedCells, remarkTexts } from "./told.ts";
import { type Weighed, weigh } from "./weigh.ts";
import { ownForm } from "./words.ts";

/**
 * Takes what sheets say, pasted or from a file. Figures that nothing stands against are kept at once; those that differ
 * from what stands, or follow from a rate or a total, wait for one yes. Undefined where nothing was read at all.
 */
export function takeSheets(
  situation: Situation,
  screens: readonly Screen[],
  sheets: readonly Sheet[],
  from: Source,
): Outcome | undefined {
  const other = notOurs(situation, sheets);
  if (other) return other;
  const reads = readsOf(situation, screens, sheets);
  if (reads.length === 0) return undefined;
  const { cells } = situation.report;
  const figures = reads.flatMap((read) => increments(read, situation));
  const weighed = reads.flatMap((read) => weigh(read, situation));
  const guessed = new Set(weighed.flatMap((each) => ("cells" in each ? Object.keys(each.cells) : [])));
  const zeros = reads
    .flatMap((read) => (read.blankIsZero ? read.blanks : []))
    .filter(({ id }) => cellAt(cells, id) === undefined && !guessed.has(id))
    .map((place): ReadFigure => ({ place, value: 0 }));
  const noughts = weighed.flatMap((each): readonly ReadFigure[] =>
    each.kind === "nought" ? [{ place: each.place, value: 0 }] : [],
  );
  const stated = figures.filter(({ place }) => cellAt(cells, place.id) === undefined);
  const fresh = sound([...stated, ...noughts, ...zeros], situation);
  const answers = answersOf(reads, situation);
  const items = itemsOf(figures, weighed, cells);
  const entries: ReportEntry[] = [...answers.entries];
  if (fresh.kept.length > 0)
    entries.push({ kind: "answered", screen: "sheet", cells: cellsOf(fresh.kept), from, ...asSaid(fresh.kept) });
  if (items.length > 0) entries.push({ kind: "proposed", items, from });
  const nonzero = figures.filter(({ value }) => value !== 0 && value !== "n/a").length;
  const told: Text[] = [
    ...(figures.length > 0 ? [{ key: "sheet-read", args: { figures: figures.length, nonzero } }] : []),
    ...(zeros.length > 0 ? [{ key: "sheet-blanks-zero", args: { count: zeros.length } }] : []),
    ...remarkTexts(reads.flatMap(({ remarks }) => remarks)),
    ...fresh.said,
    ...misfitTexts(reads.flatMap(({ misfits }) => misfits)),
    ...offTexts(weighed, situation),
    ...answers.said,
    ...(entries.length === 0 ? [{ key: figures.length > 0 ? "sheet-nothing-new" : "interview-nothing-kept" }] : []),
  ];
  const lost = fresh.said.length > 0 || reads.some(({ misfits, remarks }) => misfits.length + remarks.length > 0);
  return {
    entries,
    lead: [...told.map(say), ...(lost ? [] : blanksChoice(reads, fresh.kept, situation))],
    detail: echoByRow(fresh.kept, withCells(cells, cellsOf(fresh.kept))).map(say),
    ask: { kind: entries.length > 0 ? "next" : "same" },
    refused: refusedCells(
      reads.flatMap(({ misfits }) => misfits),
      situation,
    ),
  };
}

/** A form of another unit, or of an earlier round: whoever sent it took the wrong file. */
function notOurs({ unit, round }: Situation, sheets: readonly Sheet[]): Outcome | undefined {
  const names = typeof unit.name === "string" ? [unit.name] : Object.values(unit.name);
  for (const form of sheets.map(ownForm)) {
    if (!form || (form.round === round.number && names.includes(form.unit))) continue;
    const key = names.includes(form.unit) ? "sheet-other-round" : "sheet-other-unit";
    const args = { unit: form.unit, number: form.round, now: round.number };
    return { entries: [], lead: [say({ key, args })], ask: { kind: "same" } };
  }
  return undefined;
}

/** What the sheets say; the official workbook holds its figures in two layouts, of which the first counts. */
function readsOf(
  situation: Situation,
  screens: readonly Screen[],
  sheets: readonly Sheet[],
): readonly (SheetRead & { readonly remarks: readonly Remark[] })[] {
  const form = formOf(situation, screens);
  const seen = new Set<CellId>();
  return sheets.flatMap((sheet) => {
    const read = readSheet(sheet, form);
    const figures = read.figures.filter(({ place }) => !seen.has(place.id));
    for (const { place } of [...read.figures, ...read.blanks.map((each) => ({ place: each }))]) seen.add(place.id);
    const misfits = read.misfits.length > 0 && sheets.length === 1;
    const remarks = (sheet.remarks ?? []).filter(
      ({ column }) => column === undefined || !read.computed.includes(column),
    );
    const says = figures.length > 0 || read.answers.length > 0 || misfits || read.blankIsZero;
    return says ? [{ ...read, figures, remarks }] : [];
  });
}

function formOf(situation: Situation, screens: readonly Screen[]): Form {
  const { flow, unit } = situation;
  const department = unit.department ?? "";
  const prompt = standingPrompt(situation);
  const screen = screens.find((each) => each.id === prompt?.screen);
  return {
    places: askedOf(flow, department),
    questions: questionsFor(flow, department),
    layouts: flow.layouts,
    ...(screen?.kind === "figures" ? { row: screen.row, group: screen.group } : {}),
  };
}

function increments(read: SheetRead, situation: Situation): readonly ReadFigure[] {
  const books: Books = read.books ?? situation.report.books ?? "round";
  return books === "cumulative" ? toIncrements(read.figures, situation) : read.figures;
}

/** The figures that contradict no check that must hold; those of a row and class that do are left out, and told. */
function sound(
  figures: readonly ReadFigure[],
  situation: Situation,
): { readonly kept: readonly ReadFigure[]; readonly said: readonly Text[] } {
  const after = withCells(situation.report.cells, cellsOf(figures));
  const ids = figures.map(({ place }) => place.id);
  const errors = unsettled("error", situation, after, ids);
  const screenOf = (id: CellId) => id.split(".").slice(0, 2).join(".");
  const wrong = new Set(errors.flatMap((error) => error.cells.map(screenOf)));
  const said = errors.flatMap((error): readonly Text[] => {
    const first = figures.find(({ place }) => error.cells.includes(place.id));
    if (!first) return [];
    return [{ key: "taken-error", args: { place: placeName(first.place), error: sentenceOf(error) } }];
  });
  return { kept: figures.filter(({ place }) => !wrong.has(screenOf(place.id))), said };
}

/** What needs a yes: figures that differ from those that stand, and what rates and totals come to. */
function itemsOf(figures: readonly ReadFigure[], weighed: readonly Weighed[], cells: Filled): readonly Proposed[] {
  const changes = figures
    .filter(({ place, value }) => ![undefined, value].includes(cellAt(cells, place.id)))
    .map(({ place, value }): Proposed => ({ id: 0, kind: "change", cells: { [place.id]: value } }));
  const found = weighed.flatMap((each): readonly Proposed[] => {
    if (each.kind === "rate-off" || each.kind === "nought") return [];
    const known = Object.entries(each.cells).every(([id, value]) => cellAt(cells, id) === value);
    return known && Object.keys(each.cells).length > 0 ? [] : [{ ...each, id: 0 }];
  });
  return [...changes, ...found].map((item, index): Proposed => ({ ...item, id: index + 1 }));
}

function answersOf(
  reads: readonly SheetRead[],
  situation: Situation,
): { readonly entries: readonly ReportEntry[]; readonly said: readonly Text[] } {
  const entries: ReportEntry[] = [];
  const said: Text[] = [];
  for (const { question, text } of reads.flatMap(({ answers }) => answers)) {
    const screen = screenFor(question);
    const told = situation.report.told[question.id];
    if (!screen || (told?.kind === "text" && told.text === text)) continue;
    const answer = asked(screen, situation).said(text);
    said.push(...(answer.kind === "kept" ? answer.echo : answer.why));
    if (answer.kind === "kept") entries.push(...answer.entries);
  }
  return { entries, said };
}

function screenFor(question: Question): Screen | undefined {
  switch (question.type) {
    case "text":
      return { kind: "text", id: question.id, question };
    case "choice":
      return { kind: "choice", id: question.id, question };
    case "table":
      return undefined;
  }
}

/**
 * Empty cells say nothing by themselves; one press makes zeros of all that is still open. Not where something of the
 * sheet was not kept: that would become a 0 as well.
 */
function blanksChoice(reads: readonly SheetRead[], kept: readonly ReadFigure[], situation: Situation): Outcome["lead"] {
  const { flow, round, report } = situation;
  if (!reads.some((read) => !read.blankIsZero && read.blanks.length > 0)) return [];
  const count = openOf(situation, withCells(report.cells, cellsOf(kept))).length;
  if (count === 0) return [];
  const action = actionText("zeros", flow, round.round, "rest", String(count));
  return [{ kind: "choices", choices: [{ label: { key: "sheet-blanks", args: { count } }, action }] }];
}

function cellsOf(figures: readonly ReadFigure[]): Cells {
  return Object.fromEntries(figures.map(({ place, value }) => [place.id, value]));
}
