import { type Cells, type Filled, idsIn, withCells } from "../../cells.ts";
import { askedOf, type Finding } from "../../flow/flow.ts";
import { type Choice, say, type Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { echoFigures, showValue } from "../echo.ts";
import type { Outcome } from "../outcome.ts";
import { namesOf } from "../reading/names.ts";
import type { Situation } from "../situation.ts";
import { findings, unsettled } from "./checking.ts";

/** As many repairs are offered at once: more buttons are no help. */
const OFFERED = 3;

/**
 * The likeliest repairs of doubts, each one tap; only those after which nothing of it is in doubt or wrong. `placed` where
 * the doubts may be of several rows.
 */
export function repairChoices(
  found: readonly Finding[],
  situation: Situation,
  placed: boolean,
): readonly Choice<Text>[] {
  const { flow, round } = situation;
  return found
    .flatMap((finding) =>
      finding.repairs.flatMap((cells, index): readonly Choice<Text>[] => {
        const [first] = Object.keys(cells);
        if (first === undefined || !mends(cells, situation)) return [];
        const screen = first.split(".").slice(0, 2).join(".");
        const check = flow.checks.findIndex(({ id }) => id === finding.check);
        const value = `${check}.${index}.${first.split(".")[2]}`;
        const action = actionText("repair", flow, round.round, screen, value);
        const fits = new TextEncoder().encode(action).length <= 64;
        return fits
          ? [{ label: { key: "repair", args: { figures: figuresIn(cells, situation, placed) } }, action }]
          : [];
      }),
    )
    .slice(0, OFFERED);
}

/** Takes a repair that was offered, if the doubt still stands; undefined where it does not. */
export function repaired(situation: Situation, screen: string, value: string): Outcome | undefined {
  const { report, flow } = situation;
  const [check = "", index = "", column = ""] = value.split(".");
  const cell = `${screen}.${column}`;
  const here = idsIn(report.cells).filter((id) => id.startsWith(`${screen}.`));
  const finding = unsettled("warning", situation, report.cells, here).find(
    (each) => each.check === flow.checks[Number(check)]?.id && each.cells.includes(cell),
  );
  const cells = finding?.repairs[Number(index)];
  if (!cells || !mends(cells, situation)) return undefined;
  const places = askedOf(flow, situation.unit.department ?? "").filter(({ id }) => cells[id] !== undefined);
  const figures = places.map((place) => ({ place, value: cells[place.id] ?? 0 }));
  const what = echoFigures(figures, withCells(report.cells, cells), report.cells);
  // Whoever presses the sum in another unit has said which was meant.
  const measured = places.filter(({ column }) => column.scales && column.kind === "amount").map(({ id }) => id);
  return {
    entries: [{ kind: "answered", screen, cells, ...(measured.length > 0 ? { measured } : {}) }],
    lead: [say({ key: "interview-echo", args: { what } })],
    ask: { kind: "next" },
  };
}

/** The repair that brings a figure of a column with several units to the one that it was meant in. */
export function repairedByUnit(situation: Situation, screen: string): Outcome | undefined {
  const { report, flow, unit } = situation;
  const here = idsIn(report.cells).filter((id) => id.startsWith(`${screen}.`));
  const scaled = new Set(
    askedOf(flow, unit.department ?? "").flatMap(({ id, column }) =>
      column.scales && column.kind === "amount" ? [id] : [],
    ),
  );
  for (const finding of unsettled("warning", situation, report.cells, here))
    for (const [index, cells] of finding.repairs.entries()) {
      const [cell, another] = Object.keys(cells);
      if (cell === undefined || another !== undefined || !scaled.has(cell)) continue;
      const check = flow.checks.findIndex(({ id }) => id === finding.check);
      return repaired(situation, screen, `${check}.${index}.${cell.split(".")[2]}`);
    }
  return undefined;
}

/** Whether a repair leaves nothing wrong that was not wrong or in doubt before. */
function mends(cells: Cells, situation: Situation): boolean {
  const ids = Object.keys(cells);
  const found = (of: Filled) => findings(situation, of, ids).filter(({ level }) => level !== "notice");
  const before = new Set(found(situation.report.cells).map((finding) => `${finding.check} ${finding.cells.join()}`));
  return found(withCells(situation.report.cells, cells)).every(
    (finding) => finding.level === "warning" && before.has(`${finding.check} ${finding.cells.join()}`),
  );
}

/** `口罩·质量违法 处罚1`: the figures of a repair, with the class where their column stands in several, and the row where others are spoken of. */
function figuresIn(cells: Cells, { flow, unit }: Situation, placed: boolean): Text {
  const all = askedOf(flow, unit.department ?? "");
  const places = all.filter(({ id }) => cells[id] !== undefined);
  const [first] = places;
  const names = first ? namesOf(first.column) : [];
  const again = all.some(
    ({ group, column }) => group !== first?.group && namesOf(column).some((name) => names.includes(name)),
  );
  const row: Text = { label: first?.row.short ?? {} };
  const where: readonly Text[] = again
    ? [{ join: [row, { label: first?.group.short ?? {} }], by: "·" }]
    : placed
      ? [row]
      : [];
  return {
    join: [
      ...where,
      ...places.map((place) => ({
        key: "figure",
        args: { name: { label: place.column.short }, figure: showValue(cells[place.id] ?? 0) },
      })),
    ],
  };
}
