import JSZip from "jszip";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exportRound } from "../../src/app/summaries/export-round.ts";
import type { Outbound } from "../../src/core/message.ts";
import { exports } from "../../src/exports/index.ts";
import { read } from "../exports/fixture.ts";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

/** The words of a clue that nobody but its parties may ever read. */
const secret = "某网店销售假冒口罩";
const [from, to] = ["fuzhou-market-liaison", "xiamen-police-liaison"];
const parties: readonly string[] = [from, to, "fj-coordinator"];

let it: World;
beforeEach(async () => {
  it = await world({ exports, caseFlows: shippedCaseFlows() });
  for (const words of ["/clue new", secret, "厦门公安", "口罩", "质量", "跳过", "是"]) await it.say(from, words);
  await it.bot.tick();
  for (const words of ["零报告", "是"]) await it.say("fuzhou-commerce-liaison", words);
});
afterEach(() => it.end());

/** Every word of a file: those of all its parts where it is an archive. */
async function wordsOf(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith(".xlsx"))
    return (await read(bytes)).worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join("\n");
  if (!name.endsWith(".docx")) return new TextDecoder().decode(bytes);
  const zip = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(Object.values(zip.files).map((file) => file.async("string")));
  return parts.join("\n");
}

async function told(messages: readonly Outbound[]): Promise<string> {
  const blocks = messages.flatMap((message) => message.blocks);
  const files = blocks.flatMap((block) => (block.kind === "file" ? [block] : []));
  const inside = await Promise.all(files.map(({ name, bytes }) => wordsOf(name, bytes)));
  return [JSON.stringify(blocks, (key, value) => (key === "bytes" ? "" : value)), ...inside].join("\n");
}

const traces = new RegExp(`${secret}|线索`);

test("a clue is told to its parties, so that what follows is no empty promise", async () => {
  for (const person of parties) expect(it.heard(person).join()).toContain(secret);
});

test("nothing of a clue reaches anybody else, in the postings, in the summary at the end, or in any file of them", async () => {
  await it.at("2020-06-24T17:00+08:00");
  const others = it.sent.filter((message) => !parties.includes(message.to.id));
  expect(others.length).toBeGreaterThan(100);
  expect(await told(others)).not.toMatch(traces);
  // A file is passed on: those that the coordinator gets bear nothing of it either.
  const passedOn = it.sent.filter(({ key }) => /^(post|final)\//.test(key));
  expect(passedOn.length).toBeGreaterThan(12);
  expect(await told(passedOn)).not.toMatch(traces);
});

test("no file that is made by hand bears anything of it, in any format, of a round or of the campaign", async () => {
  await it.at("2020-06-24T17:00+08:00");
  for (const name of ["1", "all", "final"]) {
    const made = await exportRound(it.bot.house, name, ["xlsx", "csv", "json", "docx"]);
    if ("problem" in made) throw new Error(JSON.stringify(made.problem));
    expect(made.files).toHaveLength(8);
    for (const file of made.files) expect(await wordsOf(file.name, file.bytes), file.name).not.toMatch(traces);
  }
});

test("whoever is no party and asks is told nothing of it, whatever the command and wherever", async () => {
  const before = it.sent.length;
  for (const person of ["leader-1", "fuzhou-coordinator", "xiamen-market-liaison"])
    for (const text of ["/summary", "/status", "/trend", "/why 口罩 排查", "/people", "/questions"])
      await it.say(person, text);
  for (const text of ["/summary", "/status"]) await it.say("leader-1", text, { chat: "leadership" });
  const said = it.sent.slice(before);
  expect(said.length).toBeGreaterThan(15);
  expect(await told(said.map(withoutOffers))).not.toMatch(new RegExp(secret));
  for (const text of ["/clue", "/clue 1"]) expect(await it.say("xiamen-market-liaison", text)).not.toContain(secret);
});

test("the page shows leaders nothing of it", async () => {
  const view = await it.bot.desk.overview("zh-CN");
  expect(view?.counts.of).toBe(56);
  expect(JSON.stringify(view)).not.toMatch(traces);
});

/** What a person may use is named in help, the clue's command with it. */
function withoutOffers(message: Outbound): Outbound {
  return { ...message, blocks: message.blocks.filter(({ kind }) => kind !== "choices") };
}
