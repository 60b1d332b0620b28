import { type CellId, cellAt, type Filled } from "../cells.ts";
import { askedOf, type Place } from "../flow/flow.ts";
import { say, type Text } from "../message.ts";
import type { Tried, TriedOf } from "../person.ts";
import { findNames } from "./column-names.ts";
import { placeName } from "./echo.ts";
import { excerpt } from "./excerpt.ts";
import { isRestAlone } from "./figures-read.ts";
import { fold } from "./names.ts";
import type { Outcome } from "./outcome.ts";
import type { Piece } from "./pieces.ts";
import type { Screen } from "./screens.ts";
import type { Situation } from "./situation.ts";

/** Figures that were given and not kept: the words, where they are not the whole message, and the places that they may be of; without places nobody can tell. */
export type Refused = { readonly words?: string; readonly places?: readonly Place[] };

/** So many are remembered; whoever was refused more often than that begins anew. */
const MOST = 12;

const figure = /\d+(?:\.\d+)?/g;
const anyFigure = /[\d一二两三四五六七八九十百千万]/;

/** What a piece of which nothing was kept leaves to be given anew: figures of this round, and no words. */
export function refusedBy(piece: Piece): readonly Refused[] {
  switch (piece.kind) {
    case "figures":
      return [{ words: piece.line, places: piece.figures.map(({ place }) => place) }];
    case "several":
      return [{ words: piece.rest, places: piece.screens.flatMap(({ places }) => places) }];
    case "led-away":
      // 上期 and 没有 are answers; 大约 and a word that nobody knows leave a figure to be given.
      return piece.opening.why === "about" || piece.opening.why === "strange"
        ? [{ words: piece.rest, places: piece.places }]
        : [];
    case "shared":
      return [{ words: piece.line, places: piece.places }];
    case "unread":
      return [{ words: piece.line, ...(piece.places ? { places: piece.places } : {}) }];
    case "zeros":
    case "text":
    case "choice":
    case "rest-zero":
      return [];
  }
}

/** What is remembered once an answer is dealt with; undefined where it is what it was. */
export function triedAfter(
  situation: Situation,
  after: Filled,
  refused: readonly Refused[],
  told: Outcome["toldTried"] = [],
): TriedOf | undefined {
  const before = triedIn(situation, after).filter(({ words }) => told !== true && !told.includes(words));
  const added = [
    ...new Map(refused.flatMap((each) => remembered(each, after)).map((each) => [each.words, each])).values(),
  ];
  if (added.length === 0 && told !== true && told.length === 0) return undefined;
  const anew = added.map(({ words }) => words);
  const lines = [...before.filter(({ words }) => !anew.includes(words)), ...added].slice(-MOST);
  const { flow, round, unit } = situation;
  return { flow: flow.id, round: round.round, unit: unit.id, lines };
}

function remembered({ words = "", places }: Refused, after: Filled): readonly Tried[] {
  const said = fold(words);
  const figures = said.match(figure)?.length ?? 1;
  if (!places) return /\d/.test(said) ? [{ words: excerpt(words), cells: [], figures }] : [];
  const named = new Set(findNames(said, places).map(({ place }) => place.column.id));
  // 排查 2 12 1: one name in front of several figures is that of their class.
  const byName = named.size >= figures;
  const meant = byName ? places.filter(({ column }) => named.has(column.id)) : places;
  const cells = meant.map(({ id }) => id).filter((id) => cellAt(after, id) === undefined);
  if (cells.length === 0 || !anyFigure.test(said)) return [];
  return [{ words: excerpt(words), cells, figures: byName ? named.size : figures }];
}

/** What was tried for this report and does not stand yet: as many figures as were given have not come since. */
export function triedIn({ person, flow, round, unit }: Situation, cells: Filled): readonly Tried[] {
  const { tried } = person;
  if (!tried || tried.flow !== flow.id || tried.round !== round.round || tried.unit !== unit.id) return [];
  return tried.lines.filter(({ cells: ids, figures }) => {
    const open = ids.filter((id) => cellAt(cells, id) === undefined);
    return ids.length === 0 || ids.length - open.length < Math.min(figures, ids.length);
  });
}

/** 其余都是0 to a screen whose figures were refused is no answer to it. */
export function restHeld(situation: Situation, screen: Screen, text: string): Outcome | undefined {
  if (screen.kind !== "figures" || !isRestAlone(fold(text))) return undefined;
  const ids = screen.places.map(({ id }) => id);
  const tried = triedIn(situation, situation.report.cells).filter(({ cells }) => cells.some((id) => ids.includes(id)));
  if (tried.length === 0) return undefined;
  return {
    entries: [],
    lead: toldTried(tried, situation).map(say),
    ask: { kind: "same" },
    toldTried: tried.map(({ words }) => words),
  };
}

/** What 其余都是0 leaves alone because somebody tried to give it, and how to give it. */
export function toldTried(tried: readonly Tried[], { flow, unit }: Situation): readonly Text[] {
  const places = askedOf(flow, unit.department ?? "");
  return tried.map(({ words, cells }) =>
    cells.length === 0
      ? { key: "taken-rest-tried-where", args: { words } }
      : { key: "taken-rest-tried", args: { words, places: named(cells, places) } },
  );
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
