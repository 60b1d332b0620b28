import { idsIn } from "../cells.ts";
import type { Finding } from "../flow/flow.ts";
import { say, type Text } from "../message.ts";
import type { ReportEntry } from "../report-entry.ts";
import { isSent } from "../submission.ts";
import { unsettled, warningOf } from "./doubts/checking.ts";
import { everywhere } from "./doubts/doubts.ts";
import type { Outcome } from "./outcome.ts";
import type { Answer } from "./questions/question.ts";
import type { Screen } from "./screens.ts";
import { askZero, submit, submitZero } from "./sending/submit.ts";
import { withdraw, withdrawScreen } from "./sending/withdraw.ts";
import type { Situation } from "./situation.ts";

/** What an answer to a screen leads to. A refused one changes nothing, and the question stands. */
export function answered(screen: Screen, answer: Answer, by: "typing" | "pressing" = "typing"): Outcome {
  const ways = answer.choices ? [{ kind: "choices" as const, choices: answer.choices }] : [];
  if (answer.kind === "refused") {
    const form = answer.typed ? { typed: answer.typed } : {};
    const ask = by === "typing" ? ({ kind: "same" } as const) : ({ kind: "screen", id: screen.id, ...form } as const);
    const typed = by === "typing" && screen.kind === "figures" ? [{ places: screen.places }] : [];
    const refused = answer.refused ?? typed;
    return { entries: [], lead: [...answer.why.map(say), ...ways], ask, ...(refused.length > 0 ? { refused } : {}) };
  }
  const lead = [...answer.echo.map(say), ...ways];
  if (answer.stay) return { entries: answer.entries, lead, ask: { kind: "screen", id: screen.id, inPlace: true } };
  const told = answer.told ? { toldTried: answer.told } : {};
  return { entries: answer.entries, lead, ask: { kind: "next" }, ...told };
}

/** Lets the doubts of a screen stand, with the reason given or, where none was, that the figures were confirmed. */
export function keepDoubts(situation: Situation, id: string, reason: string): Outcome {
  const { report } = situation;
  const cells = idsIn(report.cells).filter((cell) => id === everywhere || cell.startsWith(`${id}.`));
  const found = unsettled("warning", situation, report.cells, cells);
  // 核减 and the like stand only with a reason in words.
  if (reason === "" && found.some(({ needsReason }) => needsReason))
    return { entries: [], lead: [say({ key: "interview-doubt-reason" })], ask: { kind: "same" } };
  return keepFindings(found, reason);
}

/** Lets these doubts stand, with the reason where one was given. */
export function keepFindings(found: readonly Finding[], reason: string): Outcome {
  const entries = found.map(
    (finding): ReportEntry => ({
      kind: "warned-and-kept",
      warning: { ...warningOf(finding), ...(reason === "" ? {} : { reason }) },
    }),
  );
  const kept: Text =
    reason === "" ? { key: "interview-doubt-confirmed" } : { key: "interview-doubt-kept", args: { reason } };
  const lead = found.length > 0 ? [say(kept)] : [];
  return { entries, lead, ask: { kind: "next" } };
}

/** 是 to a confirmation of the interview. Somebody else may have changed the report since it was put: then it is put anew. */
export function confirmed(situation: Situation, screen: string): Outcome {
  const { report, person } = situation;
  if (screen === withdrawScreen) return withdraw(situation);
  if (isSent(report))
    return {
      entries: [],
      lead: [say({ key: screen === "zero" ? "zero-already" : "submit-already" })],
      ask: { kind: "receipt" },
    };
  const shown = person.prompt?.revision;
  const outdated = shown !== undefined && shown !== report.revision;
  if (screen === "zero")
    return outdated ? { ...askZero(situation), lead: [say({ key: "press-outdated" })] } : submitZero(situation);
  return outdated
    ? { entries: [], lead: [say({ key: "press-outdated" })], ask: { kind: "review" } }
    : submit(situation);
}
