import { type CellId, cellAt, type Filled } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import { say, type Text } from "../../message.ts";
import type { ReportEntry, Tried } from "../../report-entry.ts";
import { isSent } from "../../submission.ts";
import type { Outcome } from "../outcome.ts";
import { findNames } from "../reading/column-names.ts";
import { excerpt } from "../reading/excerpt.ts";
import { isRestAlone } from "../reading/figures-read.ts";
import { fold } from "../reading/names.ts";
import type { Piece } from "../reading/pieces.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { toldTried } from "./tried-told.ts";
import { lineKey } from "./tried-words.ts";

/** Figures that were given and not kept: the words, where they are not the whole message, and the places that they may be of; without places nobody can tell. */
export type Refused = { readonly words?: string; readonly places?: readonly Place[] };

/** A line that was tried and does not stand yet. */
export type TriedLine = {
  /** What tells it from the others. */
  readonly key: string;
  /** As written; what it was, where the words were removed. */
  readonly words: Text;
  /** The cells that it may be of and that are open; none where nobody can tell. */
  readonly cells: readonly CellId[];
};

/** So many are remembered line by line; of older ones it is remembered that there were any. */
const MOST = 12;
const MORE = "more";

const figure = /\d+(?:\.\d+)?/g;
const anyFigure = /[\d一二两三四五六七八九十百千万]/;

/** 第2期, 5月20日, 17:00: digits that are no figure of a form. */
const noFigure =
  /第 *\d+ *[期周次轮屏步行页]|\d{1,4}年|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号]|\d{1,2}[点时:]\d{0,2}/g;

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

/** What is remembered once an answer is dealt with, with the words that lie beside it; undefined where it is what it was. */
export function triedAfter(
  situation: Situation,
  message: string,
  { entries, toldTried: told = [] }: Pick<Outcome, "entries" | "toldTried">,
  refused: readonly Refused[],
): { readonly entry: ReportEntry; readonly aside: Readonly<Record<string, string>> } | undefined {
  const { report } = situation;
  const tried = triedIn(situation, report.cells);
  const since = tried.filter((line) => line.cells.length === 0 && isGivenBy(line, entries)).map(({ key }) => key);
  const gone = (key: string) => told === true || told.includes(key) || since.includes(key);
  const standing = tried.filter(({ key }) => !gone(key));
  const added = new Map(
    [...byLine(refused)].flatMap(([words, each]) => {
      const line = remembered(each, situation);
      return line ? [[words, line] as const] : [];
    }),
  );
  if (isSent(report) || (added.size === 0 && told !== true && told.length + since.length === 0)) return undefined;
  const again = standing.flatMap(({ key, words }) => (typeof words === "string" && added.has(words) ? [key] : []));
  const kept = standing.map(({ key }) => key).filter((key) => !again.includes(key));
  const before = (report.tried?.lines ?? []).filter((line) => kept.includes(lineKey(line)));
  const lines = [...before, ...[...added.values()].map((line, number) => ({ message, number, ...line }))];
  const more = (kept.includes(MORE) ? (report.tried?.more ?? 0) : 0) + Math.max(0, lines.length - MOST);
  if (lines.length === 0 && more === 0 && !report.tried) return undefined;
  return {
    entry: { kind: "tried", lines: lines.slice(-MOST), ...(more > 0 ? { more } : {}) },
    aside: Object.fromEntries([...added.keys()].map((words, number) => [String(number), words])),
  };
}

