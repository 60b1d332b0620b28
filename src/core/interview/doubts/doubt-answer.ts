import { cellAt, idsIn } from "../../cells.ts";
import { askedOf, type Place } from "../../flow/flow.ts";
import { say, type Text } from "../../message.ts";
import { answered, keepDoubts } from "../answering.ts";
import { placeName } from "../echo.ts";
import type { Outcome } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { excerpt } from "../reading/excerpt.ts";
import { named } from "../reading/named.ts";
import { fold, namesOf } from "../reading/names.ts";
import { readQuantity, showFigure } from "../reading/quantity.ts";
import { isAstray } from "../said/astray.ts";
import { isDone, type Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { askedAgain, standingPrompt } from "../standing.ts";
import { unsettled } from "./checking.ts";
import { doubtPrefix, doubts, everywhere } from "./doubts.ts";
import { saidToDoubt } from "./reason.ts";
import { repairedByUnit } from "./repairs.ts";

/**
 * What a text comes to at the doubts of a screen (`id`, or `all`): figures mend it, a yes or a reason lets it stand, a
 * no asks what to change. 没有 is that no: the question was one, and not how many.
 */
export function doubtAnswered(situation: Situation, id: string, text: string, screens: readonly Screen[]): Outcome {
  const screen = screens.find((each) => each.id === id);
  const columns = screen?.kind === "figures" ? screen.places.map(({ column }) => column) : [];
  const meant = saidToDoubt(text, columns);
  const mend = mending(situation, id, screen);
  if (meant.kind === "no") return mend;
  const mended = screen && asked(screen, situation).said(figureFor(situation, id, text));
  if (screen && mended?.kind === "kept") return answered(screen, mended);
  const elsewhere = named(situation, text, screens);
  if (elsewhere) return elsewhere;
  if (meantAsFigures(text) && meant.kind !== "unit")
    return { entries: [], lead: mended?.kind === "refused" ? mended.why.map(say) : [], ask: { kind: "same" } };
  const unclear: Outcome = {
    entries: [],
    lead: [say({ key: unclearKey(situation, id), args: { part: excerpt(text) } })],
    ask: askedAgain(situation),
  };
  switch (meant.kind) {
    case "stands":
      return letStand(situation, id, "");
    case "wrong":
      return mend;
    case "unit":
      return repairedByUnit(situation, id) ?? unclear;
    case "reason":
      // It goes to the leaders: a product's name or a command that went astray is none.
      return isAstray(text, situation) ? unclear : letStand(situation, id, meant.reason);
    case "unclear":
      return unclear;
  }
}

/**
 * What is to be changed is asked for: the figures that are in doubt, by name. A screen of which figures are still open is
 * not put again, for it would ask for those.
 */
function mending(situation: Situation, id: string, screen: Screen | undefined): Outcome {
  const places = doubtedPlaces(situation, id);
  const [first] = places;
  const whole = screen && isDone(screen, situation.report);
  if (!first) return { entries: [], lead: [say({ key: "interview-doubt-no" })], ask: { kind: "review" } };
  const rows = new Set(places.map(({ row }) => row));
  const figures: Text = {
    join: places.map((place): Text => {
      const value = cellAt(situation.report.cells, place.id);
      const figure = typeof value === "number" ? showFigure(value) : "";
      const figured: Text = { key: "figure", args: { name: { label: place.column.short }, figure } };
      return rows.size > 1 ? { join: [placeName(place), figured] } : figured;
    }),
    by: { key: "list-comma" },
  };
  const column: Text = { label: first.column.short };
  const name: Text = screen ? column : { join: [placeName(first), column] };
  const example: Text = { key: "figure", args: { name, figure: "3" } };
  const lead = [say({ key: "interview-doubt-no-of", args: { figures, example } })];
  return { entries: [], lead, ask: whole ? { kind: "screen", id } : { kind: "same" } };
}

/** The places that the doubts of a screen, or of all, are about. */
function doubtedPlaces(situation: Situation, id: string): readonly Place[] {
  const { flow, unit, report } = situation;
  const cells = idsIn(report.cells).filter((cell) => id === everywhere || cell.startsWith(`${id}.`));
  const doubted = new Set(unsettled("warning", situation, report.cells, cells).flatMap((finding) => finding.cells));
  return askedOf(flow, unit.department ?? "").filter((place) => doubted.has(place.id));
}

/** 1.8 to the doubt of one figure is what is to stand there: the figure by its name; anything else as it was said. */
function figureFor(situation: Situation, id: string, text: string): string {
  const [only, another] = doubtedPlaces(situation, id);
  const [name] = only ? namesOf(only.column) : [];
  if (!only || another || name === undefined || readQuantity(text, only.column).kind === "refused") return text;
  return /\d/.test(text) ? `${name} ${text.trim()}` : text;
}

/** Lets doubts stand as they were shown; where the report changed since, whoever changed it, they are put anew. */
export function letStand(situation: Situation, id: string, reason: string): Outcome {
  const { report } = situation;
  const prompt = standingPrompt(situation);
  const shown = prompt?.screen === `${doubtPrefix}${id}` && (prompt.revision ?? report.revision) === report.revision;
  const cells = idsIn(report.cells).filter((cell) => id === everywhere || cell.startsWith(`${id}.`));
  const now = shown ? undefined : doubts(situation, cells);
  if (!now?.prompt) return keepDoubts(situation, id, reason);
  const { blocks, prompt: next } = now;
  return {
    entries: [],
    lead: [say({ key: "press-outdated" })],
    ask: { kind: "confirm", screen: next.screen, blocks },
  };
}

/** What is said of words that are no reason: where one is owed, a bare yes is not offered. */
function unclearKey(situation: Situation, id: string): string {
  const { report } = situation;
  const cells = idsIn(report.cells).filter((cell) => id === everywhere || cell.startsWith(`${id}.`));
  const owed = unsettled("warning", situation, report.cells, cells).some(({ needsReason }) => needsReason);
  return owed ? "interview-doubt-unclear-reason" : "interview-doubt-unclear";
}

/** What begins like a figure was meant as one; a reason begins with a word or a date. */
function meantAsFigures(text: string): boolean {
  const words = fold(text);
  if (!/\p{L}/u.test(words)) return true;
  return /^(约|大概|大约|近|about)?\s*\d/.test(words) && !/^\d{1,4}[年月日号]/.test(words);
}
