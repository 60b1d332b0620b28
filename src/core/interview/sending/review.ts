import { type CellId, cellAt } from "../../cells.ts";
import { type Block, type Choice, say, type Text, textOf } from "../../message.ts";
import type { Report } from "../../report.ts";
import { isSent } from "../../submission.ts";
import { actionText } from "../actions.ts";
import { unsettled } from "../doubts/checking.ts";
import { doubtText } from "../doubts/doubt-text.ts";
import { placeName } from "../echo.ts";
import { unlike } from "../offers.ts";
import { showFigure } from "../reading/quantity.ts";
import {
  activeOptions,
  type ChoiceScreen,
  isDone,
  isOffered,
  type Screen,
  type TextScreen,
  type TicksScreen,
} from "../screens.ts";
import type { Situation } from "../situation.ts";
import { explainButton, waitingLines } from "./waiting.ts";

const reviewHead: readonly [Text, Text] = [{ key: "review-head-item" }, { key: "review-head-figures" }];

/** The screens that the review numbers, in its order: `改 2` mends the second. */
export function reviewed(screens: readonly Screen[], report: Report): readonly Screen[] {
  return screens.filter((screen) => screen.kind !== "ticks" && hasAnswer(screen, report));
}

/** Whether there is anything to look at: a screen that is half answered is listed too, an empty one is not. */
function hasAnswer(screen: Screen, report: Report): boolean {
  if (screen.kind === "figures") return screen.places.some(({ id }) => cellAt(report.cells, id) !== undefined);
  return isDone(screen, report) && !isOffered(screen, report);
}

/** Everything that would be sent, before it is: figures, bulk zeros, words, what is still open or in doubt. */
export function reviewBlocks(screens: readonly Screen[], situation: Situation): readonly Block<Text>[] {
  const { flow, round, report, unit } = situation;
  const missing = screens.filter((screen) => !isDone(screen, report)).length;
  const doubts = unsettled("warning", situation, report.cells);
  const doubted = new Set(doubts.flatMap((finding) => finding.cells));
  // One stands in the only line that is marked; of several each says where it belongs.
  const placed = isSent(report) || doubts.length > 1 ? situation : undefined;
  const fields = reviewed(screens, report).map((screen, index) => ({
    label: { join: [String(index + 1), screenName(screen)] } satisfies Text,
    value: standing(screen, report, doubted),
  }));
  const zeros = bulkZeros(screens, report);
  const ways = waysOut(screens, situation);
  return [
    { kind: "heading", text: { key: "review-heading", args: { number: round.number, unit: textOf(unit.name) } } },
    ...(fields.length > 0 ? [{ kind: "fields" as const, fields, head: reviewHead }] : []),
    ...(zeros.length > 0
      ? [
          {
            kind: "text" as const,
            text: { key: "review-zeros", args: { zeros: { join: zeros, by: { key: "list-semicolon" } } } },
          },
        ]
      : []),
    ...doubts.map((doubt) => say(doubtText(doubt, placed))),
    ...waitingLines(report),
    ...unlike(situation, report),
    ...(missing > 0 ? [{ kind: "text" as const, text: { key: "review-missing", args: { screens: missing } } }] : []),
    {
      kind: "text",
      text: {
        key: isSent(report) ? "review-mend-submitted" : "review-mend",
        args: { example: mendExample(screens) },
      },
    },
    {
      kind: "choices",
      choices: [
        ...ways.on,
        ...screens
          .filter((screen) => screen.kind === "ticks" && !screen.under && isDone(screen, report))
          .map((screen) => ({
            label: { key: "review-tick-again" },
            action: actionText("go", flow, round.round, screen.id),
          })),
        ...screens
          .filter((screen) => isOffered(screen, report))
          .map((screen) => ({
            label: { key: "review-add", args: { question: screenName(screen) } },
            action: actionText("go", flow, round.round, screen.id),
          })),
        ...ways.off,
      ],
    },
  ];
}

/** The ways out of a review by themselves: to send it or to go on, and to leave it. */
export function reviewWays(screens: readonly Screen[], situation: Situation): Block<Text> {
  const { on, off } = waysOut(screens, situation);
  return { kind: "choices", choices: [...on, ...off] };
}

