import { type Cells, type Filled, saysMoreThanZero, withCells, zeros } from "../../cells.ts";
import type { Place } from "../../flow/flow.ts";
import { type Block, type Choice, say, type Text } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { answered } from "../answering.ts";
import { sentenceOf, unsettled } from "../doubts/checking.ts";
import { echoFigures, echoStanding, placeName } from "../echo.ts";
import { waitingIn } from "../meant/waiting-pieces.ts";
import { askWhich } from "../meant/which-class.ts";
import type { Outcome } from "../outcome.ts";
import { choice as choiceQuestion } from "../questions/choice.ts";
import type { Answer } from "../questions/question.ts";
import { text as textQuestion } from "../questions/text.ts";
import { restAnyway, restZero, type Withheld, withheldBy } from "../refused/rest.ts";
import { type Refused, refusedBy } from "../refused/tried.ts";
import type { Situation } from "../situation.ts";
import { asSaid } from "./books.ts";
import { excerpt } from "./excerpt.ts";
import type { ReadFigure } from "./figures-read.ts";
import { firstTextQuestion, ledAwayWay, whyLine } from "./line-unread.ts";
import type { Piece } from "./pieces.ts";
import { whyUnread } from "./unread.ts";

/** What one piece comes to: what to keep and what to say; nothing to keep where it was not understood. */
type Part = {
  readonly entries: readonly ReportEntry[];
  readonly said: readonly Text[];
  /** Ways to press that an answer came with: back, or later. */
  readonly choices?: readonly Choice<Text>[];
};

/**
 * Takes what a message said of several places, piece by piece: what is understood and holds is kept and echoed, what
 * does not is told with its line, and stays open; figures without their class wait for it. 其余都是0 comes last, wherever
 * it stands. A message of which nothing was kept leaves the question as it stands.
 */
export function takePieces(situation: Situation, pieces: readonly Piece[]): Outcome {
  const [only, another] = pieces;
  // A single line that could not be read needs no other word than why.
  if (only?.kind === "unread" && !another && only.screen && only.why)
    return answered(only.screen, { kind: "refused", ...whyUnread(only.screen, only.why, situation) });
  const entries: ReportEntry[] = [];
  const said: Text[] = [];
  const choices = new Map<string, Choice<Text>>();
  let cells = situation.report.cells;
  const take = (part: Part) => {
    for (const entry of part.entries) if (entry.kind === "answered") cells = withCells(cells, entry.cells);
    entries.push(...part.entries);
    for (const choice of part.choices ?? []) choices.set(choice.action, choice);
    // Of two lines that are to be written alike, how is said once, below both.
    if (said.length > 0 && JSON.stringify(said.at(-1)) === JSON.stringify(part.said.at(-1))) said.pop();
    said.push(...part.said);
  };
  const withheld: Withheld[] = [];
  const refused: Refused[] = [];
  const { which, placed } = waitingIn(pieces);
  if (which) withheld.push(withheldBy({ kind: "several", ...which }));
  for (const piece of placed) {
    if (piece.kind === "rest-zero") continue;
    const part = partOf(piece, cells, situation);
    if (part.entries.length === 0) {
      withheld.push(withheldBy(piece));
      refused.push(...refusedBy(piece));
    }
    take(part);
  }
  const rest = pieces.some(({ kind }) => kind === "rest-zero");
  if (rest) take(restZero(situation, cells, withheld));
  if (entries.length === 0 && !which) said.push({ key: "interview-nothing-kept" });
  const ways: readonly Block<Text>[] = choices.size > 0 ? [{ kind: "choices", choices: [...choices.values()] }] : [];
  const { ask } = which ? askWhich(situation, which) : { ask: { kind: entries.length > 0 ? "next" : "same" } as const };
  const anyway = rest && ask.kind === "same" ? restAnyway(situation) : [];
  return { entries, lead: [...said.map(say), ...ways, ...anyway], ask, refused, ...(rest ? { toldTried: true } : {}) };
}

