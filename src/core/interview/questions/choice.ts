import type { Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { excerpt } from "../reading/excerpt.ts";
import { calledExactly, fold } from "../reading/names.ts";
import { withoutName } from "../reading/narrative.ts";
import type { ChoiceScreen } from "../screens.ts";
import { type Answer, type QuestionType, skip } from "./question.ts";

/** One option out of several, pressed or named. */
export const choice: QuestionType<ChoiceScreen> = {
  prompt({ id, question }, { flow, round }) {
    const options = question.options.map((option) => ({
      label: { label: option.label },
      action: actionText("pick", flow, round.round, id, option.id),
    }));
    const skip = { label: { key: "interview-skip" }, action: actionText("skip", flow, round.round, id) };
    return [
      { kind: "heading", text: { label: question.label } },
      { kind: "text", text: { label: question.ask } },
      { kind: "choices", choices: question.required ? options : [...options, skip] },
    ];
  },

  said(screen, text) {
    const options = screen.question.options.map((option) => ({ ...option, aliases: [] }));
    // The question's name may stand in front, as forms print it: Kitchen: closed.
    const words = withoutName(text, screen.question);
    const [option] = calledExactly(words, options);
    if (option) return picked(screen, option.id);
    if (skip.test(fold(words)) && !screen.question.required) return skipped(screen);
    const names: Text = { join: options.map((each) => ({ label: each.label })), by: { key: "list-comma" } };
    return {
      kind: "refused",
      why: [{ key: "interview-choice-unclear", args: { part: excerpt(text), names } }],
    };
  },

  pressed(screen, action) {
    if (action.verb === "skip" && !screen.question.required) return skipped(screen);
    const known = screen.question.options.some((option) => option.id === action.value);
    return action.verb === "pick" && known ? picked(screen, action.value) : undefined;
  },
};

function skipped({ id, question }: ChoiceScreen): Answer {
  const echo: Text = { key: "interview-skipped", args: { question: { label: question.label } } };
  return { kind: "kept", entries: [{ kind: "skipped", question: id }], echo: [echo] };
}

function picked(screen: ChoiceScreen, option: string): Answer {
  const label = screen.question.options.find((each) => each.id === option)?.label ?? {};
  const what: Text = { join: [{ label: screen.question.short ?? screen.question.label }, { label }] };
  return {
    kind: "kept",
    entries: [{ kind: "picked", question: screen.id, option }],
    echo: [{ key: "interview-echo", args: { what } }],
  };
}
