import { askedOf, type Flow, type Place } from "../../core/flow/flow.ts";
import { parseAction } from "../../core/interview/actions.ts";
import type { Block } from "../../core/message.ts";
import type { Chance } from "./chance.ts";
import type { Truth } from "./truth.ts";

/** What a made-up liaison does next. */
export type Move =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "press"; readonly action: string; readonly fields?: Readonly<Record<string, string>> }
  | { readonly kind: "stop" };

/** How a liaison comes by the report this round. */
const habits = ["early", "nudged", "last-hour", "late", "silent", "zero"] as const;
export type Habit = (typeof habits)[number];

/** Six in ten report in good time; the others are why a bot reminds. */
export function habitOf(chance: Chance): Habit {
  const roll = chance.next();
  if (roll < 0.5) return "early";
  if (roll < 0.7) return "nudged";
  if (roll < 0.8) return "last-hour";
  if (roll < 0.86) return "late";
  if (roll < 0.92) return "silent";
  return "zero";
}

/**
 * Answers a message of the bot as a person would who knows the truth: the buttons and forms say what is asked.
 * `slip` makes the first try an unreadable one. Stops at a receipt and at anything that asks for nothing.
 */
export function answerTo(
  blocks: readonly Block<string>[],
  flow: Flow,
  department: string,
  truth: Truth,
  chance: Chance,
  slip: boolean,
): Move {
  const places = askedOf(flow, department);
  const form = blocks.find((block) => block.kind === "inputs");
  if (form) {
    const screen = parseAction(form.action)?.screen;
    const asked = places.filter(
      (place) =>
        `${place.row.id}.${place.group.id}` === screen && form.inputs.some(({ name }) => name === place.column.id),
    );
    return slip ? { kind: "say", text: unreadable(asked, chance) } : figures(asked, form.action, truth, chance);
  }
  const actions = blocks
    .flatMap((block) => (block.kind === "choices" ? block.choices : []))
    .map((choice) => ({ ...choice, parsed: parseAction(choice.action) }));
  const press = (verb: string) => actions.find((each) => each.parsed?.verb === verb);
  if (press("tick"))
    return ticking(
      actions.map((each) => each.action),
      places,
      truth,
    );
  const why = actions.find(({ parsed }) => parsed?.verb === "say" && parsed.screen.startsWith("reason-"));
  if (why) return { kind: "press", action: why.action };
  const keep = press("keep");
  if (keep)
    return chance.happens(0.5) ? { kind: "press", action: keep.action } : { kind: "say", text: "以前的案件，已核对" };
  const yes = press("yes");
  if (yes) return { kind: "press", action: yes.action };
  const skip = press("skip");
  if (skip && chance.happens(0.7)) return { kind: "press", action: skip.action };
  const pick = press("pick");
  if (pick) return { kind: "press", action: pick.action };
  const questions = flow.questions.flatMap((question) =>
    question.type === "text" ? Object.values(question.label) : [],
  );
  const asksForWords = blocks.some((block) => block.kind === "heading" && questions.includes(block.text));
  return asksForWords ? { kind: "say", text: words(chance) } : { kind: "stop" };
}

function figures(asked: readonly Place[], action: string, truth: Truth, chance: Chance): Move {
  const values = asked.map((place) => truth[place.id] ?? 0);
  const names = asked.map((place) => place.column.short["zh-CN"] ?? place.column.id);
  switch (chance.oneOf(["order", "order", "names", "form"])) {
    case "order":
      return { kind: "say", text: values.join(chance.oneOf([" ", "，", "、", "/", "  "])) };
    case "names": {
      const named = names.flatMap((name, index) => (values[index] === 0 ? [] : [`${name}${values[index]}`]));
      return { kind: "say", text: named.length > 0 ? `${named.join("，")} 其余0` : "都是0" };
    }
    case "form": {
      const fields = Object.fromEntries(asked.map((place, index) => [place.column.id, String(values[index])]));
      return { kind: "press", action, fields };
    }
  }
}

function unreadable(asked: readonly Place[], chance: Chance): string {
  return chance.oneOf([
    `约${chance.whole(2, 40)}`,
    "稍等，我问一下",
    Array(asked.length + 1)
      .fill("3")
      .join(" "),
  ]);
}

/** Closes a ticking screen with one press that names the whole choice, as a card does. */
function ticking(actions: readonly string[], places: readonly Place[], truth: Truth): Move {
  const worked = actions.flatMap((text) => {
    const action = parseAction(text);
    if (action?.verb !== "tick") return [];
    const row = action.screen.split(".").length > 1 ? action.screen.split(".")[0] : undefined;
    const mine = places.filter((place) =>
      row === undefined ? place.row.id === action.value : place.row.id === row && place.group.id === action.value,
    );
    return mine.some((place) => truth[place.id] !== 0) ? [action.value] : [];
  });
  const end = actions.find((text) => parseAction(text)?.verb === (worked.length > 0 ? "done" : "none"));
  if (end === undefined) return { kind: "stop" };
  return worked.length > 0
    ? { kind: "press", action: end, fields: { chosen: worked.join(",") } }
    : { kind: "press", action: end };
}

function words(chance: Chance): string {
  return `开展检查${chance.whole(2, 40)}次，发出整改通知${chance.whole(0, 9)}份，+约谈企业${chance.whole(0, 9)}家。`;
}
