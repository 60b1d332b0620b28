import { createHash } from "node:crypto";
import type { Cells } from "../../../src/core/cells.ts";
import { askedOf, type Flow, type Place } from "../../../src/core/flow/flow.ts";
import { parseAction } from "../../../src/core/interview/actions.ts";
import { chances } from "./platform/faults.ts";
import type { Platform } from "./platform/platform.ts";
import { readCard } from "./platform/view.ts";

/** A liaison on the platform, who answers what the newest card asks until there is a receipt. */
export type Liaison = {
  readonly openId: string;
  readonly department: string;
  /** By which way figures are given. */
  readonly types: boolean;
  readonly chance: () => number;
};

/** What came of it: the cells as they were given, and how many steps it took. */
export type Played = { readonly given: Cells; readonly steps: number };

/** How long a person waits for an answer before they look again and press once more, in milliseconds. */
const PATIENCE = 6_000;
const MOST_STEPS = 200;

export async function play(platform: Platform, flow: Flow, liaison: Liaison, stepped: () => void): Promise<Played> {
  const { openId, department, types, chance } = liaison;
  const chat = platform.state.p2p(openId).id;
  const places = askedOf(flow, department);
  const given: Record<string, number> = {};
  const questions = flow.questions.flatMap((question) =>
    question.type === "text" ? [question.label["zh-CN"] ?? ""] : [],
  );
  const newest = () =>
    platform.state.messages.findLast(
      ({ chat: at, from, type }) => at === chat && from === "bot" && type === "interactive",
    );
  const soon = async (changed: Promise<unknown>): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([changed, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)))]);
    clearTimeout(timer);
  };
  const say = async (text: string) => {
    const changed = platform.next(chat);
    await platform.says(openId, text).taken;
    stepped();
    await soon(changed);
  };

  await say("填报");
  for (let steps = 1; steps < MOST_STEPS; steps += 1) {
    const card = newest();
    if (!card) {
      await say("填报");
      continue;
    }
    const { text, buttons, inputs, selects } = readCard(card.content);
    if (text.includes("已报送")) return { given, steps };
    const press = async (action: string, form?: Record<string, string | readonly string[]>) => {
      const changed = platform.next(chat);
      const { answered } = await platform.presses(openId, card.id, action, form);
      // A press that got lost is pressed again; one that was answered with nothing brings its answer later.
      if (!answered) return new Promise<void>((resolve) => setTimeout(resolve, 1_000));
      stepped();
      return soon(changed);
    };
    const verb = (wanted: string) => buttons.find(({ action }) => parseAction(action)?.verb === wanted)?.action;
    const [list] = selects;
    const submit = buttons.find(({ submits }) => submits)?.action ?? "";
    if (list) {
      const ticked = list.options.filter((_, index) => index === 0 || chance() < 0.15).map(({ value }) => value);
      await press(submit, { [list.name]: ticked });
    } else if (inputs.length > 0) {
      const screen = parseAction(submit)?.screen ?? "";
      const figures = inputs.map(({ name }) => figureFor(places, screen, name.replace(/^f\d+_/, ""), openId));
      for (const { place, value } of figures) given[place.id] = value;
      if (types) await say(figures.map(({ value }) => value).join(" "));
      else
        await press(submit, Object.fromEntries(inputs.map(({ name }, index) => [name, String(figures[index]?.value)])));
    } else {
      const action = verb("yes") ?? verb("keep") ?? verb("skip") ?? verb("pick");
      const asksForWords = questions.some((label) => text.startsWith(label));
      if (action) await press(action);
      // A reminder or a sentence stands newest: the question is shown again by asking for it.
      else await say(asksForWords ? "检查生产企业，未见异常。" : "填报");
    }
  }
  throw new Error(`${openId} never came to a receipt; the last was\n${readCard(newest()?.content ?? "{}").text}`);
}

/** A figure that no check stops or doubts, the same however often it is asked: the first of a group is the largest. */
function figureFor(places: readonly Place[], screen: string, column: string, openId: string) {
  const place = places.find(({ row, group, column: { id } }) => `${row.id}.${group.id}` === screen && id === column);
  if (!place) throw new Error(`no place for ${screen}.${column}`);
  const chance = chances(
    createHash("sha256")
      .update(openId + place.id)
      .digest()
      .readUInt32BE(0),
  );
  const siblings = places.filter(({ row, group }) => row === place.row && group === place.group);
  const rank = siblings.indexOf(place);
  const value = rank === 0 ? 12 + Math.floor(chance() * 8) : Math.floor(chance() * 3) + (rank === 1 ? 8 : 1);
  return { place, value };
}
