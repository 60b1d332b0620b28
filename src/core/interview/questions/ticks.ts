import type { Text } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { actionText } from "../actions.ts";
import { byActivity, type Ordered } from "../activity.ts";
import { fold, leadingName } from "../reading/names.ts";
import { saysDone } from "../said/done.ts";
import { saysAllZero, saysBareNothing } from "../said/nothing.ts";
import type { Option, TicksScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import type { QuestionType } from "./question.ts";
import { close, closeByName } from "./ticks-closed.ts";
import { inPart } from "./ticks-in-part.ts";
import { standing } from "./ticks-standing.ts";
import { ascend, noOption, unclear } from "./ticks-unclear.ts";

const all = /^(全部|全选|都有|all)$/i;

/** Ticks rows or groups that saw work; what is not ticked becomes explicit zeros, listed in the review. */
export const ticks: QuestionType<TicksScreen> = {
  prompt(screen, situation) {
    const { flow, round, report } = situation;
    const ticked = standing(screen, situation);
    const button = (verb: "tick" | "done" | "none", value = "") =>
      actionText(verb, flow, round.round, screen.id, value);
    const { shown, folded } = listed(screen, situation);
    const heading: Text = screen.under
      ? { join: [{ label: screen.under.short }, { label: screen.ask }], by: " · " }
      : { label: screen.ask };
    const noneOf = { label: { key: "interview-ticks-none" }, action: button("none") };
    return [
      { kind: "heading", text: heading },
      ...(Object.keys(report.chosen).length === 0
        ? [{ kind: "text" as const, text: { key: "interview-ticks-rest" } }]
        : []),
      {
        kind: "choices",
        choices: [
          ...shown.map((option) => ({
            label: { label: option.short },
            action: button("tick", option.id),
            ticked: ticked.includes(option.id),
          })),
          ...(folded.length > 0
            ? [
                {
                  label: { key: "interview-ticks-folded", args: { count: folded.length } },
                  action: actionText("unfold", flow, round.round, screen.id),
                },
              ]
            : []),
          { label: { key: "interview-ticks-done", args: { count: ticked.length } }, action: button("done") },
          noneOf,
        ],
        together: {
          name: "chosen",
          // A list on the phone has room for all of them: nothing is folded away.
          options: [...shown, ...folded].map((option) => ({
            value: option.id,
            label: { label: option.short },
            ticked: ticked.includes(option.id),
          })),
          action: button("done"),
          submit: { key: "interview-ticks-together" },
          beside: [noneOf],
        },
      },
    ];
  },

  said(screen, text, situation) {
    const answer = fold(text);
    const ticking = situation.report.ticking[screen.id] ?? [];
    // Whoever has just ticked something and says 没有 may as well mean: nothing else.
    if (saysBareNothing(answer) && ticking.length > 0) {
      const names = screen.options.filter(({ id }) => ticking.includes(id)).map(({ short }) => ({ label: short }));
      const args = { names: { join: names, by: { key: "list-comma" } } };
      return { kind: "refused", why: [{ key: "interview-ticks-done-or-none", args }] };
    }
    if (saysAllZero(answer)) return closeByName(screen, [], situation);
    if (all.test(answer))
      return close(
        screen,
        screen.options.map((option) => option.id),
        situation,
      );
    if (saysDone(answer)) {
      const ticked = standing(screen, situation);
      if (ticked.length === 0) return { kind: "refused", why: [{ key: "interview-ticks-empty" }] };
      return close(screen, ticked, situation);
    }
    const { shown, folded } = listed(screen, situation);
    const inOrder = [...shown, ...folded];
    const chosen: string[] = [];
    // Numbers tick by themselves alone: behind a name they are figures, in front of one they number a list.
    const byNumber = /^[\d\s,;、，；.]+$/.test(answer);
    for (let rest = answer; rest !== ""; ) {
      const name = leadingName(byNumber ? rest : rest.replace(/^\d{1,2}[.、)]\s*/, ""), screen.options);
      const option = name?.thing ?? (byNumber ? numbered(rest, inOrder) : undefined);
      const part = rest.split(/[\s,;、，；]+/)[0] ?? rest;
      if (!option)
        return chosen.length > 0 && byNumber && ascend(answer) ? noOption(screen, part) : unclear(screen, text, part);
      if (!chosen.includes(option.id)) chosen.push(option.id);
      rest = name
        ? name.rest.replace(/^(?:和|跟|与|及|以及|还有|and\b|&)\s*(?=\S)/, "")
        : rest.replace(/^\d+[\s,;、，；.]*/, "");
    }
    return chosen.length === 0 ? unclear(screen, text, text.trim()) : closeByName(screen, chosen, situation);
  },

  partly: inPart,

  pressed(screen, action, fields, situation) {
    const ticked = standing(screen, situation);
    switch (action.verb) {
      case "tick": {
        if (!screen.options.some((option) => option.id === action.value)) return undefined;
        const next = ticked.includes(action.value)
          ? ticked.filter((id) => id !== action.value)
          : screen.options.map((option) => option.id).filter((id) => id === action.value || ticked.includes(id));
        return { kind: "kept", entries: [{ kind: "ticked", screen: screen.id, ticks: next }], echo: [], stay: true };
      }
      case "done": {
        // A platform that ticks on the phone itself sends the whole choice with the last press.
        const chosen =
          fields.chosen?.split(",").filter((id) => screen.options.some((option) => option.id === id)) ?? ticked;
        if (chosen.length === 0) return { kind: "refused", why: [{ key: "interview-ticks-empty" }] };
        return close(screen, chosen, situation);
      }
      case "none":
        return closeByName(screen, [], situation);
      case "unfold": {
        const entry: ReportEntry = { kind: "ticked", screen: screen.id, ticks: ticked, unfolded: true };
        return { kind: "kept", entries: [entry], echo: [], stay: true };
      }
      default:
        return undefined;
    }
  },
};

/** The options in the order of the unit's activity; what is ticked is never folded away. */
function listed(screen: TicksScreen, situation: Situation): Ordered {
  const { shown, folded } = byActivity(screen.options, situation.past);
  const ticked = standing(screen, situation);
  const open = situation.report.unfolded?.includes(screen.id) ?? false;
  const away = open ? [] : folded.filter((option) => !ticked.includes(option.id));
  return { shown: [...shown, ...folded.filter((option) => !away.includes(option))], folded: away };
}

function numbered(rest: string, options: readonly Option[]): Option | undefined {
  const digits = /^(\d+)(?=$|[\s,;、，；.])/.exec(rest)?.[1];
  return digits === undefined ? undefined : options[Number(digits) - 1];
}
