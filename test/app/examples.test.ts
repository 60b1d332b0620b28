import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { loadRoster } from "../../src/core/roster-load.ts";
import { flowFrom } from "../interview/talk.ts";
import { type World, world } from "../world.ts";

let it: World | undefined;
afterEach(() => it?.end());

test("examples name what the person is asked and the unit they are of", async () => {
  it = await world();
  expect(await it.say("xiamen-market-liaison", "修改记录 面包")).toContain("修改记录 口罩 生产企业排查 排查");
  expect(await it.say("xiamen-coordinator", "催报 面包")).toContain("催报 厦门");
  expect(await it.say("fj-coordinator", "邀请")).toContain("邀请 省市监");
});

test("a campaign of school meals never speaks of another campaign's supplies", async () => {
  const text = readFileSync(new URL("../flows/school-meals-roster.yaml", import.meta.url), "utf8");
  const loaded = loadRoster(text);
  if (!("roster" in loaded)) throw new Error("the roster has problems");
  it = await world({ flows: [flowFrom("test/flows/school-meals.yaml")], roster: loaded.roster, language: "en" });
  const coordinator = loaded.roster.people.find(({ role }) => role === "coordinator");
  const help = await it.say(coordinator?.id ?? "", "/help");
  expect(help).toContain("/why Breakfast Pupils");
  expect(help).not.toMatch(/Mask|Fuzhou/);
});
