import { type CellId, cellAt } from "../../cells.ts";
import { askedOf } from "../../flow/flow.ts";
import type { Text } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { echoStanding } from "../echo.ts";
import { triedBeside } from "../refused/ticks-tried.ts";
import { activeOptions, type Option, type TicksScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import type { Answer } from "./question.ts";

/**
 * Closes a screen by what was named, or by 都没有: an option that was given figures before anybody closed it was never
 * meant to lose them, so it stays ticked.
 */
export function closeByName(screen: TicksScreen, picked: readonly string[], situation: Situation): Answer {
  const { report } = situation;
  const filled = screen.options.filter(
    (option) =>
      report.chosen[screen.id] === undefined && cellsOf(option).some((id) => (cellAt(report.cells, id) ?? 0) !== 0),
  );
  const answer = close(screen, [...picked, ...filled.map(({ id }) => id)], situation);
  if (answer.kind !== "kept" || picked.length > 0 || filled.length === 0) return answer;
  const names: Text = { join: filled.map(({ short }) => ({ label: short })), by: { key: "list-comma" } };
  return { ...answer, echo: [...answer.echo, { key: "interview-ticks-filled", args: { names } }] };
}

/** Closes the screen: unticked options become zeros, ticked ones that were bulk zeros are asked again. */
export function close(screen: TicksScreen, picked: readonly string[], situation: Situation): Answer {
  const { report } = situation;
  const tried = triedBeside(screen, picked, situation);
  const chosen = [...picked, ...tried.ticked];
  const before = activeOptions(screen, report).map((option) => option.id);
  // Only zeros that a closed screen set for what was not ticked are asked again; what somebody answered stays.
  const wasClosed = report.chosen[screen.id] !== undefined;
  const ticked = screen.options.filter((option) => chosen.includes(option.id));
  const unticked = screen.options.filter((option) => !chosen.includes(option.id));
  const zeros = unticked.flatMap(cellsOf).filter((id) => cellAt(report.cells, id) !== 0);
  const cleared = wasClosed ? ticked.filter((option) => !before.includes(option.id)).flatMap(cellsOf) : [];
  const entry: ReportEntry = {
    kind: "chose",
    screen: screen.id,
    ticks: ticked.map((option) => option.id),
    zeros,
    cleared: cleared.filter((id) => cellAt(report.cells, id) !== undefined),
  };
  const names: Text =
    ticked.length === 0
      ? { key: "interview-ticks-none" }
      : { join: ticked.map((option) => ({ label: option.short })), by: { key: "list-comma" } };
  const echo: Text[] = [
    { key: "interview-echo", args: { what: screen.under ? { join: [{ label: screen.under.short }, names] } : names } },
    ...tried.said,
  ];
  const { flow, unit } = situation;
  const lost = askedOf(flow, unit.department ?? "").filter(
    ({ id }) => zeros.includes(id) && cellAt(report.cells, id) !== undefined,
  );
  if (lost.length > 0)
    echo.push({
      key: "interview-ticks-overwritten",
      args: { count: lost.length, figures: echoStanding(lost, report.cells) },
    });
  return { kind: "kept", entries: [entry], echo, told: tried.told };
}

const cellsOf = ({ screens }: Option): readonly CellId[] => screens.flatMap(({ places }) => places.map(({ id }) => id));
