import { type CellId, cellAt } from "../../cells.ts";
import { askedOf } from "../../flow/flow.ts";
import type { Text } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { actionText } from "../actions.ts";
import { byActivity, type Ordered } from "../activity.ts";
import { echoStanding, placeName } from "../echo.ts";
import { findNames } from "../reading/column-names.ts";
import { excerpt } from "../reading/excerpt.ts";
import { fold, leadingName } from "../reading/names.ts";
import { triedBeside } from "../refused/ticks-tried.ts";
import type { Refused } from "../refused/tried.ts";
import { saysDone } from "../said/done.ts";
import { saysAllZero } from "../said/nothing.ts";
import { activeOptions, type Option, type TicksScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import type { Answer, QuestionType } from "./question.ts";

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
    if (saysAllZero(answer)) return closeOthers(screen, [], situation);
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
    return chosen.length === 0 ? unclear(screen, text, text.trim()) : closeOthers(screen, chosen, situation);
  },

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
        return closeOthers(screen, [], situation);
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

/** What stands ticked now: on the open screen, else as it was closed, or what has figures already. */
function standing(screen: TicksScreen, { report }: Situation): readonly string[] {
  return report.ticking[screen.id] ?? activeOptions(screen, report).map((option) => option.id);
}

function numbered(rest: string, options: readonly Option[]): Option | undefined {
  const digits = /^(\d+)(?=$|[\s,;、，；.])/.exec(rest)?.[1];
  return digits === undefined ? undefined : options[Number(digits) - 1];
}

/** What is no option; figures, too soon here, are written for the place that they may belong to, ready to be sent. */
function unclear(screen: TicksScreen, text: string, part: string): Answer {
  const figure = /\d+(?:\.\d+)?/.exec(part)?.[0];
  if (figure !== undefined) return figuresTooSoon(screen, text, figure);
  // 面包 12 2 1 gives figures as well; 1. 口罩 2. 面包 is a list.
  const figures = /\d/.test(fold(text).replace(/(?<!\S)\d{1,2}[.、)]/g, ""));
  return { ...noOption(screen, part), ...(figures ? { refused: [meantBy(screen)] } : {}) };
}

function noOption({ options: [first, second] }: TicksScreen, part: string): Answer {
  const example: Text = { join: [first, second].flatMap((option) => (option ? [{ label: option.short }] : [])) };
  return { kind: "refused", why: [{ key: "interview-ticks-unclear", args: { part: excerpt(part), example } }] };
}

/** 1 5 8 ticks by number, one of which there is none; figures of a screen hardly ever grow from each to the next. */
function ascend(answer: string): boolean {
  const numbers = (answer.match(/\d+/g) ?? []).map(Number);
  return numbers.every((each, index) => index === 0 || each > (numbers[index - 1] ?? 0));
}

function figuresTooSoon(screen: TicksScreen, text: string, figure: string): Answer {
  const answer = fold(text);
  const option = leadingName(answer, screen.options)?.thing ?? screen.options[0];
  const places = option?.screens.map((each) => each.places) ?? [];
  const [found] = places
    .flatMap((each) => findNames(answer, each))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const place = found?.place ?? places[0]?.[0];
  // 12家，不合格2家 says no 不合格12.
  const own =
    found &&
    (/^[\s:=是为]*(\d+(?:\.\d+)?)/.exec(answer.slice(found.end)) ??
      /(\d+(?:\.\d+)?)\p{L}{0,2}$/u.exec(answer.slice(0, found.start)));
  const example: Text = place
    ? {
        join: [
          placeName(place),
          { key: "figure", args: { name: { label: place.column.short }, figure: own?.[1] ?? figure } },
        ],
      }
    : figure;
  const why: Text = { key: "interview-ticks-figures", args: { part: excerpt(text), example } };
  return { kind: "refused", why: [why], refused: [meantBy(screen)] };
}

/** What figures that are written among ticks may be of: below a row they are of it, among the rows nobody can tell. */
function meantBy({ under, options }: TicksScreen): Refused {
  return under ? { places: options.flatMap(({ screens }) => screens.flatMap(({ places }) => places)) } : {};
}

/**
 * Closes a screen by what was named, or by 都没有: an option that was given figures before anybody closed it was never
 * meant to lose them, so it stays ticked.
 */
function closeOthers(screen: TicksScreen, picked: readonly string[], situation: Situation): Answer {
  const { report } = situation;
  const filled = screen.options.filter(
    (option) =>
      report.chosen[screen.id] === undefined && cellsOf(option).some((id) => (cellAt(report.cells, id) ?? 0) !== 0),
  );
  const answer = close(screen, [...picked, ...filled.map(({ id }) => id)], situation);
  if (answer.kind !== "kept" || picked.length > 0 || filled.length === 0) return answer;
  const names: Text = { join: filled.map(({ short }) => ({ label: short })), by: { key: "list-comma" } };
  return { ...answer, echo: [...answer.echo, { key: "interview-ticks-filled", args: { names } }] };
}

/** Closes the screen: unticked options become zeros, ticked ones that were bulk zeros are asked again. */
function close(screen: TicksScreen, picked: readonly string[], situation: Situation): Answer {
  const { report } = situation;
  const tried = triedBeside(screen, picked, situation);
  const chosen = [...picked, ...tried.ticked];
  const before = activeOptions(screen, report).map((option) => option.id);
  // Only zeros that a closed screen set for what was not ticked are asked again; what somebody answered stays.
  const wasClosed = report.chosen[screen.id] !== undefined;
  const ticked = screen.options.filter((option) => chosen.includes(option.id));
  const unticked = screen.options.filter((option) => !chosen.includes(option.id));
  const zeros = unticked.flatMap(cellsOf).filter((id) => cellAt(report.cells, id) !== 0);
  const cleared = wasClosed ? ticked.filter((option) => !before.includes(option.id)).flatMap(cellsOf) : [];
  const entry: ReportEntry = {
    kind: "chose",
    screen: screen.id,
    ticks: ticked.map((option) => option.id),
    zeros,
    cleared: cleared.filter((id) => cellAt(report.cells, id) !== undefined),
  };
  const names: Text =
    ticked.length === 0
      ? { key: "interview-ticks-none" }
      : { join: ticked.map((option) => ({ label: option.short })), by: { key: "list-comma" } };
  const echo: Text[] = [
    { key: "interview-echo", args: { what: screen.under ? { join: [{ label: screen.under.short }, names] } : names } },
    ...tried.said,
  ];
  const { flow, unit } = situation;
  const lost = askedOf(flow, unit.department ?? "").filter(
    ({ id }) => zeros.includes(id) && cellAt(report.cells, id) !== undefined,
  );
  if (lost.length > 0)
    echo.push({
      key: "interview-ticks-overwritten",
      args: { count: lost.length, figures: echoStanding(lost, report.cells) },
    });
  return { kind: "kept", entries: [entry], echo, told: tried.told };
}

const cellsOf = ({ screens }: Option): readonly CellId[] => screens.flatMap(({ places }) => places.map(({ id }) => id));
