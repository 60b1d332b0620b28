import type { Text } from "../../message.ts";
import { placeName } from "../echo.ts";
import { findNames } from "../reading/column-names.ts";
import { excerpt } from "../reading/excerpt.ts";
import { fold, leadingName } from "../reading/names.ts";
import type { Refused } from "../refused/tried.ts";
import type { TicksScreen } from "../screens.ts";
import type { Answer } from "./question.ts";

/** What is no option; figures, too soon here, are written for the place that they may belong to, ready to be sent. */
export function unclear(screen: TicksScreen, text: string, part: string): Answer {
  const figure = /\d+(?:\.\d+)?/.exec(part)?.[0];
  if (figure !== undefined) return figuresTooSoon(screen, text, figure);
  // 面包 12 2 1 gives figures as well; 1. 口罩 2. 面包 is a list.
  const figures = /\d/.test(fold(text).replace(/(?<!\S)\d{1,2}[.、)]/g, ""));
  return { ...noOption(screen, part), ...(figures ? { refused: [meantBy(screen)] } : {}) };
}

/** A word that names no option, with two that are named so as an example. */
export function noOption({ options: [first, second] }: TicksScreen, part: string): Answer {
  const example: Text = { join: [first, second].flatMap((option) => (option ? [{ label: option.short }] : [])) };
  return { kind: "refused", why: [{ key: "interview-ticks-unclear", args: { part: excerpt(part), example } }] };
}

/** 1 5 8 ticks by number, one of which there is none; figures of a screen hardly ever grow from each to the next. */
export function ascend(answer: string): boolean {
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