function partOf(piece: Exclude<Piece, { kind: "rest-zero" }>, cells: Filled, situation: Situation): Part {
  switch (piece.kind) {
    case "figures":
      return figuresPart(piece.screen.id, piece.figures, cells, situation);
    case "zeros":
      return zerosPart(piece.places, cells);
    case "text": {
      const { question } = piece;
      return answerPart(textQuestion.said({ kind: "text", id: question.id, question }, piece.text, situation));
    }
    case "choice": {
      const { question } = piece;
      return answerPart(choiceQuestion.said({ kind: "choice", id: question.id, question }, piece.text, situation));
    }
    case "several": {
      const names: Text = {
        join: piece.screens.map((screen) => ({ label: screen.group.short })),
        by: { key: "list-comma" },
      };
      return { entries: [], said: [{ key: "taken-which-group", args: { part: excerpt(piece.rest), names } }] };
    }
    case "led-away": {
      const { opening, rest, places } = piece;
      const [reads, way] = ledAwayWay(rest, places, situation);
      const args = { part: opening.part, number: situation.round.number, rest: way };
      const told: Text = { key: `taken-led-away-${opening.why}`, args };
      if (reads) return { entries: [], said: [told] };
      const question = firstTextQuestion(situation);
      const words: readonly Text[] =
        question === undefined ? [] : [{ key: "taken-unread-words-too", args: { question } }];
      return { entries: [], said: [{ ...told, key: `${told.key}-place` }, ...words] };
    }
    case "shared": {
      const line: Text = { key: "taken-unread", args: { line: excerpt(piece.line) } };
      const [row, another] = piece.rows;
      if (!row || !another) return { entries: [], said: [line, { key: "taken-shared-classes" }] };
      const rows: Text = { join: piece.rows.map((each): Text => ({ label: each.short })), by: { key: "list-comma" } };
      return { entries: [], said: [line, { key: "taken-shared", args: { rows, row: { label: row.short } } }] };
    }
    case "unread": {
      const line: Text = { key: "taken-unread", args: { line: excerpt(piece.line) } };
      return { entries: [], said: [line, ...whyLine(piece, situation)] };
    }
  }
}

function answerPart(answer: Answer): Part {
  const choices = answer.choices ? { choices: answer.choices } : {};
  return answer.kind === "refused"
    ? { entries: [], said: answer.why, ...choices }
    : { entries: answer.entries, said: answer.echo, ...choices };
}

function figuresPart(screen: string, figures: readonly ReadFigure[], before: Filled, situation: Situation): Part {
  const [first] = figures;
  if (!first) return { entries: [], said: [] };
  const cells: Cells = Object.fromEntries(figures.map(({ place, value }) => [place.id, value]));
  const after = withCells(before, cells);
  const errors = unsettled("error", situation, after, Object.keys(cells));
  if (errors.length > 0) {
    const place = placeName(first.place);
    const said = errors.map((error): Text => ({ key: "taken-error", args: { place, error: sentenceOf(error) } }));
    return { entries: [], said };
  }
  return {
    entries: [{ kind: "answered", screen, cells, ...asSaid(figures) }],
    said: [echo(echoFigures(figures, after, before))],
  };
}

/** A row or a class that saw nothing: what stood there is shown, never overwritten in silence. */
function zerosPart(places: readonly Place[], before: Filled): Part {
  const [first] = places;
  if (!first) return { entries: [], said: [] };
  const oneGroup = places.every(({ group }) => group === first.group);
  const lost = places.filter(({ id }) => saysMoreThanZero(before, id));
  const name: Text = oneGroup ? placeName(first) : { label: first.row.short };
  const figures = echoStanding(lost, before);
  const screen = oneGroup ? `${first.row.id}.${first.group.id}` : first.row.id;
  return {
    entries: [{ kind: "answered", screen, cells: zeros(places.map(({ id }) => id)) }],
    said: [
      echo({ key: "taken-all-zero", args: { name } }),
      ...(lost.length > 0 ? [{ key: "interview-ticks-overwritten", args: { count: lost.length, figures } }] : []),
    ],
  };
}

function echo(what: Text): Text {
  return { key: "interview-echo", args: { what } };
}
