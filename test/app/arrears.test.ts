import { afterEach, expect, test } from "vitest";
import { arrears } from "../../src/app/deliveries/arrears.ts";
import { shippedCaseFlows } from "../cases/play.ts";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";

let it: World;
afterEach(() => it.end());

test("an urgent matter that does not get through is owed until it does, and so is a question to a unit", async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
  it.answerWith(({ to, key }) => (to.id === "leadership" ? { kind: "unknown" } : { kind: "sent", id: key }));
  for (const text of ["重大事项", "查获废旧熔喷布", "闽侯县荆溪镇", "口罩", "重大", "跳过"])
    await it.say(liaison, text);
  await it.press(liaison, "已知悉");
  await it.bot.tick();
  expect(await arrears(it.bot.house)).toMatchObject({ count: 1 });
  it.answerWith(({ to, key }) => (to.id === liaison ? { kind: "unknown" } : { kind: "sent", id: key }));
  await it.say("leader-1", "提问 福州市监 口罩罚没为什么这么高");
  expect(await arrears(it.bot.house)).toMatchObject({ count: 2 });
  it.answerWith(({ key }) => ({ kind: "sent", id: key }));
  await it.at("2020-05-19T09:10+08:00");
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
});
