import { parseAction } from "../../../src/core/interview/actions.ts";
import type { Move, Phones } from "../players.ts";
import { figuresOf, wordsOf } from "../reporting.ts";
import type { Shown } from "./loopback/chats.ts";
import type { Loopback } from "./loopback/server.ts";

/** The phones of a pretend Telegram; a press bears another id than the messages of its chat. */
export function phonesOn(platform: Loopback): Phones<number, Shown> {
  return {
    says: (person, text) => platform.says(person, text),
    presses: (person, { id: message }, action) => {
      const { id, confirmed } = platform.presses(person, person, message, action);
      return { id: `c${id}`, confirmed };
    },
    onSent: platform.onSent,
  };
}

/** What a liaison does on seeing a message: ticks masks, gives the figures and the line, keeps what is doubted, sends. */
export function moveOf(person: number, { buttons, text }: Shown): Move {
  const keys = buttons.flat().map(({ callback_data: data = "" }) => ({ data, action: parseAction(data) }));
  const button = (verb: string) => keys.find(({ action }) => action?.verb === verb);
  const press = (found: ReturnType<typeof button>): Move =>
    found?.action
      ? { kind: "press", question: `${found.action.verb} ${found.action.screen}`, action: found.data }
      : { kind: "wait" };
  if (text.includes("已报送")) return { kind: "done" };
  const tick = button("tick");
  const none = button("none");
  if (none?.action && tick?.action?.screen.includes(".")) return press(none);
  if (tick?.action) return { kind: "say", question: tick.action.screen, text: "口罩" };
  if (button("keep")) return press(button("keep"));
  const zeros = button("zeros");
  if (zeros?.action) {
    const count = ["一", "两", "三"].indexOf(/回(.)个数/.exec(text)?.[1] ?? "三") + 1;
    return { kind: "say", question: zeros.action.screen, text: figuresOf(person, count).join(" ") };
  }
  if (button("yes")) return press(button("yes"));
  if (/工作开展情况/.test(text)) return { kind: "say", question: "work", text: wordsOf(person) };
  return { kind: "wait" };
}
