import type { CellId } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import type { Text } from "../../message.ts";
import { placeName } from "../echo.ts";
import type { Situation } from "../situation.ts";
import type { TriedLine } from "./tried.ts";

/** What 其余都是0 leaves alone because somebody tried to give it, and how to give it. */
export function toldTried(tried: readonly TriedLine[], { flow, unit }: Situation): readonly Text[] {
  const places = askedOf(flow, unit.department ?? "");
  // Those that hold up all the rest come last: of many lines they are told.
  const placed = tried.filter(({ cells }) => cells.length > 0);
  return fewTold(
    [...placed, ...tried.filter((line) => !placed.includes(line))].map(({ words, cells }) =>
      cells.length === 0
        ? { key: "taken-rest-tried-where", args: { words } }
        : { key: "taken-rest-tried", args: { words, places: named(cells, places) } },
    ),
  );
}

/** More lines than this are no help at once: the others are counted. */
const TOLD = 3;

/** What is said of lines that were tried, the last ones where they are many. */
export function fewTold(said: readonly Text[]): readonly Text[] {
  const more = said.length - TOLD;
  return more > 0 ? [...said.slice(-TOLD), { key: "tried-others", args: { count: more } }] : said;
}

/** 防护服 排查, 口罩 监督抽查 or 口罩: the cells by the least that names them. */
function named(cells: readonly CellId[], places: readonly Place[]): Text {
  const meant = places.filter(({ id }) => cells.includes(id));
  const [first] = meant;
  const rows = [...new Set(meant.map(({ row }) => row))];
  if (!first || rows.length > 1) return { join: rows.map((row) => ({ label: row.short })), by: { key: "list-comma" } };
  const columns = [...new Map(meant.map(({ column }) => [column.id, column])).values()];
  const ofGroup = places.filter(({ row, group }) => row === first.row && group === first.group);
  const oneGroup = meant.every(({ group }) => group === first.group);
  const row: Text = { label: first.row.short };
  if (oneGroup && columns.length === ofGroup.length) return { join: [row, { label: first.group.short }] };
  if (!oneGroup && columns.length > SPELT) return row;
  return { join: [oneGroup ? placeName(first) : row, ...columns.map(({ short }): Text => ({ label: short }))] };
}

/** More columns than this are not spelt out. */
const SPELT = 3;
