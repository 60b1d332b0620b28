import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filledFrom } from "../../src/core/cells.ts";
import type { Past } from "../../src/core/interview/situation.ts";
import { flowFrom, talk } from "../interview/talk.ts";

/**
 * Golden conversations: each .txt is its own script. Lines that begin with `> ` are what the person does (a text, a
 * /command, a [button], a {form a=1}, a (file.xlsx) with its cells); what stands between is what the bot answers. GOLDEN=update writes them anew;
 * read every line before you keep it.
 */
const folder = new URL("./", import.meta.url);
const commands = ["report", "zero", "review", "submit", "fix", "back", "withdraw"] as const;

for (const name of readdirSync(folder)
  .filter((each) => each.endsWith(".txt"))
  .sort()) {
  test(`the conversation ${name.replace(".txt", "")} goes as it is written down`, () => {
    const golden = readFileSync(new URL(name, folder), "utf8");
    const played = play(golden);
    if (process.env.GOLDEN === "update") writeFileSync(new URL(name, folder), played);
    else expect(played).toBe(golden);
  });
}

/** Plays the inputs of a script and writes the whole conversation down. */
function play(script: string): string {
  const head = script.split("\n").filter((line) => line.startsWith("# "));
  const given = (key: string) => head.find((line) => line.startsWith(`# ${key}: `))?.slice(key.length + 4);
  const flow = flowFrom(given("flow") ?? "flows/epidemic-supplies-weekly.yaml");
  const past = (given("past") ?? "").split(";").flatMap(pastRound);
  const person = talk(flow, given("department") ?? "", given("language") === "en" ? "en" : "zh-CN", past);
  const lines = script.split("\n").filter((line) => line.startsWith("> "));
  const turns = lines.map(
    (line) => `${line}\n${act(person, line.slice(2).replaceAll("\\n", "\n").replaceAll("\\t", "\t"))}`,
  );
  return `${head.join("\n")}\n\n${turns.join("\n\n")}\n`;
}

/** `mask.screening.screened=30 …`: what a round before reported; every other cell was 0. */
function pastRound(cells: string, index: number): Past {
  if (cells.trim() === "") return [];
  const figures = cells
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split("=", 2));
  return [
    {
      number: index + 1,
      zero: false,
      cells: filledFrom(Object.fromEntries(figures.map(([id, value]) => [id, Number(value)]))),
    },
  ];
}

function act(person: ReturnType<typeof talk>, input: string): string {
  const command = /^\/(\w+)(?:\s+(.*))?$/s.exec(input);
  const known = commands.find((each) => each === command?.[1]);
  if (known) return person.command(known, command?.[2] ?? "");
  const button = /^\[(.+)\]$/.exec(input)?.[1];
  if (button) return person.press(button);
  const form = /^\{(.*)\}$/.exec(input)?.[1];
  if (form !== undefined) return person.form(Object.fromEntries(form.split(/\s+/).map((pair) => pair.split("=", 2))));
  const file = /^\((\S+\.xlsx)\) (.*)$/s.exec(input);
  if (file) return person.upload(file[1] ?? "", file[2] ?? "");
  return person.say(input);
}
