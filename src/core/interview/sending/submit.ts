import { cellAt, idsIn, saysMoreThanZero } from "../../cells.ts";
import { askedOf, questionsFor } from "../../flow/flow.ts";
import { say, type Text, textOf } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { type Reason, receiptsOf } from "../../submission.ts";
import { actionText } from "../actions.ts";
import { sentenceOf, unsettled } from "../doubts/checking.ts";
import { doubts } from "../doubts/doubts.ts";
import { askReason } from "../doubts/reasons.ts";
import { echoStanding } from "../echo.ts";
import { type Outcome, screensIn } from "../outcome.ts";
import { triedIn } from "../refused/tried.ts";
import { tellsNothing } from "../said/nothing.ts";
import { nextScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { dayAndClock } from "../when.ts";
import { isLate } from "./late.ts";

/** What an entry that sends a report bears where the unit's head has to approve it. */
export function awaits({ head }: Situation): { readonly awaiting?: true } {
  return head === undefined ? {} : { awaiting: true };
}

/**
 * Sends the report, if it is whole, holds no contradiction and every doubt was settled; else asks for what is missing.
 * A late one asks for the reason first.
 */
export function submit(situation: Situation, reason?: Reason): Outcome {
  const { report } = situation;
  if (report.proposal) return { entries: [], lead: [say({ key: "submit-proposal" })], ask: { kind: "next" } };
  const open = nextScreen(screensIn(situation), report);
  if (open) return { entries: [], lead: [say({ key: "submit-open" })], ask: { kind: "next" } };
  const [error] = unsettled("error", situation, report.cells);
  if (error) {
    const screen = error.cells[0]?.split(".").slice(0, 2).join(".");
    const lead = [say({ key: "interview-error", args: { error: sentenceOf(error) } })];
    return { entries: [], lead, ask: screen === undefined ? { kind: "review" } : { kind: "screen", id: screen } };
  }
  const question = doubts(situation, idsIn(report.cells));
  if (question?.prompt) {
    const { screen } = question.prompt;
    return {
      entries: [],
      lead: [say({ key: "submit-doubts" })],
      ask: { kind: "confirm", screen, blocks: question.blocks },
    };
  }
  if (isLate(situation) && reason === undefined)
    return { entries: [], lead: [], ask: askReason(situation, "reason-late") };
  const zero = nothingNew(situation);
  return { entries: [submitted(situation, zero ? "answered" : "figures", reason)], lead: [], ask: { kind: "receipt" } };
}

/** What a zero report would say, for one confirmation. */
export function askZero(situation: Situation): Outcome {
  const { flow, round, report, unit, member, now } = situation;
  const button = (verb: "yes" | "no") => actionText(verb, flow, round.round, "zero");
  const places = askedOf(flow, unit.department ?? "");
  const lost = places.filter(({ id }) => saysMoreThanZero(report.cells, id));
  const figures = places.length;
  const texts = zeroTexts(situation);
  const overwritten: Text = {
    key: "zero-overwrites",
    args: { count: lost.length, figures: echoStanding(lost, report.cells) },
  };
  return {
    entries: [],
    lead: [],
    ask: {
      kind: "confirm",
      screen: "zero",
      blocks: [
        { kind: "heading", text: { key: "zero-heading", args: { number: round.number, unit: textOf(unit.name) } } },
        ...(figures > 0 ? [say({ key: "zero-figures", args: { figures } })] : []),
        ...texts.map(({ id, label, text }) => {
          const told = report.told[id];
          const over = told?.kind === "text" && !Object.values(text).includes(told.text);
          const args = { question: { label }, text: { label: text }, length: over ? [...told.text].length : 0 };
          return say({ key: over ? "zero-text-over" : "zero-text", args });
        }),
        ...(lost.length > 0 ? [say(overwritten)] : []),
        ...triedIn(situation, report.cells).map(({ words }) => say({ key: "zero-tried", args: { words } })),
        say({ key: "zero-signed", args: { name: textOf(member.name), when: dayAndClock(now, flow) } }),
        {
          kind: "choices",
          choices: [
            { label: { key: "zero-yes" }, action: button("yes") },
            { label: { key: "zero-no" }, action: button("no") },
          ],
        },
      ],
    },
  };
}

/** An answer that a zero report gives beside its words. */
type OfItself = Extract<ReportEntry, { kind: "picked" | "skipped" }>;

/** Makes the zero report: every asked figure 0, the flow's words for nothing new, signed by who confirmed it. */
export function submitZero(situation: Situation, reason?: Reason): Outcome {
  if (isLate(situation) && reason === undefined)
    return { entries: [], lead: [], ask: askReason(situation, "reason-zero") };
  const { flow, unit, report } = situation;
  const texts = zeroTexts(situation);
  const answered = new Set(texts.map(({ id }) => id));
  const others = questionsFor(flow, unit.department ?? "").flatMap((question): readonly OfItself[] => {
    if (question.type === "table" || answered.has(question.id) || report.told[question.id]) return [];
    if (question.type === "choice" && question.zero)
      return [{ kind: "picked", question: question.id, option: question.zero }];
    return [{ kind: "skipped", question: question.id }];
  });
  // Whoever wrote 本期无新增 themselves keeps it, whatever becomes of the zero report.
  const written = texts.filter(({ id, text }) => {
    const told = report.told[id];
    return told?.kind !== "text" || !Object.values(text).includes(told.text);
  });
  const wrote = [...written.map(({ id }) => id), ...others.map(({ question }) => question)];
  return {
    entries: [...others, { ...submitted(situation, "confirmed", reason), wrote }],
    lead: [],
    ask: { kind: "receipt" },
  };
}

/** Whether everything that is asked was answered with 0 and with words for nothing new: a zero report, said by hand. */
function nothingNew(situation: Situation): boolean {
  const { flow, unit, report } = situation;
  const places = askedOf(flow, unit.department ?? "");
  if (places.length === 0 || places.some(({ id }) => cellAt(report.cells, id) !== 0)) return false;
  return zeroTexts(situation).every(({ id, text }) => {
    const told = report.told[id];
    return told?.kind !== "text" || Object.values(text).includes(told.text) || tellsNothing(told.text);
  });
}

/** How a report came about: figures, a zero report that was answered piece by piece, or one that was confirmed whole. */
type Made = "figures" | "answered" | "confirmed";

function submitted(
  situation: Situation,
  made: Made,
  reason: Reason | undefined,
): Extract<ReportEntry, { kind: "submitted" }> {
  const late = isLate(situation);
  const entry = {
    kind: "submitted",
    number: receiptNumber(situation, receiptsOf(situation.report) + 1),
    late,
    zero: made !== "figures",
    ...(reason === undefined ? {} : { reason }),
    ...awaits(situation),
  } as const;
  if (made !== "confirmed") return entry;
  const { flow, unit } = situation;
  // The stored words are those of the flow's first language: they go on the official sheet.
  const [language = ""] = flow.languages;
  return {
    ...entry,
    zeros: askedOf(flow, unit.department ?? "").map((place) => place.id),
    texts: Object.fromEntries(zeroTexts(situation).map(({ id, text }) => [id, text[language] ?? ""])),
  };
}

/** The receipt's number: round, unit, and which copy it is. */
export function receiptNumber({ flow, round, unit }: Situation, copy: number): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  const name = typeof unit.short === "string" ? unit.short : (unit.short[flow.languages[0] ?? ""] ?? unit.id);
  return `${flow.code.toUpperCase()}${two(round.number)}-${name}-${two(copy)}`;
}

/** The narratives that a zero report writes, with the flow's words for nothing new. */
export function zeroTexts({ flow, unit }: Situation) {
  return questionsFor(flow, unit.department ?? "").flatMap((question) =>
    question.type === "text" && question.zero ? [{ id: question.id, label: question.label, text: question.zero }] : [],
  );
}
