import { questionsFor } from "../../flow/flow.ts";
import { type Label, say } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { keepFindings } from "../answering.ts";
import { unsettled } from "../doubts/checking.ts";
import { saidToDoubt } from "../doubts/reason.ts";
import type { Outcome } from "../outcome.ts";
import { excerpt } from "../reading/excerpt.ts";
import { locate } from "../reading/locate.ts";
import { fold, namesOf } from "../reading/names.ts";
import { isAstray } from "../said/astray.ts";
import { isOffered, nextScreen, type Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { mendExample, reviewed, reviewWays } from "./review.ts";

const goOn = /^(?:接着填|继续填?|继续填报|go on|continue)$/;
const tickAgain = /^(?:重新勾选|重新选|重选|tick again)$/;
const add = /^(?:补充|补|填写?|add)(?:一下)?(.+)$/;
const notThat = /^(?:这|那)?不是(.+)$|^(?:this|that) is (?:not|no) (.+)$/;
const away = "删除|删掉|删去|删了|去掉|取消|清空|清零|不要|remove|delete|clear";
const takeOff = new RegExp(
  `^(?:请|帮我|把)*(?:${away})(?:了|掉)? ?(.+)$|^(?:请|帮我|把)*(.+?)(?:的数)?(?:都|全部)?(?:${away})(?:了|掉|吧)*$`,
);
const figuresFirst = /^\d+(?:[\s,，、]+\d+)+$/;
/** So many letters are a sentence of somebody's own, and no name of the form. */
const SENTENCE = 8;
/** A longer reason is rather a narrative. */
const REASON = 40;

/**
 * What is said to the review without naming figures: its own buttons, typed; a place by its name alone; what to take
 * off; the one reason that it asks for. Undefined for anything else.
 */
export function saidToReview(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  const words = fold(text).replace(/(?<![。.!！])[。.!！]+$/, "");
  return buttonSaid(situation, words, screens) ?? placeSaid(situation, words, screens) ?? reasonSaid(situation, text);
}

/** The review's buttons by their words. */
function buttonSaid({ report }: Situation, words: string, screens: readonly Screen[]): Outcome | undefined {
  const show = (screen: Screen | undefined): Outcome | undefined =>
    screen && { entries: [], lead: [], ask: { kind: "screen", id: screen.id } };
  if (goOn.test(words) && screens.some((each) => nextScreen([each], report)))
    return { entries: [], lead: [], ask: { kind: "next" } };
  if (tickAgain.test(words)) return show(screens.find((screen) => screen.kind === "ticks" && !screen.under));
  const added = add.exec(words)?.[1];
  return added === undefined
    ? undefined
    : show(screens.find((each) => isOffered(each, report) && isCalled(each, added)));
}

/** 这不是工作情况: what stands for a question is taken back, as its button does, unless it was sent. */
export function notNarrative(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  const [, chinese, english] = notThat.exec(fold(text).replace(/(?<![。.!！])[。.!！]+$/, "")) ?? [];
  const name = chinese ?? english;
  const screen = name === undefined ? undefined : screens.find((each) => each.kind === "text" && isCalled(each, name));
  if (screen?.kind !== "text" || situation.report.told[screen.id]?.kind !== "text" || isSent(situation.report))
    return undefined;
  const lead = [say({ key: "interview-text-unwritten", args: { question: { label: screen.question.label } } })];
  return { entries: [{ kind: "unsaid", questions: [screen.id] }], lead, ask: { kind: "screen", id: screen.id } };
}

/** 删除体温计: no figure goes unsaid, so it is told which words make them 0. */
export function takenOff(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  const [, behind, before] = takeOff.exec(fold(text).replace(/(?<![。.!！])[。.!！]+$/, "")) ?? [];
  const name = behind ?? before;
  const place = name === undefined ? undefined : locate(name, screens, situation);
  if (name === undefined || place?.kind !== "screen" || place.rest !== "") return undefined;
  const key = place.screen.kind === "figures" ? "review-take-off" : "review-take-back";
  return { entries: [], lead: [say({ key, args: { name } })], ask: { kind: "same" } };
}

/** 12 0 0 to a review without a line: the figures are of something that was not named. */
export function emptyLine(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  const words = fold(text);
  if (!figuresFirst.test(words) || reviewed(screens, situation.report).length > 0) return undefined;
  const first = screens.find((screen) => screen.kind === "ticks" && !screen.under);
  const row: Label | undefined = first?.kind === "ticks" ? first.options[0]?.short : undefined;
  if (!row) return undefined;
  return {
    entries: [],
    lead: [say({ key: "review-no-place", args: { figures: words, row: { label: row } } })],
    ask: { kind: "next" },
  };
}

/** 口罩, 口罩 质量违法: that place is asked. */
function placeSaid(situation: Situation, words: string, screens: readonly Screen[]): Outcome | undefined {
  const place = locate(words, screens, situation);
  if (place?.kind !== "screen" || place.rest !== "") return undefined;
  return { entries: [], lead: [], ask: { kind: "screen", id: place.screen.id } };
}

/** The review asks why one figure stands: words in reply are that reason. */
function reasonSaid(situation: Situation, text: string): Outcome | undefined {
  const { report } = situation;
  if (isSent(report) || [...text].length > REASON) return undefined;
  const found = unsettled("warning", situation, report.cells);
  const owed = found.filter(({ needsReason }) => needsReason);
  const [only, another] = owed.length > 0 ? owed : found;
  if (!only || another) return undefined;
  const meant = saidToDoubt(text, []);
  if (meant.kind !== "reason" || isAstray(text, situation)) return undefined;
  return keepFindings([only], meant.reason);
}

/** What the review did not understand: briefly, for it stands above with its buttons. */
export function unclearToReview(situation: Situation, text: string, screens: readonly Screen[]): Outcome {
  const { report, flow, unit } = situation;
  const open = screens.some((each) => nextScreen([each], report));
  const narrative = questionsFor(flow, unit.department ?? "").find(({ type }) => type === "text");
  const sentence = (text.match(/\p{L}/gu) ?? []).length >= SENTENCE;
  const args = { part: excerpt(text), example: mendExample(screens) };
  const lead =
    sentence && narrative?.type === "text"
      ? say({
          key: "review-unclear-narrative",
          args: { ...args, question: { label: narrative.short ?? narrative.label } },
        })
      : say({ key: isSent(report) ? "review-unclear-sent" : open ? "review-unclear-open" : "review-unclear", args });
  return { entries: [], lead: [lead, reviewWays(screens, situation)], ask: { kind: "same" } };
}

function isCalled(screen: Screen, name: string): boolean {
  if (screen.kind !== "text" && screen.kind !== "choice") return false;
  const { label, short } = screen.question;
  return namesOf({ label, short: short ?? label, aliases: [] }).includes(name);
}
