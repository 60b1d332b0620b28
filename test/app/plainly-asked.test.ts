import { afterAll, beforeAll, expect, test } from "vitest";
import { type World, world } from "../world.ts";

let it: World;
beforeAll(async () => {
  it = await world();
  await it.bot.tick();
  await it.say("fuzhou-market-liaison", "口罩 质量违法 立案3");
});
afterAll(() => it.end());

test.each([
  ["fj-coordinator", "谁没报"],
  ["leader-1", "现在还有谁没报？"],
  ["leader-1", "哪些单位还没报"],
  ["leader-1", "who has not reported yet?"],
])("%s who asks %s is told how the units stand", async (person, text) => {
  expect(await it.say(person, text)).toContain("第1期");
});

test("谁没报 may say where", async () => {
  expect(await it.say("leader-1", "福州谁没报")).toContain("福州");
});

test.each([
  "口罩质量违法立案多少",
  "口罩 质量违法 立案有几件？",
  "为什么 口罩 质量违法 立案",
  "为什么口罩质量违法立案这么多？",
])("%s is answered with where the figure comes from", async (text) => {
  expect(await it.say("leader-1", text)).toContain("口罩 · 质量违法 · 立案（件）");
});

test.each(["口罩立案多少", "为什么 口罩 立案"])(
  "%s is answered for the column as 数据来源 answers it",
  async (text) => {
    expect(await it.say("leader-1", text)).toBe(await it.say("leader-1", "数据来源 口罩 立案"));
  },
);

test("多少 of what is no single figure is answered with the summary", async () => {
  expect(await it.say("leader-1", "福州报了多少")).toContain("福州");
});

test("anything else still says what may be used", async () => {
  expect(await it.say("leader-1", "天气不错")).toContain("您不用填报");
});

test("in the group 谁还没报 is no question to a unit", async () => {
  const heard = await it.act("leader-1", { kind: "said", text: "谁还没报", mentioned: true }, { chat: "leadership" });
  expect(heard).not.toContain("没看出问哪个单位");
  expect(heard).toContain("第1期");
});

test.each(["泉州市监怎么还没报？", "为什么泉州市监还没报", "泉州市监没报吗"])(
  "in the group and in private, %s of a unit that has reported is answered with when it did, and how to ask it all the same",
  async (text) => {
    await it.say("quanzhou-market-liaison", "零报告");
    await it.say("quanzhou-market-liaison", "确认");
    const before = it.heard("quanzhou-market-liaison").length;
    const inGroup = await it.act("leader-1", { kind: "said", text, mentioned: true }, { chat: "leadership" });
    for (const said of [inGroup, await it.say("leader-1", text)]) {
      expect(said).toMatch(/泉州市监第1期已在5月\d+日 \d\d:\d\d报送/);
      expect(said).toContain("提问 泉州市监 ……");
    }
    expect(it.heard("quanzhou-market-liaison")).toHaveLength(before);
  },
);

test("in private, why a unit that is still waited for has not reported is asked of it as in the group", async () => {
  expect(await it.say("leader-1", "厦门市监怎么还没报？")).toContain("已转厦门市监，答复会回到这里");
  expect(it.heard("xiamen-market-liaison").at(-1)).toContain("厦门市监怎么还没报？");
});

test("in private, a leader's why-question about a unit's figure is passed on as in the group", async () => {
  expect(await it.say("leader-1", "福州市监口罩质量违法立案为什么这么高？")).toContain("已转福州市监");
});

test("in private, a question to the bot that names a unit is carried to nobody", async () => {
  const before = it.heard("xiamen-market-liaison").length;
  await it.say("fj-coordinator", "厦门市监的电话是什么？");
  expect(it.heard("xiamen-market-liaison")).toHaveLength(before);
});

test.each(["收到", "好", "谢谢", "好的，收到，谢谢！", "OK 👍"])(
  "%s, said to the bot in the group, is no question",
  async (text) => {
    expect(await it.act("leader-1", { kind: "said", text, mentioned: true }, { chat: "leadership" })).toBe("");
  },
);
