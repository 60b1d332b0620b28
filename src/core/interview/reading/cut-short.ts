import { cellAt } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import { workedOut } from "../../worked-out.ts";
import type { FiguresScreen, Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { readBooked } from "./books.ts";
import { findNames, insideWord } from "./column-names.ts";
import type { FiguresRead } from "./figures-read.ts";
import { figuresScreens } from "./locate.ts";
import { fold, namesOf } from "./names.ts";

/** The beginning of a column's name, and the name. */
type Beginning = { readonly short: string; readonly name: string; readonly place: Place };

/** The places of a screen are the same with every message. */
const known = new WeakMap<readonly Place[], readonly Beginning[]>();

/** What stands behind a name that has a figure. */
const figureBehind = /^[\s:=是为有]*(?:核减)?[\d零〇一二两三四五六七八九十百千万]/;

/** Longer than this nobody answers one screen. */
const LONGEST = 200;

/** Reads a text for the places of a screen; where it says nothing else, a word that only begins a column's name is that column: 不合格1 for 不合格批次1. */
export function readAt(text: string, places: readonly Place[], situation: Situation): FiguresRead {
  const read = readBooked(text, places, situation);
  if (read.kind !== "refused" || text.length > LONGEST) return read;
  const anew = readBooked(lengthened(fold(text), places), places, situation);
  return anew.kind === "figures" ? anew : read;
}

/** The column whose name a word begins, where it begins that of no other. */
export function columnBegun(word: string, places: readonly Place[]): Place | undefined {
  return beginningsOf(places).find(({ short }) => short === word)?.place;
}

/**
 * The screens that may be meant by a name which is cut short at the screen that is asked, and whole at another of its row:
 * 不合格1 at 监督抽查. None where it is plain: other columns of the screen are named with it, or it is all that is missing.
 */
export function cutShortAt(situation: Situation, screen: Screen, text: string): readonly FiguresScreen[] {
  if (screen.kind !== "figures" || text.length > LONGEST) return [];
  if (readBooked(text, screen.places, situation).kind !== "refused") return [];
  const read = readAt(text, screen.places, situation);
  const [only, another] = read.kind === "figures" ? read.figures : [];
  if (!only || another) return [];
  const open = screen.places.filter(({ id }) => cellAt(situation.report.cells, id) === undefined);
  if (open.length === 1 && open[0] === only.place) return [];
  const others = figuresScreens(askedOf(situation.flow, situation.unit.department ?? "")).filter(
    ({ row, id, places }) =>
      row === screen.row && id !== screen.id && readBooked(text, places, situation).kind === "figures",
  );
  return others.length > 0 ? [screen, ...others] : [];
}

/** A folded text with each word in front of a figure that begins the name of one column alone written out. */
function lengthened(text: string, places: readonly Place[]): string {
  const beginnings = beginningsOf(places);
  const whole = findNames(text, places);
  let said = "";
  for (let at = 0; at < text.length; ) {
    const name = whole.find(({ start }) => start === at);
    const short = name
      ? undefined
      : beginnings.find(
          (each) =>
            text.startsWith(each.short, at) &&
            !insideWord(text, at, each.short.length) &&
            figureBehind.test(text.slice(at + each.short.length)),
        );
    const end = name?.end ?? at + (short?.short.length ?? 1);
    said += short?.name ?? text.slice(at, end);
    at = end;
  }
  return said;
}

function beginningsOf(places: readonly Place[]): readonly Beginning[] {
  return workedOut(known, places, beginningsIn);
}

/** The longest first; no name of anything else on the form but a column, which another screen may have whole. */
function beginningsIn(places: readonly Place[]): readonly Beginning[] {
  const blocks = [...new Set(places.map(({ block }) => block))];
  const taken = new Set(
    [...blocks.flatMap(({ rows, groups }) => [...rows, ...groups]), ...places.map(({ column }) => column)].flatMap(
      namesOf,
    ),
  );
  const all = places.flatMap((place) =>
    namesOf(place.column).flatMap((name) => cutsOf(name).map((short): Beginning => ({ short, name, place }))),
  );
  const columns = new Map<string, Set<string>>();
  for (const { short, place } of all) columns.set(short, (columns.get(short) ?? new Set()).add(place.column.id));
  const own = all.filter(({ short }) => !taken.has(short) && columns.get(short)?.size === 1);
  return [...new Map(own.map((each) => [each.short, each])).values()].sort((a, b) => b.short.length - a.short.length);
}

/** 不合, 不合格, 不合格批 of 不合格批次; a Latin name is cut between its words. */
function cutsOf(name: string): readonly string[] {
  if (/[a-z]/.test(name)) {
    const words = name.split(" ");
    return words.slice(1).map((_, index) => words.slice(0, index + 1).join(" "));
  }
  return [...name].slice(2).map((_, index) => [...name].slice(0, index + 2).join(""));
}
