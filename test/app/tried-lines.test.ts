import { afterEach, expect, test, vi } from "vitest";
import { forgetPerson } from "../../src/person.ts";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";

let it: World;
afterEach(() => it.end());

test("a report's history is read once for the words of what was refused, not with each answer after", async () => {
  it = await world();
  await it.say(liaison, "口罩 排查约30");
  const read = vi.spyOn(it.store, "history");
  for (const line of ["口罩 监督抽查 8 10 1", "防护服 排查3 不合格0 整改0", "呼吸机 排查4 不合格0 整改0"])
    await it.say(liaison, line);
  expect(read.mock.calls.length).toBeLessThanOrEqual(1);
  expect(await it.say(liaison, "其余都是0")).toContain("“口罩 排查约30”没存");
});

test("what was removed on request is not quoted from memory", async () => {
  it = await world();
  await it.say(liaison, "口罩 排查约30");
  await it.say(liaison, "防护服 排查3 不合格0 整改0");
  await forgetPerson(it.bot.house, it.store, liaison);
  const told = await it.say(liaison, "其余都是0");
  expect(told).toContain("“之前写的数”没存");
  expect(told).not.toContain("约30");
});
