import { type Addressed, type Entry, personKey, reportKey } from "../entry.ts";
import { askedOf, type Finding } from "../flow/flow.ts";
import type { Block, Text } from "../message.ts";
import type { Prompt } from "../person.ts";
import { type CellId, evolveReport, type Report, type ReportEntry } from "../report.ts";
import { actionText } from "./actions.ts";
import { findings, sentence, unsettled } from "./checking.ts";
import { placeName } from "./echo.ts";
import { minutesFor } from "./pace.ts";
import { eachScreen, proposalBlocks, proposalScreen } from "./proposal.ts";
import { asked } from "./questions/index.ts";
import { repairChoices } from "./repairs.ts";
import { receiptBlocks, reviewBlocks } from "./review.ts";
import { isDone, isOffered, nextScreen, progressOf, type Screen, screensOf } from "./screens.ts";
import type { InterviewInput, Situation, Step } from "./situation.ts";

/** What an input came to, before it is put together: what to keep, what to say first, what to ask then. */
export type Outcome = {
  readonly entries: readonly ReportEntry[];
  readonly lead: readonly Block<Text>[];
  /** Said after the lead unless the review follows, which shows the same. */
  readonly detail?: readonly Block<Text>[];
  readonly ask: Next;
};
export type Next =
  /** The doubts that the change raised, else the next open screen, else the review. */
  | { readonly kind: "next" }
  | { readonly kind: "screen"; readonly id: string; readonly inPlace?: boolean }
  /** The question stands as it was put; repeating it would bury what was wrong with the answer. */
  | { readonly kind: "same" }
  | { readonly kind: "review" }
  | { readonly kind: "receipt" }
  /** Nothing is asked; a bare figure that comes next answers nothing. */
  | { readonly kind: "nothing" }
  /** A confirmation of the interview's own. */
  | { readonly kind: "confirm"; readonly screen: string; readonly blocks: readonly Block<Text>[] };

export const say = (text: Text): Block<Text> => ({ kind: "text", text });

/** The screens of the person's report as it stands. */
export function screensIn({ flow, unit, report }: Situation): readonly Screen[] {
  return screensOf(flow, unit.department ?? "", report);
}

/** Puts an outcome together: the entries of report and person, and the one message that answers. */
export function conclude(situation: Situation, input: InterviewInput, outcome: Outcome): Step {
  const { flow, round, unit, member, now, sentAt } = situation;
  const key = reportKey(flow.id, round.round, unit.id);
  const origin = { id: input.id, at: now, sentAt, by: member.id, channel: input.channel };
  const happened: Entry[] = outcome.entries.map((entry, index) => ({
    ...origin,
    ...(index === 0 && input.kind === "said" ? { aside: { words: input.text } } : {}),
    ...entry,
  }));
  const report = outcome.entries.reduce<Report>(
    (doc, entry) => evolveReport(doc, { ...origin, ...entry }),
    situation.report,
  );
  const settled = settle({ ...situation, report }, outcome);
  const entries: Addressed[] = happened.map((entry) => ({ key, entry }));
  entries.push({
    key: personKey(member.id),
    entry: { ...origin, kind: "asked", ...(settled.prompt ? { prompt: settled.prompt } : {}) },
  });
  const detail = settled.prompt?.screen === "review" ? [] : (outcome.detail ?? []);
  const blocks = [...outcome.lead, ...detail, ...settled.blocks];
  const inPlace = outcome.ask.kind === "screen" && outcome.ask.inPlace === true;
  return { entries, replies: blocks.length === 0 ? [] : [inPlace ? { blocks, inPlace } : { blocks }] };
}

/** What is said next, and the prompt that stands after it. */
export type Settled = { readonly blocks: readonly Block<Text>[]; readonly prompt?: Prompt };

function settle(situation: Situation, outcome: Outcome): Settled {
  const { ask } = outcome;
  switch (ask.kind) {
    case "nothing":
      return { blocks: [] };
    case "same":
      return { blocks: [], ...(situation.person.prompt ? { prompt: situation.person.prompt } : {}) };
    case "receipt":
      return { blocks: receiptBlocks(screensIn(situation), situation) };
    case "confirm":
      return { blocks: ask.blocks, prompt: promptFor(situation, ask.screen) };
    case "review":
      return { blocks: reviewBlocks(screensIn(situation), situation), prompt: promptFor(situation, "review") };
    case "screen": {
      const screen = screensIn(situation).find((each) => each.id === ask.id);
      return screen ? screenPrompt(screen, situation) : nextPrompt(situation);
    }
    case "next":
      return proposed(situation) ?? doubts(situation, toDoubt(situation, outcome.entries)) ?? nextPrompt(situation);
  }
}

/** What a sheet proposed, while it waits for a yes; item after item once that was asked for. */
export function proposed(situation: Situation): Settled | undefined {
  const each = situation.person.prompt?.screen === eachScreen;
  const blocks = proposalBlocks(situation, each);
  return blocks.length > 0 ? { blocks, prompt: promptFor(situation, each ? eachScreen : proposalScreen) } : undefined;
}

/** The next open screen with where the report stands, or the review, or the receipt of what has been sent. */
export function nextPrompt(situation: Situation): Settled {
  const screens = screensIn(situation);
  const screen = nextScreen(screens, situation.report);
  if (screen) return screenPrompt(screen, situation);
  if (situation.report.status === "submitted") return { blocks: receiptBlocks(screens, situation) };
  return { blocks: reviewBlocks(screens, situation), prompt: promptFor(situation, "review") };
}

