import { type CellValue, nothingFilled } from "../../cells.ts";
import { askedOf, type Finding } from "../../flow/flow.ts";
import { type Block, type Choice, say, type Text } from "../../message.ts";
import type { Reason, usualReasons } from "../../submission.ts";
import { compareCells } from "../../table/compare.ts";
import { actionText } from "../actions.ts";
import { placeName, showValue } from "../echo.ts";
import type { Next } from "../outcome.ts";
import type { Situation } from "../situation.ts";
import { moment } from "../when.ts";
import { doubtsOfChange } from "./change-doubts.ts";
import { doubtText } from "./doubt-text.ts";
import { repairChoices } from "./repairs.ts";

/** What a reason is asked for: sending late, a zero report that is late, changing what was counted. */
const screens = ["reason-late", "reason-zero", "reason-correction"] as const;
export type ReasonScreen = (typeof screens)[number];

const late = ["late-data", "late-checking", "late-away"] as const;
const offered: Readonly<Record<ReasonScreen, readonly (typeof usualReasons)[number][]>> = {
  "reason-late": late,
  "reason-zero": late,
  "reason-correction": ["wrong-entry", "wrong-missed", "wrong-checked"],
};

/** So many changes are shown back; the rest is counted. */
const SHOWN = 8;

/** The screen of a prompt or button that asks for a reason, if it is one. */
export function reasonScreen(screen: string | undefined): ReasonScreen | undefined {
  return screens.find((each) => each === screen);
}

/** Asks why, with the usual reasons to press: what follows goes to the leaders with it. */
export function askReason(situation: Situation, screen: ReasonScreen): Extract<Next, { kind: "confirm" }> {
  const { flow, round } = situation;
  const doubted = screen === "reason-correction" ? doubtsOfChange(situation) : [];
  // 核减 and the like stand only with a reason in words.
  const usual = doubted.some(({ needsReason }) => needsReason) ? [] : offered[screen];
  const choices = [
    ...repairChoices(doubted, situation, true),
    ...usual.map((each) => ({
      label: { key: `reason-${each}` },
      action: actionText("say", flow, round.round, screen, each),
    })),
    ...mendChoice(doubted, situation),
    {
      label: { key: screen === "reason-correction" ? "reason-undo" : "reason-wait" },
      action: actionText("no", flow, round.round, screen),
    },
  ];
  const args = { number: round.number, due: moment(round.due, flow) };
  const lead: readonly Block<Text>[] =
    screen === "reason-correction"
      ? [
          say({ key: "reason-correction-heading", args }),
          ...changesShown(situation),
          ...doubted.slice(0, SHOWN).map((doubt) => say(doubtText(doubt, situation))),
          say({ key: doubted.length > 0 ? "reason-correction-ask-doubt" : "reason-correction-ask" }),
        ]
      : [say({ key: "reason-late-ask", args })];
  return { kind: "confirm", screen, blocks: [...lead, { kind: "choices", choices }] };
}

/** The way to the figures that a change puts in doubt. */
function mendChoice([first]: readonly Finding[], { flow, round }: Situation): readonly Choice<Text>[] {
  const place = first?.cells[0]?.split(".").slice(0, 2).join(".");
  if (place === undefined) return [];
  return [{ label: { key: "interview-doubt-mend" }, action: actionText("mend", flow, round.round, place) }];
}

/** Words that are a usual reason's name on its button. */
export function usualReason(screen: ReasonScreen, value: string): Reason | undefined {
  const usual = offered[screen].find((each) => each === value);
  return usual && { usual };
}

/** The changes that wait for their reason, old and new. */
function changesShown({ flow, report, unit }: Situation): readonly Block<Text>[] {
  const places = new Map(askedOf(flow, unit.department ?? "").map((place) => [place.id, place]));
  const shown = (value: CellValue | undefined): Text =>
    value === undefined ? { key: "revision-blank" } : showValue(value);
  const changed = compareCells(report.settled?.cells ?? nothingFilled, report.cells);
  const lines = changed.slice(0, SHOWN).map(({ cell, before, after }) => {
    const place = places.get(cell);
    const name: Text = place ? { join: [placeName(place), { label: place.column.short }] } : cell;
    return say({ key: "figure-changed", args: { name, before: shown(before), figure: shown(after) } });
  });
  if (lines.length === 0) return [say({ key: "reason-correction-words" })];
  return changed.length > SHOWN
    ? [...lines, say({ key: "reason-correction-more", args: { count: changed.length - SHOWN } })]
    : lines;
}
