import { type CellId, type Cells, cellAt, cellsIn, type Filled, idsIn } from "../../cells.ts";
import type { Finding } from "../../flow/flow.ts";
import type { Label, Text } from "../../message.ts";
import { isSameWarning } from "../../report-changes.ts";
import type { KeptWarning } from "../../report-entry.ts";
import { workedOut } from "../../worked-out.ts";
import { roundTo, showFigure } from "../reading/quantity.ts";
import type { Past, Situation } from "../situation.ts";

/** What the checks are run on. */
export type Checked = Pick<Situation, "flow" | "past" | "report" | "unit">;

/** What a unit reported before is the same with every answer: added up once. */
const sums = new WeakMap<Past, Cells>();

/** Sums of a unit's earlier submitted rounds, by cell; a cell that no round reported is absent. */
export function sumOf(past: Past): Cells {
  return workedOut(sums, past, addUp);
}

function addUp(past: Past): Cells {
  const sum: Record<CellId, number> = {};
  for (const { cells } of past)
    for (const [id, value] of cellsIn(cells))
      if (typeof value === "number") sum[id] = roundTo((sum[id] ?? 0) + value, 6);
  return sum;
}

/** What the flow's checks say of the report as it would stand with these cells; only of `only`, only of a level where given. */
export function findings(
  situation: Checked,
  cells: Filled,
  only?: readonly CellId[],
  level?: Finding["level"],
): readonly Finding[] {
  const { flow, past, report, unit } = situation;
  const figures: Record<CellId, readonly number[]> = {};
  for (const id of only ?? idsIn(cells))
    figures[id] = past.flatMap((each) => {
      const value = cellAt(each.cells, id);
      return typeof value === "number" ? [value] : [];
    });
  const input = {
    department: unit.department ?? "",
    cells,
    before: sumOf(past),
    past: figures,
    zerosBefore: zerosInARow(past),
    zero: report.submission?.zero ?? false,
    measured: report.measured ?? [],
  };
  return flow.check(input, only && new Set(only), level);
}

/** The findings of a level that nobody has said a word for yet; of the report with these cells, only of `only` where given. */
export function unsettled(
  level: Finding["level"],
  situation: Checked,
  cells: Filled,
  only?: readonly CellId[],
): readonly Finding[] {
  const { kept } = situation.report;
  return findings(situation, cells, only, level).filter(
    (finding) => !kept.some((each) => !each.unexplained && isSameWarning(each, finding)),
  );
}

/** A finding as a sentence, its figures put in where the flow's words ask for them as {column}. */
export function sentenceOf(finding: Finding): Text {
  return { label: wordsOf(finding) };
}

/** A finding as a warning that stands, with the doubt as it was put. */
export function warningOf(finding: Finding): Pick<KeptWarning, "check" | "cells" | "doubt"> {
  return { check: finding.check, cells: finding.cells, doubt: wordsOf(finding) };
}

function wordsOf(finding: Finding): Label {
  const fill = (words: string) =>
    words.replace(/\{([a-z0-9_]+)\}/g, (whole, name: string) => {
      const figure = finding.figures[name];
      return figure === undefined ? whole : showFigure(figure);
    });
  return Object.fromEntries(Object.entries(finding.say).map(([language, words]) => [language, fill(words)]));
}

function zerosInARow(past: Past): number {
  let count = 0;
  for (const each of [...past].reverse()) {
    if (!each.zero) break;
    count += 1;
  }
  return count;
}
