import type { Block, Choice, Text } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import type { Action } from "../actions.ts";
import type { Refused } from "../refused/tried.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";

/** Leaving out a question that may be left out. */
export const skip = /^(跳过|略过|不填|skip)$/;

/** What came of an answer to a screen. */
export type Answer =
  /** Entries to keep and the echo, with ways back to press; `stay` where the screen goes on (a tick), shown again in place. */
  | {
      readonly kind: "kept";
      readonly entries: readonly ReportEntry[];
      readonly echo: readonly Text[];
      readonly choices?: readonly Choice<Text>[];
      readonly stay?: boolean;
      /** Lines of earlier messages, not kept, of which the echo speaks. */
      readonly told?: readonly string[];
    }
  /** Not understood, or contradictory: nothing changes; what was wrong, and ways out to press. */
  | {
      readonly kind: "refused";
      readonly why: readonly Text[];
      readonly choices?: readonly Choice<Text>[];
      /** A form that was refused, to be shown with what was typed and what is wrong with it. */
      readonly typed?: Typed;
      /** The figures that were given. */
      readonly refused?: readonly Refused[];
    };

/** A form as it was sent: by field what was typed, and what is wrong with it. */
export type Typed = {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, Text>>;
};

/** A kind of screen: one file each, listed in `questions/index.ts`. */
export type QuestionType<S extends Screen> = {
  /** The question as blocks: heading, what to send, buttons or a form. */
  prompt(screen: S, situation: Situation, typed?: Typed): readonly Block<Text>[];
  said(screen: S, text: string, situation: Situation): Answer;
  /** What is an answer all the same in a text that was refused, and that means nothing elsewhere. */
  partly?(screen: S, text: string, situation: Situation): Answer | undefined;
  /** Undefined where the action is not one of this screen's. */
  pressed(
    screen: S,
    action: Action,
    fields: Readonly<Record<string, string>>,
    situation: Situation,
  ): Answer | undefined;
};
