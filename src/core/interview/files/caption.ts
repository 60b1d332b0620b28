import { say } from "../../message.ts";
import { answered } from "../answering.ts";
import { changedBy, type Outcome, screensIn } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { excerpt } from "../reading/excerpt.ts";
import { named } from "../reading/named.ts";
import { pastedSheet } from "../sheet/grid.ts";
import { takeSheets } from "../sheet/take.ts";
import type { InterviewInput, SentFile, Situation } from "../situation.ts";
import { standingPrompt } from "../standing.ts";
import { attach } from "./attaching.ts";

/**
 * A photo or document with what was written under it: the file is evidence for what is being asked, the words answer
 * that or the places that they name, and stay with the file where they answer nothing.
 */
export function attachedWith(situation: Situation, file: SentFile, words = ""): Outcome {
  if (words.trim() === "") return attach(situation, file);
  const taken = answerIn(situation, words);
  if (!taken) return attach(situation, file, words.trim());
  const kept = attach(situation, file);
  // The answer first: the words as written belong to it.
  return { ...taken, entries: [...taken.entries, ...kept.entries], lead: [...kept.lead, ...taken.lead] };
}

/** Sheets with what was written under them: that may name other places of the report, and is never an answer by itself. */
export function sheetsWith(
  situation: Situation,
  { sheets, from }: Extract<InterviewInput, { kind: "sheets" }>,
  words = "",
): Outcome {
  const taken = words.trim() === "" ? undefined : taking(named(situation, words, screensIn(situation)));
  const after = taken ? changedBy(situation, taken) : situation;
  const read = takeSheets(after, screensIn(after), sheets, from) ?? {
    entries: [],
    lead: [say({ key: "sheet-nothing-read" })],
    ask: { kind: "same" },
  };
  if (taken) return { ...read, entries: [...taken.entries, ...read.entries], lead: [...taken.lead, ...read.lead] };
  if (words.trim() === "" || read.entries.length === 0) return read;
  return { ...read, lead: [...read.lead, say({ key: "attached-words", args: { words: excerpt(words) } })] };
}

/** What the words under a file answer: the figures or the text that is asked, or the places that they name. */
function answerIn(situation: Situation, words: string): Outcome | undefined {
  const screens = screensIn(situation);
  if (words.includes("\t")) return takeSheets(situation, screens, [pastedSheet(words)], { kind: "paste" });
  const screen = screens.find(({ id }) => id === standingPrompt(situation)?.screen);
  // A product's name under a photo says what is seen there, and ticks nothing.
  const asks = screen?.kind === "figures" || screen?.kind === "text";
  const answer = asks ? asked(screen, situation).said(words) : undefined;
  if (screen && answer?.kind === "kept") return answered(screen, answer);
  return taking(named(situation, words, screens));
}

function taking(outcome: Outcome | undefined): Outcome | undefined {
  return outcome && outcome.entries.length > 0 ? outcome : undefined;
}
