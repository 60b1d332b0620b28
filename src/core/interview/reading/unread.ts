import type { Place } from "../../flow/flow.ts";
import type { Choice, Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import type { FiguresScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { excerpt } from "./excerpt.ts";
import type { FiguresRead } from "./figures-read.ts";
import { likeliestMissing } from "./likeliest.ts";
import type { Refusal } from "./quantity.ts";

type Unread = Exclude<FiguresRead, { kind: "figures" }>;

/** Whether all of a message was refused, or one line of several: only of the former is it true that nothing was kept. */
type Of = "message" | "line";

/** Why an answer to a screen was not understood, in sentences, with ways out to press where there are any. */
export function whyUnread(
  screen: FiguresScreen,
  read: Unread,
  situation: Situation,
  of: Of = "message",
): { readonly why: readonly Text[]; readonly choices?: readonly Choice<Text>[] } {
  switch (read.kind) {
    case "refused": {
      const part = excerpt(read.part);
      const column: Text = read.place ? { label: read.place.column.short } : "";
      // A figure was given, under a name that is none here: an example of bare figures would be no answer to that.
      const told: Text =
        read.why === "not-a-figure" && /\d/.test(read.part) && /\p{L}/u.test(read.part)
          ? { key: "interview-refused-names", args: { part, ...namedExample(screen.places) } }
          : { key: `interview-refused-${read.why}`, args: { part, column, example: exampleOf(screen.places) } };
      const rest: Text = { key: leavesAll.includes(read.why) ? "interview-nothing-else" : "interview-nothing-kept" };
      return { why: [of === "line" ? told : { join: [told, rest], by: { key: "list-stop" } }] };
    }
    case "count": {
      const { got, asked } = read;
      const args = { asked: asked.length, got: got.length, parts: excerpt(got.join(" ")) };
      const likely = likeliestMissing(got, asked, situation);
      const names: Text = { join: asked.map((place) => ({ label: place.column.short })) };
      return {
        why: [
          { key: "interview-count", args },
          ...(likely.length > 0
            ? [
                {
                  key: "interview-count-likeliest",
                  args: {
                    columns: {
                      join: likely.map((place) => ({ label: place.column.short })),
                      by: { key: likely.length === asked.length - got.length ? "list-and" : "list-either" },
                    },
                  },
                },
              ]
            : []),
          ...(got.length === 1 && got[0] === "0" ? [{ key: "interview-count-zero" }] : []),
          { key: "interview-count-names", args: { names } },
          ...nothingKept(of),
        ],
      };
    }
    case "either": {
      const { flow, round } = situation;
      const choices = read.ways.map((way) => ({
        label: { join: way.split(" "), by: { key: "list-and" } },
        action: actionText("say", flow, round.round, screen.id, way),
      }));
      return {
        why: [
          {
            key: "interview-either",
            args: { ways: { join: choices.map((choice) => choice.label), by: { key: "list-or" } } },
          },
        ],
        choices,
      };
    }
    case "twice":
      return {
        why: [{ key: "interview-twice", args: { column: { label: read.place.column.short } } }, ...nothingKept(of)],
      };
  }
}

/** What was refused for these is told as leaving alone what stands. */
const leavesAll: readonly Refusal[] = ["not-a-figure", "about"];

function nothingKept(of: Of): readonly Text[] {
  return of === "line" ? [] : [{ key: "interview-nothing-kept" }];
}

/** The names that fit, and an answer written with them. */
export function namedExample(places: readonly Place[]): { readonly names: Text; readonly example: Text } {
  const names = places.map(({ column }): Text => ({ label: column.short }));
  const figures = exampleOf(places).split(" ");
  return {
    names: { join: names, by: { key: "list-comma" } },
    example: {
      join: names.map((name, index): Text => ({ key: "figure", args: { name, figure: figures[index] ?? "" } })),
    },
  };
}

/** Figures that fill an example, by position; amounts show that decimals may be written. */
const samples = [12, 2, 1, 3, 0, 24, 5, 8];

/** What an answer could look like, by position. */
export function exampleOf(places: readonly Place[]): string {
  return places
    .map((place, index) => (place.column.kind === "amount" ? "1.5" : String(samples[index % samples.length])))
    .join(" ");
}
