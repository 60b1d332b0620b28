import type { Block, Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { fold } from "../names.ts";
import { withoutName } from "../narrative.ts";
import type { TextScreen } from "../screens.ts";
import { type QuestionType, skip } from "./question.ts";

/** A narrative answer: the next message, whole; an optional one is skipped explicitly. */
export const text: QuestionType<TextScreen> = {
  prompt({ id, question }, { flow, round }) {
    const blocks: Block<Text>[] = [
      { kind: "heading", text: { label: question.label } },
      {
        kind: "text",
        text: { label: question.ask },
        example: question.example ? { label: question.example } : { key: "interview-text-example" },
      },
    ];
    if (!question.required)
      blocks.push({
        kind: "choices",
        choices: [{ label: { key: "interview-skip" }, action: actionText("skip", flow, round.round, id) }],
      });
    return blocks;
  },

  said({ id, question }, said) {
    // People write the question's name in front, as forms print it: it is no part of the answer.
    const words = withoutName(said, question);
    if (skip.test(fold(words))) {
      if (question.required)
        return {
          kind: "refused",
          why: [{ key: "interview-text-required", args: { question: { label: question.label } } }],
        };
      return skipped(id, question.label);
    }
    // A row of figures is an answer to another question that came late, never a narrative.
    if (!/\p{L}/u.test(words))
      return { kind: "refused", why: [{ key: "interview-text-words", args: { question: { label: question.label } } }] };
    if ([...words].length > question.max)
      return {
        kind: "refused",
        why: [{ key: "interview-text-long", args: { length: [...words].length, max: question.max } }],
      };
    const what: Text = {
      key: "interview-text-kept",
      args: { question: { label: question.short ?? question.label }, length: [...words].length },
    };
    return {
      kind: "kept",
      entries: [{ kind: "wrote", question: id, text: words }],
      echo: [{ key: "interview-echo", args: { what } }],
    };
  },

  pressed({ id, question }, action) {
    return action.verb === "skip" && !question.required ? skipped(id, question.label) : undefined;
  },
};

function skipped(id: string, label: { readonly [language: string]: string }) {
  const echo: Text = { key: "interview-skipped", args: { question: { label } } };
  return { kind: "kept" as const, entries: [{ kind: "skipped" as const, question: id }], echo: [echo] };
}
