import { setImmediate } from "node:timers/promises";
import { dateIn, isoWithOffset } from "../../core/calendar/words.ts";
import { byId } from "../../core/cells.ts";
import type { FlowBlock } from "../../core/flow/flow.ts";
import type { Total } from "../../core/table/table.ts";
import type { Audience, Export, Return, UnitPart, Word } from "../export.ts";
import { returnFile } from "../return/file-name.ts";
import { reportedOf, roundsOf } from "../return/period.ts";
import { inWords, wordQuestions } from "../return/told.ts";
import type { ReturnShape, UnitShape } from "./shape.ts";

/** The return as JSON, with the labels and units of the flow, so that it can be read without it. */
export const json: Export = { format: "json", make };

/** So many units are written at a stretch; then whoever waits for an answer comes first. */
const AT_A_STRETCH = 20;

async function make(of: Return, audience: Audience, word: Word) {
  const whole = JSON.stringify(shapeOf(of, audience), undefined, 1);
  const text = audience === "up" ? `${whole}\n` : `${whole.slice(0, -2)},\n "units": [${await unitsOf(of)}\n ]\n}\n`;
  return {
    name: returnFile(of, audience, "json", word),
    type: "application/json",
    bytes: new TextEncoder().encode(text),
  };
}

async function unitsOf(of: Return): Promise<string> {
  const written: string[] = [];
  for (const [index, unit] of of.units.entries()) {
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate();
    written.push(`\n  ${JSON.stringify(unitOf(of, unit))}`);
  }
  return written.join(",");
}

function shapeOf(of: Return, audience: Audience): ReturnShape {
  const { flow } = of;
  const { zone } = flow.calendar;
  const blocks = audience === "up" ? flow.blocks.filter(({ printed }) => printed) : flow.blocks;
  return {
    format: "baosong-return/1",
    language: of.language,
    flow: { id: flow.id, hash: flow.hash, name: flow.name, title: flow.title },
    rounds: roundsOf(of).map(({ round, number, due, covers }) => ({
      id: round,
      number,
      due: isoWithOffset(due, zone),
      from: dateIn(covers.from, zone),
      to: dateIn(covers.to - 1, zone),
    })),
    as_of: of.asOf,
    head: of.head,
    reported: reportedOf(of),
    blocks: blocks.map(blockOf),
    tables: of.tables
      .filter((table) => blocks.some(({ id }) => id === table.block))
      .map((table) => ({
        block: table.block,
        round: given(table.round),
        cumulative: given(table.cumulative),
        round_totals: given(table.roundTotals),
        cumulative_totals: given(table.cumulativeTotals),
      })),
  };
}

function blockOf({ id, label, printed, rows, groups }: FlowBlock): ReturnShape["blocks"][number] {
  return {
    id,
    label,
    printed,
    rows: rows.map((row) => ({ id: row.id, label: row.label })),
    groups: groups.map((group) => ({
      id: group.id,
      label: group.label,
      ...(group.sums ? { sums: [...group.sums] } : {}),
      columns: group.columns.map((column) => ({
        id: column.id,
        label: column.label,
        ...(column.unit ? { unit: column.unit } : {}),
        kind: column.kind,
        decimals: column.decimals,
        adds: column.adds,
        ...(column.computed ? { percent: { of: column.computed.of, to: column.computed.to } } : {}),
      })),
    })),
  };
}

function given(figures: Readonly<Record<string, Total>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
}

function unitOf({ flow, language }: Return, unit: UnitPart): UnitShape {
  const inWordsOf = (told: UnitPart["told"]): Record<string, string> =>
    Object.fromEntries(
      wordQuestions(flow.questions)
        .map((question): [string, string] => [question.id, inWords(question, told[question.id], language)])
        .filter(([, text]) => text !== ""),
    );
  return {
    id: unit.id,
    name: unit.name,
    department: unit.department,
    standing: unit.standing,
    zero: unit.zero,
    ...(unit.submittedAt === undefined ? {} : { submitted_at: isoWithOffset(unit.submittedAt, flow.calendar.zone) }),
    ...(unit.submittedBy === undefined ? {} : { submitted_by: unit.submittedBy }),
    ...(unit.number === undefined ? {} : { number: unit.number }),
    cells: byId(unit.report.cells),
    cumulative: { ...unit.cumulative() },
    told: inWordsOf(unit.told),
    ...(unit.byRound
      ? {
          by_round: unit.byRound.map(({ number, standing, told }) => ({ number, standing, told: inWordsOf(told) })),
        }
      : {}),
    kept: unit.kept.map(({ check, cells, reason, unexplained }) => ({
      check,
      cells: [...cells],
      ...(reason === undefined ? {} : { reason }),
      ...(unexplained ? { unexplained } : {}),
    })),
  };
}
