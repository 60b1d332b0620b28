import { cellAt, cellsIn } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import { say } from "../../message.ts";
import { workedOut } from "../../worked-out.ts";
import { changedBy, type Outcome } from "../outcome.ts";
import type { Screen, TextScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { vocabularyOf } from "./column-names.ts";
import { named, saidOfOnlyRow } from "./named.ts";
import { escaped, fold, namesOf } from "./names.ts";
import { readPassage } from "./passage.ts";
import { takePieces } from "./taking.ts";

/** What stands between figures and names and tells nothing by itself. */
const between =
  /其余|其它|其他|剩下|余下|其中|累计|本期|核减|不适用|大约|大概|左右|没有|the rest|others|rest|all|and|is|are|[的都全均是为记填和与及约共零〇一二两三四五六七八九十百千万亿无]/g;

/**
 * Figures with their places said where a narrative is asked: they are taken as figures, or refused as such, and where no
 * other word stands beside them the narrative stays to be written. Lines of figures among lines of prose are taken out of
 * it. Undefined for prose, whatever figures it holds.
 */
export function figuresForText(
  situation: Situation,
  { question }: TextScreen,
  text: string,
  screens: readonly Screen[],
): Outcome | undefined {
  const places = askedOf(situation.flow, situation.unit.department ?? "");
  if (places.length === 0 || !/\d/.test(fold(text))) return undefined;
  const lines = text.split(/\r?\n/).map((line) => ({ line, ...readLine(line, places) }));
  if (!lines.every(({ wordless }) => wordless)) return amongProse(situation, question, lines, screens);
  const taken = named(situation, text, screens) ?? saidOfOnlyRow(situation, text, screens);
  if (taken || !lines.some(({ names }) => names)) return taken;
  const lead = [say({ key: "interview-text-words", args: { question: { label: question.label } } })];
  return { entries: [], lead, ask: { kind: "same" } };
}

/** A line, whether it holds no word beside figures and names, and whether it holds a name or a figure at all. */
type Line = { readonly line: string; readonly wordless: boolean; readonly names: boolean; readonly figure: boolean };

function readLine(line: string, places: readonly Place[]): Omit<Line, "line"> {
  const said = fold(line);
  const rest = said.replace(workedOut(known, places, wordsIn), " ");
  return { wordless: !/\p{L}/u.test(rest.replace(between, " ")), names: rest !== said, figure: /\d/.test(said) };
}

/** Lines of figures in a narrative: figures where they change any, and the other lines are the narrative. */
function amongProse(
  situation: Situation,
  question: TextScreen["question"],
  lines: readonly Line[],
  screens: readonly Screen[],
): Outcome | undefined {
  const ofFigures = new Set<Line>();
  for (const [at, line] of lines.entries()) {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    // A name alone leads the figures below it.
    const leads = line.names && (line.figure || (below?.wordless === true && below.figure));
    const isBelow = line.figure && above !== undefined && ofFigures.has(above);
    if (line.wordless && (leads || isBelow)) ofFigures.add(line);
  }
  const written = (those: readonly Line[]) => those.map(({ line }) => line).join("\n");
  const pieces = readPassage(written([...ofFigures]), situation, screens) ?? [];
  const words = written(lines.filter((line) => !ofFigures.has(line))).trim();
  const taken = takePieces(situation, [{ kind: "text", question, text: words }, ...pieces]);
  if (pieces.some(({ kind }) => kind === "several")) return taken;
  // Figures that stand already are only told of, and what is no figure of a place is prose.
  const { cells } = changedBy(situation, taken).report;
  const changes = cellsIn(cells).some(([id, value]) => cellAt(situation.report.cells, id) !== value);
  return changes ? taken : undefined;
}

/** Every name and unit of what is asked, in one expression; worked out once for each form. */
const known = new WeakMap<readonly Place[], RegExp>();

function wordsIn(places: readonly Place[]): RegExp {
  const names = places.flatMap(({ row, group, column }) => [row, group, column].flatMap((each) => namesOf(each)));
  const words = [...new Set([...names, ...vocabularyOf(places).units])].sort((a, b) => b.length - a.length);
  return new RegExp(words.map(escaped).join("|"), "g");
}