function waysOut(
  screens: readonly Screen[],
  situation: Situation,
): Readonly<Record<"on" | "off", readonly Choice<Text>[]>> {
  const { flow, round, report } = situation;
  const button = (verb: "yes" | "go" | "no") => actionText(verb, flow, round.round, "review");
  const open = screens.some((screen) => !isDone(screen, report));
  const sends = !open && !isSent(report);
  return {
    on: [
      ...(sends ? [{ label: { key: "review-submit" }, action: button("yes") }] : []),
      ...(open ? [{ label: { key: "review-go-on" }, action: button("go") }] : []),
      ...(open ? [] : explainButton(situation)),
    ],
    off: isSent(report) ? [] : [{ label: { key: "review-later" }, action: button("no") }],
  };
}

/** What a correction could say in this very report: a row, a column and a figure, or the name of a question. */
export function mendExample(screens: readonly Screen[]): Text {
  const place = screens.find((screen) => screen.kind === "figures")?.places[0];
  if (place) return { join: [placeName(place), { label: place.column.short }, "5"] };
  return screenName(screens.find((screen) => screen.kind !== "ticks"));
}

/** The name of a screen as lists show it. */
export function screenName(screen: Screen | undefined): Text {
  switch (screen?.kind) {
    case undefined:
      return "";
    case "figures":
      return { join: [{ label: screen.row.short }, { label: screen.group.short }] };
    case "ticks":
      return screen.under ? { join: [{ label: screen.under.short }, { label: screen.ask }] } : { label: screen.ask };
    case "text":
    case "choice":
      return { label: screen.question.short ?? screen.question.label };
  }
}

/** `立案3 罚没1.5 出动24 其余0`: what is not 0 by name, what was kept with a reason, what is in doubt. */
function standing(screen: Screen, report: Report, doubted: ReadonlySet<CellId>): Text {
  switch (screen.kind) {
    case "ticks":
      return "";
    case "text":
    case "choice":
      return toldText(screen, report);
    case "figures": {
      const shown = screen.places.flatMap((place): readonly Text[] => {
        const value = cellAt(report.cells, place.id);
        const name: Text = { label: place.column.short };
        if (value === "n/a") return [{ key: "figure-not-applicable", args: { name } }];
        return value === undefined || value === 0 ? [] : [{ key: "figure", args: { name, figure: showFigure(value) } }];
      });
      const ids = new Set(screen.places.map((place) => place.id));
      const settled = report.kept.filter((kept) => !kept.unexplained && kept.cells.some((id) => ids.has(id)));
      const reasons = [...new Set(settled.map((kept) => kept.reason))];
      const open = screen.places.filter(({ id }) => cellAt(report.cells, id) === undefined);
      const missing: Text[] =
        open.length > 0
          ? [{ key: "review-open", args: { names: { join: open.map(({ column }) => ({ label: column.short })) } } }]
          : [];
      const zeros: Text[] =
        shown.length === 0 && open.length === 0
          ? [{ key: "review-all-zero" }]
          : shown.length + open.length < ids.size
            ? [{ key: "review-rest-zero" }]
            : [];
      const kept: Text[] = reasons.map((reason) => ({
        key: "review-kept",
        args: { reason: reason ?? { key: "review-confirmed" } },
      }));
      const doubt: Text[] = [...ids].some((id) => doubted.has(id)) ? [{ key: "review-in-doubt" }] : [];
      return { join: [...shown, ...zeros, ...missing, ...kept, ...doubt] };
    }
  }
}

function toldText(screen: TextScreen | ChoiceScreen, report: Report): Text {
  const answer = report.told[screen.id];
  switch (answer?.kind) {
    case undefined:
      return "";
    case "text": {
      const characters = [...answer.text];
      const excerpt = characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : answer.text;
      return { key: "review-text", args: { length: characters.length, excerpt } };
    }
    case "option": {
      const option =
        screen.kind === "choice" ? screen.question.options.find((each) => each.id === answer.option) : undefined;
      return option ? { label: option.label } : answer.option;
    }
    case "skipped":
      return { key: "review-skipped" };
  }
}

/** What stands as an explicit zero because nobody ticked it: whole rows, then groups within the rows that were. */
function bulkZeros(screens: readonly Screen[], report: Report): readonly Text[] {
  return screens
    .filter((screen): screen is TicksScreen => screen.kind === "ticks" && isDone(screen, report))
    .flatMap((screen): readonly Text[] => {
      const active = new Set(activeOptions(screen, report).map((option) => option.id));
      const quiet = screen.options
        .filter((option) => !active.has(option.id))
        .map((option): Text => ({ label: option.short }));
      if (quiet.length === 0) return [];
      const names: Text = { join: quiet, by: { key: "list-comma" } };
      return [
        screen.under ? { join: [{ label: screen.under.short }, names] } : { key: "review-zero-rows", args: { names } },
      ];
    });
}
