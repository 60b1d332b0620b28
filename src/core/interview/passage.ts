import { askedOf, type Place, questionsFor } from "../flow/flow.ts";
import type { TextQuestion } from "../flow/schema.ts";
import { booksIn, readBooked } from "./books.ts";
import { type FiguresRead, findNames, type ReadFigure } from "./figures-read.ts";
import { figuresScreens, screensNaming } from "./locate.ts";
import { asWritten, fold, leadingName, namesOf } from "./names.ts";
import type { FiguresScreen, Screen } from "./screens.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { Situation } from "./situation.ts";

/** What a stretch of a message says. */
export type Piece =
  | { readonly kind: "figures"; readonly screen: FiguresScreen; readonly figures: readonly ReadFigure[] }
  /** A row or a group that saw nothing: all its figures are 0. */
  | { readonly kind: "zeros"; readonly places: readonly Place[] }
  | { readonly kind: "text"; readonly question: TextQuestion; readonly text: string }
  /** 其余都是 0: every figure that nobody has answered. */
  | { readonly kind: "rest-zero" }
  | { readonly kind: "several"; readonly screens: readonly FiguresScreen[]; readonly rest: string }
  | {
      readonly kind: "unread";
      readonly line: string;
      readonly screen?: FiguresScreen;
      readonly why?: Exclude<FiguresRead, { kind: "figures" }>;
    };

/** What was said in words for all of a screen: 都是0, 无. A bare 0 is one figure, and is never spread. */
export const allZero =
  /^(都|全|全部|均|一律)(都|是|为)? ?(0|零|没有|无)$|^(都)?(无|零|没有|none)$|^(本期)?(无|没有)新增$|^all (0|zero)$/;
const restZero =
  /^(其余|其它|其他|剩下|剩余|余下|别的|the rest|others|rest)(?:的)?(?:都|全|均|全部|一律|各项| all| is| are)*(?:是|为|记|填)? *(?:0|零|无|没有|zero|none)$/;

/**
 * Reads a message that names where its figures belong: several lines, rows, groups in any order, each line by itself.
 * A line of names alone leads the lines below it. Undefined where it names nothing of the form.
 */
export function readPassage(
  text: string,
  situation: Situation,
  screens: readonly Screen[],
): readonly Piece[] | undefined {
  const { flow, unit } = situation;
  const places = askedOf(flow, unit.department ?? "");
  const questions = questionsFor(flow, unit.department ?? "").flatMap((question) =>
    question.type === "text" ? [{ ...question, aliases: [] }] : [],
  );
  const [row, another] = new Set(places.map((place) => place.row));
  let above: Omit<Segment, "text"> = row && !another ? { row } : {};
  const pieces: Piece[] = [];
  let writing: { readonly question: TextQuestion; readonly lines: string[] } | undefined;
  let names = 0;
  for (const line of text.split(/\r?\n/)) {
    const said = booksIn(fold(line).replace(/[。;]+$/, ""), situation.report);
    const folded = said.text;
    const around = { ...situation, report: { ...situation.report, books: said.books } };
    const question = leadingName(fold(line), questions);
    const segments = folded === "" ? [] : segmentsOf(folded, places, above);
    const named = segments.some((segment) => segment.row !== above.row || segment.group !== above.group);
    if (question && (question.rest === "" || /[\s:]$/.test(fold(line).slice(0, -question.rest.length)))) {
      writing = { question: question.thing, lines: [] };
      names += 1;
      const words = asWritten(line, question.rest);
      writing.lines.push(words);
      pieces.push({ kind: "text", question: question.thing, text: words });
      continue;
    }
    const rest = restMeant(folded, places);
    if (writing && !named && !rest) {
      writing.lines.push(line.trimEnd());
      pieces[pieces.length - 1] = { kind: "text", question: writing.question, text: writing.lines.join("\n").trim() };
      continue;
    }
    writing = undefined;
    if (rest) {
      pieces.push({ kind: "rest-zero" });
      names += 1;
      continue;
    }
    for (const segment of segments) {
      if (segment.row !== above.row || segment.group !== above.group) names += 1;
      pieces.push(...readSegment(segment, line.trim(), places, around, screens));
    }
    const last = segments.at(-1);
    if (last?.row) above = { row: last.row, ...(last.group && last.text === "" ? { group: last.group } : {}) };
  }
  return names > 0 ? pieces : undefined;
}

/** 其他 may be a class of the form: then only words that name nothing else speak of all the rest. */
function restMeant(line: string, places: readonly Place[]): boolean {
  const word = restZero.exec(line)?.[1];
  return word !== undefined && !places.some(({ row, group }) => [...namesOf(row), ...namesOf(group)].includes(word));
}

function readSegment(
  { row, group, text }: Segment,
  line: string,
  places: readonly Place[],
  situation: Situation,
  screens: readonly Screen[],
): readonly Piece[] {
  if (!row) return text === "" ? [] : [{ kind: "unread", line }];
  const here = places.filter((place) => place.row === row && (!group || place.group.id === group.id));
  if (here.length === 0) return [{ kind: "unread", line }];
  if (text === "") return [];
  if (allZero.test(text)) return [{ kind: "zeros", places: here }];
  const ofRow = figuresScreens(here);
  const [only, another] = ofRow.length === 1 ? ofRow : screensNaming(text, ofRow, screens);
  if (only && another) return [{ kind: "several", screens: screensNaming(text, ofRow, screens), rest: text }];
  if (only) {
    const read = readBooked(text, only.places, situation);
    if (read.kind === "figures") return [{ kind: "figures", screen: only, figures: read.figures }];
    return [{ kind: "unread", line, screen: only, why: read }];
  }
  const runs = runsOf(text, here);
  const [run, next] = runs;
  // The columns say which class was meant, and what is wrong with their figures can be said.
  const meant = run && !next ? ofRow.find((screen) => screen.group === run.group) : undefined;
  if (meant) {
    const read = readBooked(text, meant.places, situation);
    return [{ kind: "unread", line, screen: meant, ...(read.kind === "figures" ? {} : { why: read }) }];
  }
  if (runs.length < 2) return [{ kind: "unread", line }];
  return runs.flatMap((run) =>
    readSegment({ row, group: run.group, text: run.text }, line, places, situation, screens),
  );
}

/** `排查12 不合格2 抽查企业8 批次10`: cut where the columns of another group begin. */
function runsOf(text: string, here: readonly Place[]): readonly { group: Place["group"]; text: string }[] {
  const runs: { group: Place["group"]; start: number }[] = [];
  for (const { start, end } of findNames(text, here)) {
    const name = text.slice(start, end);
    const groups = here.filter((place) => namesOf(place.column).includes(name)).map((place) => place.group);
    const last = runs.at(-1);
    if (last && groups.includes(last.group)) continue;
    const [group, another] = new Set(groups);
    if (!group || another) return [];
    runs.push({ group, start });
  }
  return runs.map(({ group, start }, index) => ({ group, text: text.slice(start, runs[index + 1]?.start).trim() }));
}
