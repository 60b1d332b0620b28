import { parseAction } from "../../../src/core/interview/actions.ts";
import type { Move, Phones } from "../players.ts";
import { figuresOf, wordsOf } from "../reporting.ts";
import type { Platform } from "./platform/platform.ts";
import type { Message } from "./platform/state.ts";
import { readCard, textOf } from "./platform/view.ts";

/** The phones of a pretend Lark, by open_id. A press is confirmed by the card that answers it, and by nothing else. */
export function phonesOn(platform: Platform): Phones<string, Message> {
  return {
    says: (person, text) => {
      const { id, taken } = platform.says(person, text);
      const confirmed = taken.then((was) => (was ? undefined : new Promise<void>(() => {})));
      return { id, confirmed };
    },
    presses: (person, { id: message }, action, form) => {
      const { id, answer } = platform.press(person, message, action, form);
      const confirmed = answer.then(({ renewed }) => (renewed ? undefined : new Promise<void>(() => {})));
      return { id, confirmed, once: true };
    },
    onSent: (listener) =>
      platform.onSent((message) => {
        const { kind, people } = platform.state.chats.get(message.chat) ?? { kind: "group", people: [] };
        const [person] = people;
        if (kind === "p2p" && person !== undefined) listener(person, message);
      }),
  };
}

/**
 * What the liaison of a number does on seeing a message: ticks masks, gives the figures and the line, keeps what is
 * doubted, sends. Every other one types the figures, the others fill in the form.
 */
export function moveOf(person: number, message: Message): Move {
  const text = textOf(message);
  if (text.includes("已报送")) return { kind: "done" };
  if (message.type !== "interactive") return { kind: "wait" };
  const { buttons, inputs, selects } = readCard(message.content);
  const keys = buttons.map(({ action, submits }) => ({ data: action, submits, action: parseAction(action) }));
  const button = (verb: string) => keys.find(({ action }) => action?.verb === verb);
  const submit = keys.find(({ submits }) => submits);
  const press = (found: (typeof keys)[number] | undefined, form?: Readonly<Record<string, string | string[]>>): Move =>
    found?.action
      ? {
          kind: "press",
          question: `${found.action.verb} ${found.action.screen}`,
          action: found.data,
          ...(form ? { form } : {}),
        }
      : { kind: "wait" };
  const [list] = selects;
  if (list) {
    const none = button("none");
    if (none?.action?.screen.includes(".")) return press(none);
    const masks = list.options.filter(({ text: { content } }) => content.includes("口罩"));
    return press(submit, { [list.name]: masks.map(({ value }) => value) });
  }
  if (button("keep")) return press(button("keep"));
  if (inputs.length > 0 && submit?.action) {
    const figures = figuresOf(person, inputs.length).map(String);
    if (person % 2 === 0) return { kind: "say", question: submit.action.screen, text: figures.join(" ") };
    return press(submit, Object.fromEntries(inputs.map(({ name }, index) => [name, figures[index] ?? ""])));
  }
  if (button("yes")) return press(button("yes"));
  if (/工作开展情况/.test(text)) return { kind: "say", question: "work", text: wordsOf(person) };
  return { kind: "wait" };
}
