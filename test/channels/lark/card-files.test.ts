import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { costOf } from "../../../src/channels/lark/card/budget.ts";
import { cardsOf } from "../../../src/channels/lark/card/card.ts";
import { nothingFilled } from "../../../src/core/cells.ts";
import { parseAction } from "../../../src/core/interview/actions.ts";
import type { Block } from "../../../src/core/message.ts";
import { realFlow, talk } from "../../interview/talk.ts";
import { larkBot, openIdOf } from "./bot.ts";
import { checkCard } from "./platform/card-check.ts";

/**
 * The card of every screen of the real campaign, with its longest labels, as files to look at (the platform's card
 * builder shows them). GOLDEN=update writes them anew.
 */
const folder = new URL("../../payloads/lark/cards/", import.meta.url);
const flow = realFlow();

type Shown = readonly (readonly [string, readonly Block<string>[]])[];

/** A whole report of a department, everything ticked and nothing zero: each kind of screen once, then the review. */
function reportOf(department: string, language: "zh-CN" | "en"): Shown {
  const past = [{ number: 1, zero: false, cells: nothingFilled }];
  const person = talk(flow, department, language, past);
  const shown = new Map<string, readonly Block<string>[]>();
  person.command("report");
  for (let steps = 0; steps < 90; steps += 1) {
    const blocks = person.blocks();
    const form = blocks.find((block) => block.kind === "inputs");
    const list = blocks.find((block) => block.kind === "choices" && block.together);
    const screen = form?.kind === "inputs" ? parseAction(form.action)?.screen : undefined;
    const [heading] = blocks.filter(({ kind }) => kind === "heading");
    const title = heading?.kind === "heading" ? heading.text : "";
    if (form?.kind === "inputs") {
      shown.set(`figures-${screen?.split(".")[1]}`, blocks);
      if (!shown.has("figures-wrong")) {
        person.form(Object.fromEntries(form.inputs.map(({ name }) => [name, "约1200"])));
        shown.set("figures-wrong", person.blocks());
      }
      person.form(Object.fromEntries(form.inputs.map(({ name }, index) => [name, index === 0 ? "1204" : "12"])));
    } else if (list) {
      shown.set(title.includes(" · ") ? "ticks-groups" : "ticks-rows", blocks);
      person.say(language === "en" ? "all" : "全部");
    } else if (person.buttons().some(({ action }) => parseAction(action)?.verb === "keep")) {
      shown.set("doubt", blocks);
      person.say("以前的案件本周才结，已与台账核对");
    } else if (person.buttons().some(({ action }) => parseAction(action)?.screen === "review")) {
      shown.set("review", blocks);
      person.press(person.buttons()[0]?.label ?? "");
      shown.set("receipt", person.blocks());
      return [...shown];
    } else {
      shown.set(`words-${person.person().prompt?.screen}`, blocks);
      person.say("检查生产企业1204家，责令整改12家，".repeat(20));
    }
  }
  throw new Error(`${department} never came to a receipt`);
}

const departments = ["market-regulation", "customs", "public-security"] as const;

test.each([...departments.map((department) => [department, "zh-CN"] as const), ["market-regulation", "en"] as const])(
  "every screen of %s in %s is a card within the limits, as it is written down",
  (department, language) => {
    for (const [name, blocks] of reportOf(department, language))
      for (const [index, card] of (cardsOf(blocks, "ou_liaison", () => undefined) ?? []).entries())
        keep(`${department}-${language}-${name}${index === 0 ? "" : `-${index + 1}`}`, card);
  },
);

test("what the bot says by itself and to the leaders is cards within the limits", async () => {
  const it = await larkBot({
    groups: [{ id: "oc_leaders", kind: "group", people: [openIdOf("leader-1")], bot: true }],
  });
  const keeper = openIdOf("fj-coordinator");
  const liaison = openIdOf("fuzhou-market-liaison");
  const newest = (chat: string) => {
    const { content } = it.newest(chat);
    return JSON.parse(content);
  };
  keep("opening", newest(it.platform.state.p2p(liaison).id));
  for (const [name, words] of [
    ["help", "帮助"],
    ["status", "进度"],
    ["people", "人员"],
  ] as const) {
    await it.say(keeper, words);
    keep(`coordinator-${name}`, newest(it.platform.state.p2p(keeper).id));
  }
  await it.say(liaison, "零报告");
  keep("zero", newest(it.platform.state.p2p(liaison).id));
  await it.press(liaison, "是");
  keep("zero-receipt", newest(it.platform.state.p2p(liaison).id));
  await it.platform.says(keeper, "设为领导群", { chat: "oc_leaders", mention: true }).taken;
  for (const words of ["填报", "口罩、呼吸机", "12 2 1", "8 10 1", "质量违法", "3 2 1.5 0 3 24"])
    await it.say(openIdOf("xiamen-market-liaison"), words);
  await it.at("2020-05-21T17:00+08:00");
  const posting = it.platform.state.messages.find(
    ({ chat, content }) => chat === "oc_leaders" && content.includes("第1版"),
  );
  keep("posting", JSON.parse(posting?.content ?? "{}"));
  expect([...it.platform.state.unknown]).toEqual([]);
  await it.end();
}, 60_000);

/** Checks a card as the platform does, and holds it against its file. */
function keep(name: string, card: NonNullable<ReturnType<typeof cardsOf>>[number]): void {
  const content = JSON.stringify(card);
  expect([name, checkCard(content, new Set())]).toEqual([name, { unknown: [] }]);
  expect([name, Buffer.byteLength(content) <= 26_000, costOf(card.body.elements).elements <= 200]).toEqual([
    name,
    true,
    true,
  ]);
  const path = new URL(`${name}.json`, folder);
  const written = `${JSON.stringify(card, undefined, 1)}\n`;
  if (process.env.GOLDEN === "update") {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, written);
  } else expect(written).toBe(readFileSync(path, "utf8"));
}

test("no card is left over from a screen that is not there any more", () => {
  expect(readdirSync(folder).length).toBeGreaterThan(30);
});
