import { type CellId, type Cells, cellAt, cellsIn } from "../../cells.ts";
import { askedOf, questionsFor } from "../../flow/flow.ts";
import { type Block, say, type Text } from "../../message.ts";
import type { Report, Told } from "../../report.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { isSent } from "../../submission.ts";
import { actionText } from "../actions.ts";
import { echoStanding } from "../echo.ts";
import type { Outcome } from "../outcome.ts";
import { fold } from "../reading/names.ts";
import { screensOf } from "../screens-of.ts";
import type { Situation } from "../situation.ts";
import { screenName } from "./review.ts";

/** What a unit filled in for a round before and never sent: the report of this round covers that time, too. */
export type Unsent = Pick<Report, "cells" | "measured" | "told" | "kept" | "attachments"> & { readonly number: number };

/** The button that takes it names this screen. */
export const unsentScreen = "unsent";

const asks =
  /^(?:我|我们)?(?:在)?(?:第[0-9一二三四五六七八九十]+期|上一?期|上周|上次|之前|以前|原来|前面)?(?:我|我们)?(?:已经)?(?:填|写|录)(?:过|好|了)?的?(?:数字?|数据|内容|东西|草稿)?(?:呢|在哪里?|去哪里?了?|哪里?去了|还在吗|还有吗|没了|不见了|怎么没了)$|草稿(?:呢|在哪里?|还在吗)$|^where (?:are|is) (?:my|the) (?:figures|draft|numbers).{0,20}$/;

/** Whether somebody asks for what they filled in before. */
export function asksForUnsent(text: string): boolean {
  return asks.test(fold(text).replace(/(?<![?？。.!！~])[?？。.!！~]+$/, ""));
}

/** What was filled in and not sent, with the button that takes it into this report; nothing where none of it is missing here. */
export function unsentOffer(situation: Situation): readonly Block<Text>[] {
  const { flow, round, unsent, report } = situation;
  if (!unsent || isSent(report)) return [];
  const left = leftIn(unsent, situation);
  if (left.ids.length + left.told.length + left.files.length === 0) return [];
  const action = actionText("offer", flow, round.round, unsentScreen, String(unsent.number));
  return [
    say({ key: "unsent-offer", args: { number: unsent.number, what: whatOf(left, unsent, situation) } }),
    { kind: "choices", choices: [{ label: { key: "unsent-take", args: { number: unsent.number } }, action }] },
  ];
}

/**
 * Takes what was not sent into this report, where nothing stands in its place. Screens that held zeros alone are asked
 * anew: since then something may have happened.
 */
export function takeUnsent(situation: Situation, value: string): Outcome | undefined {
  const { unsent, report } = situation;
  if (!unsent || value !== String(unsent.number) || isSent(report)) return undefined;
  const left = leftIn(unsent, situation);
  const cells: Cells = Object.fromEntries(left.ids.map((id) => [id, cellAt(unsent.cells, id) ?? 0]));
  const measured = (unsent.measured ?? []).filter((id) => cells[id] !== undefined);
  const kept = unsent.kept.filter((warning) => !warning.unexplained && warning.cells.every((id) => id in cells));
  const entries: readonly ReportEntry[] = [
    ...(left.ids.length > 0
      ? [{ kind: "answered" as const, screen: unsentScreen, cells, ...(measured.length > 0 ? { measured } : {}) }]
      : []),
    ...kept.map(({ by: _who, ...warning }): ReportEntry => ({ kind: "warned-and-kept", warning })),
    ...left.told.map(([question, told]) => toldAgain(question, told)),
    ...left.files.map(({ by: _who, at: _when, ...file }): ReportEntry => ({ kind: "attached", file })),
  ];
  if (entries.length === 0) return undefined;
  const args = { number: unsent.number, what: whatOf(left, unsent, situation) };
  return { entries, lead: [say({ key: "unsent-taken", args })], ask: { kind: "next" } };
}

type Left = {
  readonly ids: readonly CellId[];
  readonly told: readonly (readonly [string, Told])[];
  readonly files: NonNullable<Report["attachments"]>;
};

/** What of it says something, and has nothing in its place. */
function leftIn(unsent: Unsent, { flow, unit, report }: Situation): Left {
  const department = unit.department ?? "";
  const asked = new Set(askedOf(flow, department).map(({ id }) => id));
  const screenOf = (id: CellId) => id.split(".").slice(0, 2).join(".");
  const saying = new Set(cellsIn(unsent.cells).flatMap(([id, value]) => (value === 0 ? [] : [screenOf(id)])));
  const questions = new Set(questionsFor(flow, department).map(({ id }) => id));
  const hashes = new Set((report.attachments ?? []).map(({ hash }) => hash));
  return {
    ids: cellsIn(unsent.cells).flatMap(([id]) =>
      asked.has(id) && saying.has(screenOf(id)) && cellAt(report.cells, id) === undefined ? [id] : [],
    ),
    told: Object.entries(unsent.told).filter(
      ([question, { kind }]) => kind !== "skipped" && questions.has(question) && report.told[question] === undefined,
    ),
    files: (unsent.attachments ?? []).filter(({ hash }) => !hashes.has(hash)),
  };
}

function toldAgain(question: string, told: Told): ReportEntry {
  switch (told.kind) {
    case "text":
      return { kind: "wrote", question, text: told.text };
    case "option":
      return { kind: "picked", question, option: told.option };
    case "skipped":
      return { kind: "skipped", question };
  }
}

function whatOf({ ids, told, files }: Left, unsent: Unsent, { flow, unit, report }: Situation): Text {
  const department = unit.department ?? "";
  const saying = askedOf(flow, department).filter(({ id }) => ids.includes(id) && cellAt(unsent.cells, id) !== 0);
  const questions = screensOf(flow, department, report).filter(({ id }) => told.some(([question]) => question === id));
  return {
    join: [
      ...(saying.length > 0 ? [echoStanding(saying, unsent.cells)] : []),
      ...questions.map(screenName),
      ...(files.length > 0 ? [{ key: "unsent-files", args: { count: files.length } }] : []),
    ],
    by: { key: "list-comma" },
  };
}
