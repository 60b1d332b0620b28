import { idsIn } from "../../cells.ts";
import { type Block, say, type Text } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { actionText } from "../actions.ts";
import { answered } from "../answering.ts";
import type { Outcome } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { holdsFigure, missingOn, type Screen } from "../screens.ts";
import { alreadySent } from "../sending/explained.ts";
import { askZero } from "../sending/submit.ts";
import type { Situation } from "../situation.ts";
import { chatterIn, clausesOf } from "./chatter.ts";
import { aboutRound, saysNothingNew } from "./nothing.ts";

const before = "(?:上期|上周|上一期|上一周|上次|上个?星期|前期|以前|之前)";
const asBefore = new RegExp(
  `^${aboutRound}(?:和|与|同|跟)?${before}?(?:的)?(?:数据|情况|数)?(?:完全|都|全|是)*(?:一样|相同|一致|不变|没变)(?:的|了)?$|^(?:都|全)?(?:同|照|按)(?:着)?${before}(?:的)?(?:数据|情况|数)?(?:报|填)?$|^照旧$|^(?:the )?same as (?:last (?:week|round)|before)$|^as (?:last (?:week|round)|before)$`,
);

/** A bare 没有 or 0 may be one figure of many, or that there is nothing to mend. */
const saysOfWhat = /[变新增周期]|上次|星期|照旧|change|new|week|round|before/;

/** Longer than this nobody says that nothing has changed. */
const LONGEST = 80;

/** What a text says of all that is asked: that nothing is new, or that it is as it was; undefined for anything else. */
export function unchangedIn(text: string): "nothing" | "as-before" | undefined {
  if (text.length > LONGEST) return undefined;
  const said = clausesOf(text).map((clause) => {
    if (saysNothingNew(clause)) return "nothing";
    if (asBefore.test(clause)) return "as-before";
    return chatterIn(clause) === "answer" ? "chatter" : undefined;
  });
  if (said.includes(undefined)) return undefined;
  return said.includes("nothing") ? "nothing" : said.includes("as-before") ? "as-before" : undefined;
}

/** 没有变化 may as well say that it is as it was before. */
const saysNoChange = /[变改]|chang/i;

/** 本周无, 本期没有新增: nothing new, in words that say of when or of what. */
export function saysNoNews(text: string): boolean {
  return unchangedIn(text) === "nothing" && saysOfWhat.test(text.toLowerCase()) && !saysNoChange.test(text);
}

/**
 * What comes of such words to the opening, or to ticks and figures. Only what is new is reported: nothing is ever copied,
 * and zeros are made by a press that says so. `screen` is the one that is asked.
 */
export function unchanged(situation: Situation, screen: Screen | undefined, text: string): Outcome | undefined {
  const meant = unchangedIn(text);
  if (!meant) return undefined;
  const { flow, round, report } = situation;
  const ask = { kind: screen ? "same" : "next" } as const;
  const button = (label: Text, action: string): Block<Text> => ({ kind: "choices", choices: [{ label, action }] });
  const untouched =
    idsIn(report.cells).length === 0 && Object.values(report.ticking).every((ticks) => ticks.length === 0);
  const top = !screen || (screen.kind === "ticks" && !screen.under);
  if (top && untouched && meant === "nothing") return askZero(situation);
  if (top && untouched)
    return {
      entries: [],
      lead: [say({ key: "unchanged-opening" }), button({ key: "opening-zero" }, "cmd:zero")],
      ask: { kind: "same" },
    };
  if (!saysOfWhat.test(text.toLowerCase())) return undefined;
  if (top) return { entries: [], lead: [say({ key: "unchanged-rest" })], ask };
  if (screen.kind === "figures") {
    // Where every figure stands, zeros would take them away.
    if (missingOn(screen, report) === 0)
      return isSent(report)
        ? alreadySent(situation, "unchanged-kept")
        : { entries: [], lead: [say({ key: "unchanged-kept" })], ask: { kind: "next" } };
    const zeros = button({ key: "interview-all-zero" }, actionText("zeros", flow, round.round, screen.id));
    const key = meant === "nothing" ? "unchanged-figures-nothing" : "unchanged-figures";
    return { entries: [], lead: [say({ key }), zeros], ask };
  }
  if (screen.kind !== "ticks") return undefined;
  // 本周无 says of the classes that were asked what 都没有 says; what stands is never taken away by it.
  const standing = screen.options.some((option) => holdsFigure(option, report.cells, (value) => value !== 0));
  if (saysNoNews(text) && !standing) return answered(screen, asked(screen, situation).said("都没有"));
  const none = button({ key: "interview-ticks-none" }, actionText("none", flow, round.round, screen.id));
  return { entries: [], lead: [say({ key: "unchanged-ticks" }), none], ask };
}
