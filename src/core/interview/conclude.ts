import { type Addressed, personKey, reportKey, roundKey } from "../entry.ts";
import { say } from "../message.ts";
import { evolveReport, type Report } from "../report.ts";
import type { ReportEntry } from "../report-entry.ts";
import { countedRevision, isSent } from "../submission.ts";
import { doubts, toDoubt } from "./doubts/doubts.ts";
import { untaken } from "./meant/misspelt.ts";
import { withoutWords } from "./meant/prompt-words.ts";
import { unplaced } from "./meant/unplaced.ts";
import { type Outcome, promptFor, type Settled, screenCalled, screensIn } from "./outcome.ts";
import { nextPrompt, proposed, screenPrompt } from "./prompts.ts";
import { type Refused, triedAfter } from "./refused/tried.ts";
import { receiptBlocks } from "./sending/receipt.ts";
import { reviewBlocks } from "./sending/review.ts";
import type { InterviewInput, Situation, Step } from "./situation.ts";
import { standingPrompt } from "./standing.ts";

/** Puts an outcome together: the entries of report and person, and the one message that answers. */
export function conclude(situation: Situation, input: InterviewInput, outcome: Outcome): Step {
  const { flow, round, unit, member, now, sentAt } = situation;
  const key = reportKey(flow.id, round.round, unit.id);
  const origin = { id: input.id, at: now, sentAt, by: member.id, channel: input.channel };
  const words = wordsOf(input);
  const happened = outcome.entries.map((entry, index) => ({
    ...origin,
    ...(index === 0 && words !== undefined ? { aside: { words } } : {}),
    ...(input.kind === "amended" ? { amends: input.of } : {}),
    ...entry,
  }));
  const report = happened.reduce<Report>(evolveReport, situation.report);
  const settled = reviewing(situation, outcome, settle({ ...situation, report }, outcome));
  const entries: Addressed[] = happened.map((entry) => ({ key, entry }));
  if (round.state === "frozen" && countedRevision(report) !== countedRevision(situation.report))
    entries.push({ key: roundKey(flow.id, round.round), entry: { ...origin, kind: "came-after", unit: unit.id } });
  if (outcome.entries.some(awaitsHead))
    entries.push({ key: roundKey(flow.id, round.round), entry: { ...origin, kind: "put-to-head", unit: unit.id } });
  const dropped = unplaced(situation, outcome.entries, settled.prompt?.screen);
  const refused = refusedIn(outcome, words, outcome.givenUp ? undefined : dropped);
  const tried = triedAfter({ ...situation, report }, input.id, outcome, refused);
  if (tried) entries.push({ key, entry: { ...origin, aside: tried.aside, ...tried.entry } });
  const put = settled.prompt ? withoutWords(settled.prompt, input.id) : {};
  entries.push({ key: personKey(member.id), entry: { ...origin, ...put, kind: "asked" } });
  const detail = settled.prompt?.screen === "review" ? [] : (outcome.detail ?? []);
  const left = [...(dropped ? [dropped.told] : []), ...untaken(situation, outcome, settled.prompt?.screen)];
  const blocks = [...outcome.lead, ...left.map(say), ...detail, ...settled.blocks];
  const inPlace = outcome.ask.kind === "screen" && outcome.ask.inPlace === true;
  return { entries, replies: blocks.length === 0 ? [] : [inPlace ? { blocks, inPlace } : { blocks }] };
}

/** What was given and not kept: in this message, and what waited for its class until now. */
function refusedIn(
  { refused = [] }: Outcome,
  words: string | undefined,
  dropped: Refused | undefined,
): readonly Refused[] {
  return [...(dropped ? [dropped] : []), ...refused.map((each) => (words === undefined ? each : { words, ...each }))];
}

function awaitsHead(entry: ReportEntry): boolean {
  return (entry.kind === "submitted" || entry.kind === "corrected") && entry.awaiting === true;
}

/** What a person wrote, as written. */
function wordsOf(input: InterviewInput): string | undefined {
  switch (input.kind) {
    case "said":
    case "amended":
      return input.text;
    case "command":
    case "attached":
    case "sheets":
      return input.words;
    default:
      return undefined;
  }
}

function settle(situation: Situation, outcome: Outcome): Settled {
  const { ask } = outcome;
  switch (ask.kind) {
    case "nothing":
      return { blocks: [] };
    case "same":
      return { blocks: [], ...standingOn(situation, outcome.entries) };
    case "receipt":
      return { blocks: receiptBlocks(screensIn(situation), situation) };
    case "confirm":
      return { blocks: ask.blocks, prompt: promptFor(situation, ask.screen) };
    case "review":
      return reviewPrompt(situation);
    case "screen": {
      const screen = screenCalled(situation, ask.id);
      return screen ? screenPrompt(screen, situation, ask.typed) : nextPrompt(situation);
    }
    case "next":
      return (
        proposed(situation) ??
        doubts(situation, toDoubt(situation, outcome.entries), outcome.entries) ??
        (mendsReview(situation, outcome) ? reviewPrompt(situation) : nextPrompt(situation))
      );
  }
}

function reviewPrompt(situation: Situation): Settled {
  return { blocks: reviewBlocks(screensIn(situation), situation), prompt: promptFor(situation, "review") };
}

/** Whoever mends something in the review is shown it again, also where screens are still open: they chose to look. */
function mendsReview(situation: Situation, { entries }: Outcome): boolean {
  const prompt = standingPrompt(situation);
  return entries.length > 0 && !isSent(situation.report) && (prompt?.screen === "review" || prompt?.under === "review");
}

/** A question that came out of the review leads back to it; ticking anew leads on to what was ticked. */
function reviewing(situation: Situation, outcome: Outcome, { blocks, prompt }: Settled): Settled {
  const before = standingPrompt(situation);
  const from = before?.screen === "review" || before?.under === "review";
  const goesOn = outcome.ask.kind === "next" && outcome.entries.length === 0;
  if (!from || goesOn || !prompt || prompt.screen === "review") return { blocks, ...(prompt ? { prompt } : {}) };
  const ticks = screensIn(situation).some(({ id, kind }) => id === prompt.screen && kind === "ticks");
  return { blocks, prompt: ticks ? prompt : { ...prompt, under: "review" } };
}

/** The prompt goes on as it was; what the person changed without being asked anew is known to them. */
function standingOn({ person, report }: Situation, entries: readonly ReportEntry[]): Pick<Settled, "prompt"> {
  const { prompt } = person;
  if (!prompt) return {};
  return { prompt: entries.length > 0 ? { ...prompt, revision: report.revision } : prompt };
}