/** Whether the figures of a line, of which nobody knew where they belong, have now been kept somewhere: one answer has them all. */
function isGivenBy({ words }: TriedLine, entries: readonly ReportEntry[]): boolean {
  const figures = typeof words === "string" ? (fold(words).match(figure) ?? []).map(Number) : [];
  return entries.some((entry) => {
    if (entry.kind !== "answered" || entry.screen === "rest" || figures.length === 0) return false;
    const left = Object.values(entry.booked ?? entry.cells);
    return figures.every((each) => {
      const at = left.indexOf(each);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  });
}

/** The refusals of a line as one, with all the places of them: a line may be refused in thousands of pieces. */
function byLine(refused: readonly Refused[]): ReadonlyMap<string, Refused> {
  const lines = new Map<string, { words: string; places: Set<Place> | undefined }>();
  for (const { words = "", places } of refused) {
    const key = excerpt(words);
    const line = lines.get(key) ?? { words, places: new Set<Place>() };
    if (places === undefined) line.places = undefined;
    else for (const place of places) line.places?.add(place);
    lines.set(key, line);
  }
  return new Map(
    [...lines].map(([key, { words, places }]) => [key, places ? { words, places: [...places] } : { words }]),
  );
}

function remembered(
  { words = "", places }: Refused,
  { report, flow, unit }: Situation,
): Omit<Tried, "message" | "number"> | undefined {
  const said = fold(words);
  const figures = said.match(figure)?.length ?? 1;
  if (!places) return /\d/.test(said.replace(noFigure, "")) ? { open: 0, figures } : undefined;
  const named = new Set(findNames(said, places).map(({ place }) => place.column.id));
  // 排查 2 12 1: one name in front of several figures is that of their class.
  const byName = named.size >= figures;
  const meant = byName ? places.filter(({ column }) => named.has(column.id)) : places;
  const open = openAmong(meant, report.cells).length;
  if (open === 0 || !anyFigure.test(said)) return undefined;
  return { places: inShort(meant, askedOf(flow, unit.department ?? "")), open, figures: byName ? named.size : figures };
}

/** Rows and classes that are there whole by their own ids, else the cells. */
function inShort(places: readonly Place[], all: readonly Place[]): readonly string[] {
  const ids = new Set(places.map(({ id }) => id));
  const whole = (of: (place: Place) => boolean) => all.filter(of).every(({ id }) => ids.has(id));
  const short = places.map(({ id, row, group }) => {
    if (whole((each) => each.row === row)) return row.id;
    return whole((each) => each.row === row && each.group === group) ? `${row.id}.${group.id}` : id;
  });
  return [...new Set(short)];
}

function openAmong(places: readonly Place[], cells: Filled): readonly Place[] {
  return places.filter(({ id }) => cellAt(cells, id) === undefined);
}

/** What was tried for this report and does not stand yet: as many figures as were given have not come since. */
export function triedIn(
  { report, flow, unit, triedWords = {} }: Pick<Situation, "report" | "flow" | "unit" | "triedWords">,
  cells: Filled,
): readonly TriedLine[] {
  const { lines = [], more } = report.tried ?? {};
  const asked = askedOf(flow, unit.department ?? "");
  const older: readonly TriedLine[] =
    more === undefined ? [] : [{ key: MORE, words: { key: "tried-more", args: { count: more } }, cells: [] }];
  const known = lines.flatMap((line): readonly TriedLine[] => {
    const key = lineKey(line);
    const words: Text = triedWords[key] ?? { key: "tried-removed" };
    if (!line.places) return [{ key, words, cells: [] }];
    const { places, figures } = line;
    const meant = asked.filter(({ id }) => places.some((each) => id === each || id.startsWith(`${each}.`)));
    const open = openAmong(meant, cells);
    const waits = open.length > 0 && line.open - open.length < Math.min(figures, line.open);
    return waits ? [{ key, words, cells: open.map(({ id }) => id) }] : [];
  });
  return [...older, ...known];
}

/** 其余都是0 to a screen whose figures were refused is no answer to it. */
export function restHeld(situation: Situation, screen: Screen, text: string): Outcome | undefined {
  if (screen.kind !== "figures" || !isRestAlone(fold(text))) return undefined;
  const ids = screen.places.map(({ id }) => id);
  const tried = triedIn(situation, situation.report.cells).filter(
    ({ cells }) => cells.length === 0 || cells.some((id) => ids.includes(id)),
  );
  if (tried.length === 0) return undefined;
  const lead = toldTried(tried, situation).map(say);
  return { entries: [], lead, ask: { kind: "same" }, toldTried: tried.map(({ key }) => key) };
}
