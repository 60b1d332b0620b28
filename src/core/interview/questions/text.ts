import type { Block, Text } from "../../message.ts";
import { actionText } from "../actions.ts";
import { fold } from "../names.ts";
import { withoutName } from "../narrative.ts";
import type { TextScreen } from "../screens.ts";
import { type QuestionType, skip } from "./question.ts";

const bare =
  /^(是|是的|对|对的|好|好的|行|可以|确认|嗯|收到|否|不|不是|不对|不用|yes|yep|y|no|n|ok|okay)[。.!！,，~]{0,3}$/;

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
    // A yes or no answers some other question: nobody reports by it.
    if (bare.test(fold(words)))
      return {
        kind: "refused",
        why: [{ key: "interview-text-bare", args: { question: { label: question.label }, part: words } }],
      };
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
