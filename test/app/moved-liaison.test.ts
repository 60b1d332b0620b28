import { afterEach, beforeEach, expect, test } from "vitest";
import { exampleRoster, type World, world } from "../world.ts";

const liaison = "fuzhou-commerce-liaison";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

test("what was asked for one unit is not answered for another that the liaison was moved to", async () => {
  expect(await it.say(liaison, "零报告")).toContain("福州市商务局");
  const roster = exampleRoster();
  const people = roster.people.map((each) => (each.id === liaison ? { ...each, unit: "putian-commerce" } : each));
  it = await it.restart({ roster: { ...roster, people } });
  await it.say(liaison, "是");
  expect((await it.bot.desk.report("2020-05-21", "putian-commerce"))?.status).toBe("none");
});
