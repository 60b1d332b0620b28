import { type Block, type Choice, say, type Text, textOf } from "../message.ts";
import type { Prompt } from "../person.ts";
import { isWaiting } from "../submission.ts";
import type { Instant } from "../time.ts";
import { actionText } from "./actions.ts";
import { screensIn } from "./outcome.ts";
import { minutesFor, minutesLast } from "./pace.ts";
import { nextPrompt } from "./prompts.ts";
import { putOff } from "./put-off.ts";
import { isDone, type Screen } from "./screens.ts";
import { screenName } from "./sending/review.ts";
import { signOffBlocks } from "./sending/sign-off.ts";
import { unsentOffer } from "./sending/unsent.ts";
import { waitingLines } from "./sending/waiting.ts";
import type { Situation } from "./situation.ts";
import { standing } from "./standing.ts";
import { dayNamed, dayOf, isShifted, moment, momentEnding } from "./when.ts";

/** A message that the bot begins, with the prompt that it leaves: a nag is the next question. */
export type Notice = { readonly blocks: readonly Block<Text>[]; readonly prompt?: Prompt };

const commandButtons: readonly { readonly label: Text; readonly action: string }[] = [
  { label: { key: "opening-begin" }, action: "cmd:report" },
  { label: { key: "opening-zero" }, action: "cmd:zero" },
  { label: { key: "opening-form" }, action: "cmd:form" },
];

/** The round has opened: what it covers, until when, and how to begin. */
export function opening(situation: Situation): Notice {
  const { flow, round, unit } = situation;
  const covers = { from: dayOf(situation.since ?? round.covers.from, flow), to: momentEnding(round.covers.to, flow) };
  const missed = situation.since === undefined ? [] : [say({ key: "covers-since", args: { from: covers.from } })];
  const shifted: Block<Text>[] = isShifted(round, flow)
    ? [say({ key: "opening-shifted", args: { regular: dayNamed(round.round) } })]
    : [];
  const example = screensIn(situation).some((screen) => screen.kind === "ticks") ? rowExample(situation) : undefined;
  return {
    blocks: [
      { kind: "heading", text: { key: "opening-heading", args: { number: round.number, flow: { label: flow.name } } } },
      say(textOf(unit.name)),
      say({ key: round.number === 1 ? "opening-covers-first" : "opening-covers", args: covers }),
      ...missed,
      say({ key: "opening-due", args: { due: moment(round.due, flow) } }),
      ...shifted,
      ...unsentOffer(situation),
      { kind: "choices", choices: commandButtons },
      ...(example ? [say({ key: "opening-example", args: { example } })] : []),
    ],
  };
}

/** Some time before the deadline: what is missing, and its next question. */
export function reminder(situation: Situation): Notice {
  const { flow, round } = situation;
  const due = moment(round.due, flow);
  const open = openCount(situation);
  const whole: Text = { key: "reminder-whole", args: { due } };
  if (situation.report.status === "none" && open.least) return nag(situation, untouched(situation, due));
  // What is not ticked yet may bring more screens.
  const key = open.least ? "reminder-heading-least" : "reminder-heading";
  const { screens, minutes } = open;
  return nag(situation, screens === 0 ? whole : { key, args: { screens, minutes, due } });
}

/** Where nothing is ticked yet nobody knows how much there will be; what it took the last time is the best there is to say. */
function untouched(situation: Situation, due: Text): Text {
  const minutes = minutesLast(situation);
  return minutes === undefined
    ? { key: "reminder-untouched", args: { due } }
    : { key: "reminder-untouched-last", args: { due, minutes } };
}

/** What was sent has a doubt that nobody has explained, or a change that does not count yet. */
function unsettledReminder(situation: Situation): Notice {
  const { flow, round, report } = situation;
  const key = situation.now > round.due ? "reminder-unsettled-after" : "reminder-unsettled";
  const args = { number: report.submission?.number ?? "", due: moment(round.due, flow) };
  const { blocks, prompt } = nextPrompt(situation);
  const head: readonly Block<Text>[] = [{ kind: "heading", text: { key, args } }, ...waitingLines(report)];
  return { blocks: withChoices([...head, ...blocks], putOff(situation)), ...(prompt ? { prompt } : {}) };
}

/** After the deadline: it counts as missing, and can still be sent as late. */
export function overdue(situation: Situation): Notice {
  const { flow, round } = situation;
  return nag(situation, { key: "overdue-heading", args: { number: round.number, due: moment(round.due, flow) } });
}

