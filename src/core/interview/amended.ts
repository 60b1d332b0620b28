import { type Cells, cellAt } from "../cells.ts";
import { say } from "../message.ts";
import type { ReportEntry } from "../report-entry.ts";
import { answered } from "./answering.ts";
import { type Outcome, screensIn } from "./outcome.ts";
import { asked } from "./questions/index.ts";
import { readPassage } from "./reading/passage.ts";
import { takePieces } from "./reading/taking.ts";
import type { Situation } from "./situation.ts";

/**
 * A message that was edited corrects the answer that it made, where that answer still stands; `was` are the entries
 * that the message led to. The question that is open meanwhile stays open.
 */
export function amended(situation: Situation, text: string, was: readonly ReportEntry[]): Outcome {
  const made = was.filter(
    ({ kind }) => kind === "answered" || kind === "wrote" || kind === "picked" || kind === "chose",
  );
  if (made.length === 0) return told("amended-nothing");
  if (standing(made).some((entry) => isOvertaken(situation, entry))) return told("amended-overtaken");
  const screens = screensIn(situation);
  const [place, another] = new Set(made.map(screenOf));
  const screen = another === undefined ? screens.find(({ id }) => id === place) : undefined;
  const alone = screen && asked(screen, situation).said(text);
  if (screen && alone?.kind === "kept") return answered(screen, alone);
  const pieces = readPassage(text, situation, screens);
  if (pieces) return takePieces(situation, pieces);
  if (screen && alone) return { ...answered(screen, alone), ask: { kind: "same" } };
  return told("amended-unclear");
}

/** What a message says after all its edits: of figures that several entries set, the newest one counts. */
function standing(made: readonly ReportEntry[]): readonly ReportEntry[] {
  const cells: Cells = Object.assign({}, ...made.map((entry) => (entry.kind === "answered" ? entry.cells : {})));
  const others = made.filter(({ kind }) => kind !== "answered");
  const last = new Map(others.map((entry) => [screenOf(entry), entry]));
  return [{ kind: "answered", screen: "", cells }, ...last.values()];
}

function told(key: string): Outcome {
  return { entries: [], lead: [say({ key })], ask: { kind: "same" } };
}

function screenOf(entry: ReportEntry): string | undefined {
  switch (entry.kind) {
    case "answered":
    case "chose":
      return entry.screen;
    case "wrote":
    case "picked":
      return entry.question;
    default:
      return undefined;
  }
}

/** Whether what a message said was changed by another one since. */
function isOvertaken({ report }: Situation, entry: ReportEntry): boolean {
  switch (entry.kind) {
    case "answered":
      return Object.entries(entry.cells).some(([id, value]) => cellAt(report.cells, id) !== value);
    case "wrote": {
      const told = report.told[entry.question];
      return told?.kind !== "text" || told.text !== entry.text;
    }
    case "picked": {
      const told = report.told[entry.question];
      return told?.kind !== "option" || told.option !== entry.option;
    }
    case "chose":
      return report.chosen[entry.screen]?.join() !== entry.ticks.join();
    default:
      return false;
  }
}
