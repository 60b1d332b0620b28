import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";
const deputy = "fuzhou-market-deputy";
let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(async () => {
  await it.end();
});

test("what the liaison could not get kept is left open by the deputy's 其余都是0, in the liaison's words", async () => {
  await it.say(liaison, "填报");
  await it.say(liaison, "呼吸机 排查约30");
  await it.say(deputy, "填报");
  expect(await it.say(deputy, "其余都是0")).toContain("“呼吸机 排查约30”没存，所以呼吸机 排查没记 0");
});
