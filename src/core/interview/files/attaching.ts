import { askedOf, questionsFor } from "../../flow/flow.ts";
import { say, type Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { type Outcome, screensIn } from "../outcome.ts";
import { excerpt } from "../reading/excerpt.ts";
import type { SentFile, Situation } from "../situation.ts";
import { standingPrompt } from "../standing.ts";

/** The largest file that is kept as evidence, in bytes, and how many a report may have. */
const LARGEST = 10 * 1024 * 1024;
const MOST = 20;
/** As much of a hash as a button has room for; a report has few files. */
const SHORT = 12;

/**
 * Keeps a photo or document with the report: with what the others that were sent at once belong to, else with the row or
 * question that is being asked, else with the whole; `words` stay with it.
 */
export function attach(situation: Situation, file: SentFile, words?: string): Outcome {
  const { report, flow, round } = situation;
  const attached = report.attachments ?? [];
  if (attached.some(({ hash }) => hash === file.hash))
    return told({ key: "attached-already", args: { name: file.name } });
  if (file.size > LARGEST)
    return told({ key: "attached-too-large", args: { name: file.name, most: LARGEST / 1024 ** 2 } });
  if (attached.length >= MOST) return told({ key: "attached-too-many", args: { most: MOST } });
  const { album } = file;
  const beside = album === undefined ? undefined : attached.find((each) => each.album === album);
  const to = beside ? beside.to : beingAsked(situation);
  const { submission } = report;
  const whole = to === undefined && submission;
  const named: Text = whole
    ? { key: "attached-report", args: { number: submission.number } }
    : attachedTo(to, situation);
  const args = { name: file.name, to: named, count: attached.length + 1 };
  const action = actionText("detach", flow, round.round, "file", file.hash.slice(0, SHORT));
  return {
    entries: [
      {
        kind: "attached",
        file: { ...file, ...(to === undefined ? {} : { to }), ...(words === undefined ? {} : { words }) },
      },
    ],
    lead: [
      say({ key: "interview-echo", args: { what: { key: "attached", args } } }),
      ...(words === undefined ? [] : [say({ key: "attached-words", args: { words: excerpt(words) } })]),
      { kind: "choices", choices: [{ label: { key: "attached-take-away" }, action }] },
    ],
    ask: { kind: "same" },
  };
}

/** Takes a file off the report again; the entry that it came with stays in the history. */
export function detach(situation: Situation, short: string): Outcome | undefined {
  const file = situation.report.attachments?.find(({ hash }) => short !== "" && hash.startsWith(short));
  if (!file) return undefined;
  return {
    entries: [{ kind: "detached", hash: file.hash }],
    lead: [say({ key: "attached-taken-away", args: { name: file.name } })],
    ask: { kind: "same" },
  };
}

/** What an attachment belongs to, by name. */
export function attachedTo(to: string | undefined, { flow, unit }: Pick<Situation, "flow" | "unit">): Text {
  const department = unit.department ?? "";
  const row = askedOf(flow, department).find((place) => place.row.id === to)?.row;
  if (row) return { label: row.short };
  const question = questionsFor(flow, department).find(({ id }) => id === to);
  if (question && question.type !== "table") return { label: question.short ?? question.label };
  return { key: "attached-whole" };
}

/** The row or question of the screen that stands. */
function beingAsked(situation: Situation): string | undefined {
  const prompt = standingPrompt(situation);
  const screen = screensIn(situation).find(({ id }) => id === prompt?.screen);
  switch (screen?.kind) {
    case undefined:
      return undefined;
    case "figures":
      return screen.row.id;
    case "ticks":
      return screen.under?.id;
    case "text":
    case "choice":
      return screen.id;
  }
}

function told(text: Text): Outcome {
  return { entries: [], lead: [say(text)], ask: { kind: "same" } };
}
