import { idsIn } from "../cells.ts";
import { type Block, type Choice, say, type Text } from "../message.ts";
import { isSent, isWaiting, waitingIn } from "../submission.ts";
import { actionText } from "./actions.ts";
import { doubts } from "./doubts/doubts.ts";
import { askReason } from "./doubts/reasons.ts";
import { promptFor, type Settled, screensIn } from "./outcome.ts";
import { minutesFor } from "./pace.ts";
import { eachScreen, proposalBlocks, proposalScreen } from "./proposal.ts";
import { asked } from "./questions/index.ts";
import type { Typed } from "./questions/question.ts";
import { isDone, isOffered, missingOn, nextScreen, progressOf, type Screen } from "./screens.ts";
import { changesCounted } from "./sending/late.ts";
import { receiptBlocks } from "./sending/receipt.ts";
import { reviewBlocks } from "./sending/review.ts";
import type { Situation } from "./situation.ts";

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
  const waiting = correctionWaiting(situation);
  if (waiting) return waiting;
  if (isSent(situation.report)) return { blocks: receiptBlocks(screens, situation) };
  return { blocks: reviewBlocks(screens, situation), prompt: promptFor(situation, "review") };
}

/** What a sent report waits for: the reason of a change to what a version has counted, then those of its other doubts. */
function correctionWaiting(situation: Situation): Settled | undefined {
  const { report } = situation;
  const { changes } = waitingIn(report);
  if (!isWaiting(report)) return undefined;
  if (changes === 0 || !changesCounted(situation)) return doubts(situation, idsIn(report.cells));
  const { screen, blocks } = askReason(situation, "reason-correction");
  return { blocks, prompt: promptFor(situation, screen) };
}

/**
 * A screen as it is asked: its question below how far the report is, with the way back; the prompt is what an answer
 * without a place is read by.
 */
export function screenPrompt(screen: Screen, situation: Situation, typed?: Typed): Settled {
  const screens = screensIn(situation);
  const { done, of } = progressOf(screens, situation.report);
  const open = screens.filter((each) => !isDone(each, situation.report));
  const figures = screens.reduce(
    (missing, each) => (each.kind === "figures" ? missing + missingOn(each, situation.report) : missing),
    0,
  );
  const [heading, ...rest] = asked(screen, situation).prompt(typed);
  // What is not ticked yet may bring more: a number that grows must not have been promised.
  const key = open.some((each) => each.kind === "ticks") ? "interview-to-go-least" : "interview-to-go";
  const toGo = say({ key, args: { figures, minutes: minutesFor(open.length, situation) } });
  // Before the rows are chosen nobody knows how much there is to come: any share would be wrong.
  const opening = screen.kind === "ticks" && !screen.under && !isDone(screen, situation.report);
  const progress = opening ? [] : [{ kind: "progress" as const, done, of }];
  const standing = [...progress, ...(figures > 0 ? [toGo] : [])];
  const blocks = [...(heading ? [heading] : []), ...standing, ...withBack(rest, screen.id, situation)];
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
    : blocks.map((block, index) => (index === last && block.kind === "choices" ? withChoice(block, choice) : block));
}

type Choices = Extract<Block<Text>, { kind: "choices" }>;

function withChoice(block: Choices, choice: Choice<Text>): Choices {
  const { together } = block;
  return {
    ...block,
    choices: [...block.choices, choice],
    ...(together ? { together: { ...together, beside: [...together.beside, choice] } } : {}),
  };
}
