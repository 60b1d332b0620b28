import { insideWord } from "../../interview/reading/column-names.ts";
import { excerpt } from "../../interview/reading/excerpt.ts";
import { calledExactly, fold, namesOf } from "../../interview/reading/names.ts";
import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

/** One option out of several, pressed or named. */
export const choice: FieldType<FieldOf<"choice">> = {
  prompt: ({ options }, { button }) => [
    { kind: "choices", choices: options.map(({ id, label }) => ({ label: { label }, action: button(id) })) },
  ],
  said: ({ options }, said) => {
    const option = calledExactly(said, options)[0] ?? namedIn(fold(said), options);
    if (option) return { kind: "answer", answer: { kind: "option", option: option.id } };
    const names = { join: options.map(({ label }) => ({ label })), by: { key: "list-comma" } };
    return refused("interview-choice-unclear", { part: excerpt(said), names });
  },
  pressed: ({ options }, value) =>
    options.some(({ id }) => id === value) ? { kind: "option", option: value } : undefined,
};

type Option = FieldOf<"choice">["options"][number];

/** The one option that words speak of with more beside it, N95口罩; none where they name several, or say that it is not. */
function namedIn(words: string, options: readonly Option[]): Option | undefined {
  const hits = options.flatMap((option) => {
    const name = namesOf(option).find((each) => standsIn(words, each));
    return name === undefined ? [] : [{ option, name }];
  });
  const longest = hits.reduce((best, { name }) => (name.length > best.length ? name : best), "");
  // Grave within Very grave is no second name; of two that do not lie in each other neither is meant alone.
  const [only, another] = hits.every(({ name }) => longest.includes(name))
    ? hits.filter(({ name }) => name === longest)
    : [];
  const denied = /[不没非未]|\b(?:not|no)\b/.test(words.replace(longest, " "));
  return another || denied ? undefined : only?.option;
}

function standsIn(words: string, name: string): boolean {
  const at = words.indexOf(name);
  return at >= 0 && !insideWord(words, at, name.length);
}
