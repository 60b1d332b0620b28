import { parseAction } from "../../../src/core/interview/actions.ts";
import type { Shown } from "./loopback/chats.ts";
import type { Move } from "./players.ts";

/** What each person reports: figures of their own on the screens that they tick, and a line of their own. */
export const figuresOf = (person: number, count = 3): readonly number[] => Array(count).fill((person % 40) + 10);
export const wordsOf = (person: number) => `走访企业 ${person} 家`;

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

/** Of several instances' liaisons every third goes through the screens; the others have nothing new, and say so. */
export const reportsNothing = (person: number): boolean => person % 3 !== 0;

/** Whether the bot says of a message that it may stand there twice. */
export const isMarked = ({ text }: Pick<Shown, "text">): boolean => text.startsWith("（重发");
/** Whether a message is a reminder that a round opened, is nearly due or is over. */
export const isReminder = ({ text }: Pick<Shown, "text">): boolean =>
  /填报开始|截止）|您单位记为未报/.test(text.split("\n").slice(0, 2).join(""));
