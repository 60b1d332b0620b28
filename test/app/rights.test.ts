import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command } from "../../src/app/commands/command.ts";
import { commands } from "../../src/app/commands/index.ts";
import { type Place, places, verdict } from "../../src/app/rights.ts";
import { roles } from "../../src/core/roster.ts";
import { languages, wordingOf } from "../../src/wording/wording.ts";
import { exampleRoster, type World, world } from "../world.ts";

/** Every command × every role × every place, asked of a running bot; `rights.txt` is the table to read. */
const golden = new URL("rights.txt", import.meta.url);
const standings = [...roles, "stranger"] as const;
type Standing = (typeof standings)[number];
const who: Readonly<Record<Standing, string>> = {
  liaison: "fuzhou-market-liaison",
  deputy: "fuzhou-market-deputy",
  head: "fuzhou-market-head",
  leader: "leader-1",
  "city-coordinator": "fuzhou-coordinator",
  coordinator: "fj-coordinator",
  stranger: "nobody",
};
const short: Readonly<Record<Place, string>> = {
  "own-chat": "own",
  "leadership-group": "leaders",
  "other-group": "group",
};

let it: World;
beforeAll(async () => {
  const roster = exampleRoster();
  const head = {
    id: who.head,
    name: "福州市市场监督管理局局长",
    role: "head",
    unit: "fuzhou-market",
    addresses: {},
  } as const;
  it = await world({ roster: { ...roster, people: [...roster.people, head] } });
});
afterAll(() => it.end());

const words = wordingOf("zh-CN");
/** What the bot makes of it: done (or answered in its own words), refused for the role, for the place, or kept silent. */
async function outcome(command: Command, standing: Standing, place: Place): Promise<string> {
  // A stranger who says much is no longer answered: every command comes from another.
  const person = standing === "stranger" ? `${who.stranger}-${command.name}` : who[standing];
  const chat = { "own-chat": person, "leadership-group": "leadership", "other-group": "canteen" }[place];
  const said = await it.say(person, `/${command.name} 7KQM-2XHD-9RTA`, { chat });
  const name = `“${command.word}”`;
  if (said === words.word("trouble")) throw new Error(`${command.name} failed; ${it.log.at(-1)}`);
  if (said === "") return "silent";
  if (said === words.word("stranger")) return "stranger";
  if (said === words.word(`elsewhere-${place}`, { command: command.word })) return "elsewhere";
  if (said.startsWith(`${name}由`) && said.includes("使用。您可以用：")) return "not-yours";
  return "granted";
}

test.each(standings)("the bot does for a %s in each place what the table says, and nothing else", async (standing) => {
  const differing: string[] = [];
  for (const command of commands)
    for (const place of places) {
      const right = verdict(command.rights, standing, place);
      const refused = place === "own-chat" ? "stranger" : "silent";
      const expected = standing === "stranger" && right !== "granted" ? refused : right;
      const became = await outcome(command, standing, place);
      if (became !== expected) differing.push(`${command.name} in ${place}: ${became} instead of ${expected}`);
      // What a claim moved is put back.
      if (command.name === "claim" && became === "granted")
        await it.say(who.coordinator, "/claim", { chat: "leadership" });
    }
  expect(differing).toEqual([]);
});

test.each(roles)("a %s has a word for one and for all of them, in every language", (role) => {
  for (const language of languages)
    for (const key of [`post-${role}`, `role-${role}`, `help-${role}`])
      expect(wordingOf(language).word(key)).not.toBe(key);
});

test("the table is as it was read and accepted", () => {
  const head = ["command", ...standings];
  const rows = commands.map((command) => [
    command.name,
    ...standings.map((standing) => {
      const granted = places.filter((place) => verdict(command.rights, standing, place) === "granted");
      return granted.map((place) => short[place]).join(" ") || "-";
    }),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const table = [
    "Where who may use what: own = own chat, leaders = leadership group, group = any other group, - = nowhere.",
    "",
    line(head),
    ...rows.map(line),
    "",
  ].join("\n");
  if (process.env.GOLDEN === "update") writeFileSync(golden, table);
  else expect(table).toBe(readFileSync(golden, "utf8"));
});
