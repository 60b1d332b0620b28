import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

const liaison = "fuzhou-market-liaison";
let it: World;
beforeEach(async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  await it.bot.tick();
});
afterEach(() => it.end());

/** An urgent matter that is at the question for its product. */
async function begun(): Promise<void> {
  await it.say(liaison, "重大事项");
  await it.say(liaison, "仓库起火");
  await it.say(liaison, "闽侯县荆溪镇");
}

test.each(["核对", "改 2", "填报", "提交", "review"])(
  "%s in the middle of an urgent matter says that it is still open",
  async (word) => {
    await begun();
    expect(await it.say(liaison, word)).toContain("⚠ 重大事项还没有提交，写好的都留着\n[接着办重大事项]");
    expect(await it.press(liaison, "接着办重大事项")).toContain("涉及哪类物资？");
    expect(await it.say(liaison, "口罩")).toContain("有多严重？");
  },
);

test("what leaves the matter standing says nothing of the kind", async () => {
  await begun();
  expect(await it.say(liaison, "进度")).not.toContain("还没有提交");
});

test("an option may be named with more beside it, but not denied, nor two at once", async () => {
  await begun();
  for (const words of ["不是口罩", "口罩和防护服"]) expect(await it.say(liaison, words)).toContain("没看懂");
  expect(await it.say(liaison, "N95口罩")).toContain("有多严重？");
});

test("words below the whole of a matter are said not to be kept", async () => {
  await begun();
  for (const words of ["口罩", "重大", "跳过"]) await it.say(liaison, words);
  expect(await it.say(liaison, "补充：已控制")).toContain("“补充：已控制”没有存");
});
