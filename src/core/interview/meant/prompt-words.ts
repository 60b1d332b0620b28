import type { Entry } from "../../entry.ts";
import type { Person, Prompt } from "../../person.ts";

/** Prompts that end in words which wait for an answer: for a class, a place, whether a misspelt row was meant, or whether a narrative goes on with them. */
const waiting = /^((?:which|where|meant|words)\/[^/]*\/)(.+)$/s;

/** Words that wait, and the message that said them or kept them waiting. */
export type Waiting = { readonly message: string; readonly words: string };

/** A prompt as its document keeps it: the words that wait are not in it, but lie beside the entry of this message. */
export function withoutWords(
  prompt: Prompt,
  message: string,
): { readonly prompt: Prompt; readonly aside?: { readonly words: string } } {
  const [, screen, words] = waiting.exec(prompt.screen) ?? [];
  if (screen === undefined || words === undefined) return { prompt };
  return { prompt: { ...prompt, screen, said: message }, aside: { words } };
}

/** The words that the person's prompt waits with, from their history; undefined where there are none, or they were removed. */
export function waitingWords({ prompt }: Person, history: readonly Entry[]): Waiting | undefined {
  const message = prompt?.said;
  const words = history.find(({ id, kind }) => kind === "asked" && id === message)?.aside?.words;
  return message === undefined || words === undefined ? undefined : { message, words };
}

/** The person with the words in the prompt, as it is answered. */
export function withWords(person: Person, waits: Waiting | undefined): Person {
  const { prompt } = person;
  if (!prompt || !waits || prompt.said !== waits.message) return person;
  const { said: _beside, ...rest } = prompt;
  return { ...person, prompt: { ...rest, screen: prompt.screen + waits.words } };
}
