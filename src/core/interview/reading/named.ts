import { askedOf, type Place, type Row } from "../../flow/flow.ts";
import type { Outcome } from "../outcome.ts";
import type { FiguresScreen, Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { findNames } from "./column-names.ts";
import { figuresScreens, onlyRow } from "./locate.ts";
import { fold, leadingName, namesOf } from "./names.ts";
import { readPassage } from "./passage.ts";
import { takePieces } from "./taking.ts";

/** 检查 8 10 1: figures under a word that names nothing, and no sentence. */
const onlyFigures = /^\p{L}{0,6}[\s:]*[\d.,\s]+$/u;

/** An answer that names its places, from anywhere in the report. A form's only row needs no name where figures follow. */
export function named(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  return namedInWords(situation, text, screens) ?? kept(ofRow(situation, onlyRow(placesOf(situation)), text, screens));
}

function namedInWords(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  const pieces = readPassage(text, situation, screens);
  const meant = pieces?.some(
    (piece) => piece.kind !== "unread" || piece.why !== undefined || onlyFigures.test(piece.part ?? ""),
  );
  return pieces && meant ? takePieces(situation, pieces) : undefined;
}

/**
 * 质量违法 立案3, or 立案3 where the screening is asked for: the row that is being asked needs no name. Undefined where
 * nothing is named, or nothing comes of it.
 */
export function inRow(
  situation: Situation,
  screen: Screen,
  text: string,
  screens: readonly Screen[],
): Outcome | undefined {
  const row = screen.kind === "figures" ? screen.row : screen.kind === "ticks" ? screen.under : undefined;
  const taken = ofRow(situation, row, text, screens, screen);
  // What comes to nothing there either is answered by the screen that is asked, unless it began with another class; ticks
  // have no word for figures.
  const ofAnother = screen.kind === "ticks" || namesClass(wordsOf(text), besideOf(situation, row, screen));
  return ofAnother && taken?.refused?.length ? taken : kept(taken);
}

/** What is said of a form's only row, refusals and all; undefined where there are more, or no column is named. */
export function saidOfOnlyRow(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  return ofRow(situation, onlyRow(placesOf(situation)), text, screens);
}

/** What may stand in front of a column where no row does. */
const lead = /^\s*(?:本周|本期|这周|这期|目前|现有|现在|我们?(?:单位|局|市|县|区)?|共有?)+[\s,，:：]*/;

/** What names a class or a column of the row, beside the screen that is asked, with the row in front. */
function ofRow(
  situation: Situation,
  row: Row | undefined,
  text: string,
  screens: readonly Screen[],
  asked?: Screen,
): Outcome | undefined {
  const words = wordsOf(text);
  const beside = besideOf(situation, row, asked);
  const [name] = row ? namesOf(row) : [];
  const folded = fold(words);
  const meant = namesClass(words, beside) || beside.some(({ places }) => findNames(folded, places).length > 0);
  return meant && name !== undefined ? namedInWords(situation, `${name}\n${words}`, screens) : undefined;
}

function wordsOf(text: string): string {
  return text.trim().replace(lead, "");
}

/** The screens of a row beside the one that is asked. */
function besideOf(situation: Situation, row: Row | undefined, asked: Screen | undefined): readonly FiguresScreen[] {
  return figuresScreens(placesOf(situation)).filter((screen) => screen.row.id === row?.id && screen.id !== asked?.id);
}

/** Whether a text begins with the class of one of these. */
function namesClass(words: string, screens: readonly FiguresScreen[]): boolean {
  const groups = screens.map(({ group }) => group);
  return leadingName(fold(words), groups) !== undefined;
}

function kept(taken: Outcome | undefined): Outcome | undefined {
  return taken && (taken.entries.length > 0 || taken.ask.kind === "confirm") ? taken : undefined;
}

function placesOf({ flow, unit }: Situation): readonly Place[] {
  return askedOf(flow, unit.department ?? "");
}
