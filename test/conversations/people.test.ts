import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { secrets } from "../../src/secrets.ts";
import type { Language } from "../../src/wording/wording.ts";
import { shown } from "../interview/talk.ts";
import { type What, type World, world } from "../world.ts";

/**
 * Golden conversations of several people with the whole bot. A line `> zhang: …` is what somebody does in their own
 * chat, `> zhang in canteen: …` in a group: a text, a [button] of the newest message there that bears it, an event such as (left);
 * `> at …` moves the clock (what falls due meanwhile is left out). <code> is the last code that was handed out. Between them stands all that the bot says,
 * what goes elsewhere after the chat that it goes to. GOLDEN=update writes them anew; read every line before you keep it.
 */
const folder = new URL("people/", import.meta.url);

for (const name of readdirSync(folder).sort())
  test(`people and the bot: ${name.replace(".txt", "")} goes as it is written down`, async () => {
    const golden = readFileSync(new URL(name, folder), "utf8");
    const played = await play(golden);
    if (process.env.GOLDEN === "update") writeFileSync(new URL(name, folder), played);
    else expect(played).toBe(golden);
  });

async function play(script: string): Promise<string> {
  const head = script.split("\n").filter((line) => line.startsWith("# "));
  const language: Language = head.includes("# language: en") ? "en" : "zh-CN";
  let count = 0;
  // Codes that differ from each other and are the same every time.
  const random = (bytes: number) => {
    count += 1;
    return Uint8Array.from({ length: bytes }, (_, index) => (index * 7 + count * 11) % 256);
  };
  const it = await world({ language, secrets: { ...secrets, random } });
  try {
    const turns: string[] = [];
    for (const line of script.split("\n").filter((each) => each.startsWith("> ")))
      turns.push(`${line}\n${await turn(it, line.slice(2))}`.trimEnd());
    return `${head.join("\n")}\n\n${turns.join("\n\n")}\n`;
  } finally {
    await it.end();
  }
}

async function turn(it: World, line: string): Promise<string> {
  const before = it.sent.length;
  const clock = /^at (\S+)$/.exec(line)?.[1];
  if (clock !== undefined) {
    await it.at(clock);
    return "";
  }
  const [, who = "", chat = who, did = ""] = /^(\S+)(?: in (\S+))?: (.*)$/.exec(line) ?? [];
  await it.act(who, what(it, chat, did.replace("<code>", lastCode(it))), { chat });
  await it.bot.idle();
  const sent = it.sent.slice(before).map(({ to, blocks }) => ({ here: to.id === chat, to, text: shown(blocks) }));
  // What others are told goes out beside the answer, before or after it.
  const said = [...sent.filter(({ here }) => here), ...sent.filter(({ here }) => !here)];
  return said.map(({ here, to, text }) => (here ? text : `→ ${to.id}: ${text}`)).join("\n");
}

function what(it: World, chat: string, did: string): What {
  const button = /^\[(.+)\]$/.exec(did)?.[1];
  if (button !== undefined) {
    const choices = it.sent
      .filter(({ to }) => to.id === chat)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "choices" ? block.choices : [])));
    const choice = choices.findLast(({ label }) => label === button);
    if (!choice) throw new Error(`no button ${button} among ${choices.map(({ label }) => label)}`);
    return { kind: "pressed", action: choice.action };
  }
  const moved = /^\(moved to (\S+)\)$/.exec(did)?.[1];
  if (moved !== undefined) return { kind: "moved", to: moved };
  if (did === "(joined)") return { kind: "joined" };
  if (did === "(left)") return { kind: "left" };
  return { kind: "said", text: did };
}

function lastCode(it: World): string {
  const said = it.sent.map(({ blocks }) => shown(blocks)).join("\n");
  return said.match(/[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}/g)?.at(-1) ?? "<code>";
}