/** Somebody who coordinates asks for it now. */
export function urged(situation: Situation, by: Text): Notice {
  const { blocks, ...notice } = situation.now > situation.round.due ? overdue(situation) : reminder(situation);
  return { ...notice, blocks: [say({ key: "urged-by", args: { by } }), ...blocks] };
}

/** A round that was locked or past is open again for the unit: the way in, or what its report that was sent waits for. */
export function reopened(situation: Situation, by: Text, until: Instant): Notice {
  const { flow, round, report } = situation;
  const head = say({ key: "reopened-for-you", args: { number: round.number, by, until: moment(until, flow) } });
  if (isWaiting(report)) {
    const { blocks, prompt } = nextPrompt(situation);
    return { blocks: [head, ...waitingLines(report), ...blocks], ...(prompt ? { prompt } : {}) };
  }
  const go = { label: { key: "reopened-go" }, action: actionText("go", flow, round.round, "review") };
  return {
    blocks: [head, { kind: "choices", choices: [go] }],
    prompt: { flow: flow.id, round: round.round, screen: "review" },
  };
}

/** To the unit's head: what waits for approval, or that the unit has not reported at all. */
export function headReminder(situation: Situation, by: Text): Notice {
  const { flow, round, report, unit } = situation;
  const due = moment(round.due, flow);
  const lead = by === "" ? [] : [say({ key: "urged-by", args: { by } })];
  if (report.toApprove !== undefined) return signOffBlocks(situation, lead);
  const args = { number: round.number, unit: textOf(unit.name), due };
  const key = situation.now > round.due ? "head-overdue" : "head-missing";
  return { blocks: [...lead, say({ key, args })] };
}

function nag(situation: Situation, heading: Text): Notice {
  if (situation.report.status === "submitted") return unsettledReminder(situation);
  if (situation.report.status === "none")
    return {
      blocks: [
        { kind: "heading", text: heading },
        ...openNames(situation),
        { kind: "choices", choices: [...commandButtons, ...putOff(situation)] },
      ],
    };
  const { blocks, prompt } = standing(situation);
  return {
    blocks: withChoices([{ kind: "heading", text: heading }, ...openNames(situation), ...blocks], putOff(situation)),
    ...(prompt ? { prompt } : {}),
  };
}

/** So many of the screens that are left are named. */
const NAMED = 4;

/** What is missing by name, as many as are counted: 防护服 抽查 · 熔喷布 质量违法 · 工作情况. */
function openNames(situation: Situation): readonly Block<Text>[] {
  const open = openScreens(situation);
  if (open.length === 0) return [];
  const names: readonly Text[] = open.slice(0, NAMED).map(screenName);
  const count = open.length - names.length;
  const more: readonly Text[] = count > 0 ? [{ key: "reminder-more", args: { count } }] : [];
  return [say({ join: [...names, ...more], by: " · " })];
}

/** Choices among the last that a message has, or after it. */
function withChoices(blocks: readonly Block<Text>[], more: readonly Choice<Text>[]): readonly Block<Text>[] {
  if (more.length === 0) return blocks;
  const last = blocks.findLastIndex(({ kind }) => kind === "choices");
  if (last < 0) return [...blocks, { kind: "choices", choices: more }];
  return blocks.map((block, index) =>
    index === last && block.kind === "choices" ? { ...block, choices: [...block.choices, ...more] } : block,
  );
}

function openScreens(situation: Situation): readonly Screen[] {
  return screensIn(situation).filter((screen) => !isDone(screen, situation.report));
}

function openCount(situation: Situation): {
  readonly screens: number;
  readonly minutes: number;
  readonly least: boolean;
} {
  const open = openScreens(situation);
  const least = open.some(({ kind }) => kind === "ticks");
  return { screens: open.length, minutes: minutesFor(open.length, situation), least };
}

/** `口罩 排查12 不合格2 整改1`, from the first row and group that the unit is asked. */
function rowExample(situation: Situation): Text | undefined {
  const ticks = screensIn(situation).find((screen) => screen.kind === "ticks");
  const block = situation.flow.blocks.find((each) => each.rows.some((row) => row.id === ticks?.options[0]?.id));
  const [row, group] = [block?.rows[0], block?.groups[0]];
  if (!row || !group) return undefined;
  const samples = ["12", "2", "1"];
  const figures = group.columns
    .filter((column) => !column.computed)
    .map(
      (column, index): Text => ({
        key: "figure",
        args: { name: { label: column.short }, figure: samples[index] ?? "0" },
      }),
    );
  return { join: [{ label: row.short }, ...figures] };
}
