import { readFileSync } from "node:fs";
import type { Case } from "../../src/core/case.ts";
import type { CaseFlow } from "../../src/core/cases/case-flow.ts";
import { loadCaseFlow } from "../../src/core/cases/load.ts";
import type { Choice, Outbound } from "../../src/core/message.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";

/** A case flow file of the repository; throws with its problems where it has any. */
export function caseFlowFrom(path: string): CaseFlow {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const loaded = loadCaseFlow(text, path);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems, undefined, 1));
  return loaded.flow;
}

/** The three case flows that come with the campaign. */
export const shippedCaseFlows = (): readonly CaseFlow[] =>
  ["urgent-matter", "problem-ledger", "clue-transfer"].map((name) => caseFlowFrom(`flows/${name}.yaml`));

/** A script with everything that was said beside it, and the cases that came of it with their whole way. */
export type Played = { readonly text: string; readonly cases: readonly Case[] };

/**
 * Plays a script of several people and writes everything that was said beside it. A line `person> text` is what a person
 * does in their own chat, `person@group> text` in a group; `[button]` presses one of the last message there, `(name)`
 * sends a photo, `(name) text` one with words under it, `^text` replies to the chat's last message of the bot; `at <instant>` moves the clock.
 */
export async function play(script: string): Promise<Played> {
  const head = script.split("\n").filter((line) => line.startsWith("# "));
  const lines = script.split("\n").filter((line) => /^\S+> |^at /.test(line));
  const english = head.some((line) => line === "# language: en");
  const played = await world({ caseFlows: shippedCaseFlows(), ...(english ? { language: "en" } : {}) });
  await played.bot.tick();
  const turns: string[] = [];
  let cases: readonly Case[] = [];
  try {
    for (const line of lines) {
      const before = played.sent.length;
      await step(played, line);
      await played.bot.tick();
      const said = played.sent.slice(before).filter(({ key }) => /^(tell|nag)\/|\/reply\//.test(key));
      turns.push([line, ...said.map(heard)].join("\n"));
    }
    const { cases: docket } = played.bot.house;
    cases = docket.flows.flatMap(({ flow }) => docket.of(flow.id));
  } finally {
    await played.end();
  }
  return { text: `${head.join("\n")}\n\n${turns.join("\n\n")}\n`, cases };
}

function heard(message: Outbound): string {
  return `  -> ${message.to.id}\n${shown(message.blocks).replace(/^/gm, "     ")}`;
}

async function step(played: World, line: string): Promise<void> {
  const moved = /^at (\S+)$/.exec(line)?.[1];
  if (moved) return played.at(moved);
  const [, person = "", group, words = ""] = /^([\w-]+)(?:@([\w-]+))?> (.*)$/.exec(line) ?? [];
  const chat = group ?? person;
  const last = played.sent.filter(({ to }) => to.id === chat).at(-1);
  const button = /^\[(.+)\]$/.exec(words)?.[1];
  const [, photo, text] = /^\(([^)]+)\)(?: (.+))?$/.exec(words) ?? [];
  const where = group === undefined ? {} : { chat: group };
  if (button !== undefined) {
    const called = ({ label }: Choice<string>) => label.startsWith(button);
    const bearer = played.sent.findLast(({ to, blocks }) => to.id === chat && blocks.flatMap(choicesOf).some(called));
    const action = bearer?.blocks.flatMap(choicesOf).find(called)?.action;
    if (!action) throw new Error(`no button ${button} in ${chat}`);
    await played.act(person, { kind: "pressed", action, on: played.messageOf(bearer) }, where);
  } else if (photo !== undefined) {
    const bytes = async () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
    const caption = text === undefined ? {} : { caption: { text } };
    await played.act(person, { kind: "sent-file", name: photo, size: 4, ...caption, bytes }, where);
  } else if (words.startsWith("^")) {
    const answers = played.messageOf(last);
    await played.act(person, { kind: "said", text: words.slice(1), answers }, where);
  } else await played.say(person, words, where);
}

const choicesOf = (block: Outbound["blocks"][number]): readonly Choice<string>[] =>
  block.kind === "choices" ? block.choices : [];
