import type { Block, Text } from "../../message.ts";
import type { Action } from "../actions.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { choice } from "./choice.ts";
import { figures } from "./figures.ts";
import type { Answer, QuestionType, Typed } from "./question.ts";
import { text } from "./text.ts";
import { ticks } from "./ticks.ts";

/** A screen with the question type that it belongs to, ready to be put or answered. */
export type Asked = {
  /** `typed` is a form of this screen that was refused. */
  prompt(typed?: Typed): readonly Block<Text>[];
  said(words: string): Answer;
  partly(words: string): Answer | undefined;
  pressed(action: Action, fields: Readonly<Record<string, string>>): Answer | undefined;
};

/** Every kind of screen and the file that knows it. */
export function asked(screen: Screen, situation: Situation): Asked {
  switch (screen.kind) {
    case "ticks":
      return bind(ticks, screen, situation);
    case "figures":
      return bind(figures, screen, situation);
    case "text":
      return bind(text, screen, situation);
    case "choice":
      return bind(choice, screen, situation);
  }
}

function bind<S extends Screen>(type: QuestionType<S>, screen: S, situation: Situation): Asked {
  return {
    prompt: (typed) => type.prompt(screen, situation, typed),
    said: (words) => type.said(screen, words, situation),
    partly: (words) => type.partly?.(screen, words, situation),
    pressed: (action, fields) => type.pressed(screen, action, fields, situation),
  };
}