export function screenPrompt(screen: Screen, situation: Situation): Settled {
  const screens = screensIn(situation);
  const { done, of } = progressOf(screens, situation.report);
  const figures = screens
    .flatMap((each) => (each.kind === "figures" ? each.places : []))
    .filter((place) => situation.report.cells[place.id] === undefined).length;
  const [heading, ...rest] = asked(screen, situation).prompt();
  const standing = [
    { kind: "progress" as const, done, of },
    ...(figures > 0
      ? [
          say({
            key: "interview-to-go",
            args: {
              figures,
              minutes: minutesFor(screens.filter((each) => !isDone(each, situation.report)).length, situation),
            },
          }),
        ]
      : []),
  ];
  // Before the first choice nobody knows how much there is to come: any number would be wrong.
  const opening = done === 0 && screen.kind === "ticks" && !screen.under;
  const started = opening ? [] : standing;
  const blocks = [...(heading ? [heading] : []), ...started, ...withBack(rest, screen.id, situation)];
  return { blocks, prompt: promptFor(situation, screen.id) };
}

/** The answered screen before the one of this id, or the last one that was answered; undefined before the first. */
export function screenBefore(situation: Situation, id: string | undefined): string | undefined {
  const screens = screensIn(situation).filter((screen) => !isOffered(screen, situation.report));
  const at = screens.findIndex((screen) => screen.id === id);
  const earlier = screens.slice(0, at < 0 ? screens.length : at);
  return earlier.findLast((screen) => isDone(screen, situation.report))?.id;
}

/** The way back to the screen before, among the buttons of the question. */
function withBack(blocks: readonly Block<Text>[], id: string, situation: Situation): readonly Block<Text>[] {
  const { flow, round } = situation;
  const before = screenBefore(situation, id);
  if (before === undefined) return blocks;
  const choice = { label: { key: "back" }, action: actionText("go", flow, round.round, before) };
  const last = blocks.findLastIndex(({ kind }) => kind === "choices");
  return last < 0
    ? [...blocks, { kind: "choices", choices: [choice] }]
    : blocks.map((block, index) =>
        index === last && block.kind === "choices" ? { ...block, choices: [...block.choices, choice] } : block,
      );
}

/** The question that warnings put: let them stand with a reason, take a repair, or mend the figures. */
export function doubts(situation: Situation, cells: readonly CellId[]): Settled | undefined {
  if (cells.length === 0) return undefined;
  const { flow, round, report } = situation;
  const found = unsettled(findings(situation, report.cells, cells), report, "warning");
  const screens = [...new Set(found.flatMap((finding) => finding.cells.slice(0, 1).map(screenOf)))];
  const [first, another] = screens;
  if (first === undefined) return undefined;
  // Doubts in several places are put together: each by itself would be a message more.
  const screen = another === undefined ? first : everywhere;
  const button = (verb: "keep" | "mend", of: string) => actionText(verb, flow, round.round, of);
  const reasoned = found.some(({ needsReason }) => needsReason);
  const listed = found.slice(0, LISTED);
  return {
    blocks: [
      ...listed.map((finding) => say(doubtText(finding, another === undefined ? undefined : situation))),
      ...(found.length > listed.length
        ? [say({ key: "interview-doubts-more", args: { count: found.length - listed.length } })]
        : []),
      say({ key: reasoned ? "interview-doubt-reason" : "interview-doubt-ways" }),
      {
        kind: "choices",
        choices: [
          ...(reasoned
            ? []
            : [
                {
                  label: { key: another === undefined ? "interview-doubt-keep" : "interview-doubt-keep-all" },
                  action: button("keep", screen),
                },
              ]),
          ...repairChoices(found, situation),
          { label: { key: "interview-doubt-mend" }, action: button("mend", first) },
        ],
      },
    ],
    prompt: promptFor(situation, `${doubtPrefix}${screen}`),
  };
}

/** As many doubts are told at once. */
const LISTED = 8;

/** The doubts of the whole report, where they are in several places. */
export const everywhere = "all";

const screenOf = (id: CellId) => id.split(".").slice(0, 2).join(".");

/** A doubt as a sentence; with its place in front where several places are spoken of. */
function doubtText(finding: Finding, situation: Situation | undefined): Text {
  const doubt = sentence(finding);
  const [cell] = finding.cells;
  const place = situation && askedOf(situation.flow, situation.unit.department ?? "").find(({ id }) => id === cell);
  if (!place) return { key: "interview-doubt", args: { doubt } };
  return { key: "interview-doubt-at", args: { place: placeName(place), doubt } };
}

/** A prompt about the doubts of a screen is named by the screen, so that a restart finds it again. */
export const doubtPrefix = "doubt/";

function promptFor({ flow, round }: Situation, screen: string): Prompt {
  return { flow: flow.id, round: round.round, screen };
}

/** The cells whose doubts are raised after a change: those that it set, and those that were being asked about. */
function toDoubt(situation: Situation, entries: readonly ReportEntry[]): readonly CellId[] {
  return entries.length === 0 ? [] : [...changedCells(entries, situation.report), ...stillDoubted(situation)];
}

function stillDoubted({ person, report }: Situation): readonly CellId[] {
  const prompt = person.prompt?.screen ?? "";
  if (!prompt.startsWith(doubtPrefix)) return [];
  const place = prompt.slice(doubtPrefix.length);
  return Object.keys(report.cells).filter((id) => place === everywhere || id.startsWith(`${place}.`));
}

/** The cells that entries set; once a proposal is dealt with, all: what came with it has not been asked about yet. */
function changedCells(entries: readonly ReportEntry[], after: Report): readonly CellId[] {
  if (entries.some(({ kind }) => kind === "adopted" || kind === "set-aside")) return Object.keys(after.cells);
  return entries.flatMap((entry) => (entry.kind === "answered" ? Object.keys(entry.cells) : []));
}
