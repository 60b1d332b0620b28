import type { Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { excerpt } from "../excerpt.ts";
import { calledExactly } from "../names.ts";
import type { ChoiceScreen } from "../screens.ts";
import type { Answer, QuestionType } from "./question.ts";

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
    const [option] = calledExactly(text, options);
    if (option) return picked(screen, option.id);
    const names: Text = { join: options.map((each) => ({ label: each.label })), by: { key: "list-comma" } };
    return {
      kind: "refused",
      why: [{ key: "interview-choice-unclear", args: { part: excerpt(text), names } }],
    };
  },

  pressed(screen, action) {
    if (action.verb === "skip" && !screen.question.required) {
      const echo: Text = { key: "interview-skipped", args: { question: { label: screen.question.label } } };
      return { kind: "kept", entries: [{ kind: "skipped", question: screen.id }], echo: [echo] };
    }
    const known = screen.question.options.some((option) => option.id === action.value);
    return action.verb === "pick" && known ? picked(screen, action.value) : undefined;
  },
};

function picked(screen: ChoiceScreen, option: string): Answer {
  const label = screen.question.options.find((each) => each.id === option)?.label ?? {};
  const what: Text = { join: [{ label: screen.question.short ?? screen.question.label }, { label }] };
  return {
    kind: "kept",
    entries: [{ kind: "picked", question: screen.id, option }],
    echo: [{ key: "interview-echo", args: { what } }],
  };
}
