import { afterEach, beforeEach, expect, test } from "vitest";
import type { Roster } from "../../src/core/roster.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster, type World, world } from "../world.ts";

const liaison = "fuzhou-commerce-liaison";
const head = "fuzhou-commerce-head";
const signed = { ...flowFrom("flows/epidemic-supplies-weekly.yaml"), sign_off: true };

/** The example roster with a head in one unit. */
function withHead(): Roster {
  const roster = exampleRoster();
  const member = { id: head, name: "福州市商务局局长", role: "head", unit: "fuzhou-commerce", addresses: {} } as const;
  return { ...roster, people: [...roster.people, member] };
}

let it: World;
beforeEach(async () => {
  it = await world({ flows: [signed], roster: withHead() });
});
afterEach(() => it.end());

const status = async () => (await it.bot.desk.report("2020-05-21", "fuzhou-commerce"))?.status;
/** What somebody says or presses, and what goes beside the answer, are done. */
const settled = async (answer: Promise<string>) => {
  const said = await answer;
  await it.bot.idle();
  return said;
};
const say = (who: string, text: string) => settled(it.say(who, text));
const press = (who: string, label: string) => settled(it.press(who, label));
const zero = async () => {
  await say(liaison, "零报告");
  return say(liaison, "是");
};

test("a report goes to the unit's head, and counts once the head has approved it", async () => {
  expect(await zero()).toContain("已送福州市商务局局长审核，审核通过才算报送");
  expect(await status()).toBe("awaiting");
  expect(it.heard(head).at(-1)).toContain("福州市商务局联络员请您审核：");
  expect(await say("fj-coordinator", "进度")).toContain("已报 0/56");
  expect(await press(head, "同意报送")).toContain("已同意，福州市商务局报送完成");
  expect(await status()).toBe("submitted");
  expect(it.heard(liaison).at(-1)).toContain("福州市商务局局长已同意");
  expect(await say(head, "同意")).toContain("没有等您审核的报表");
});

test("a report that is sent back is a draft again, says what to mend, and comes back", async () => {
  await zero();
  expect(await press(head, "退回修改")).toContain("请写明要改什么");
  expect(await say(head, "退回修改 工作情况写具体些")).toContain("已退回福州市商务局修改");
  expect(await status()).toBe("draft");
  expect(it.heard(liaison).at(-1)).toContain("福州市商务局局长退回修改：工作情况写具体些");
  expect(await say(liaison, "核对")).toContain("退回修改：工作情况写具体些");
  await say(liaison, "改 工作情况 走访企业3家。");
  await say(liaison, "提交");
  await say(liaison, "提交");
  expect(await status()).toBe("awaiting");
  expect(await say(head, "同意")).toContain("报送完成");
});

test("what changed since the head looked has to be looked at again", async () => {
  await zero();
  await say(liaison, "改 工作情况 走访企业3家。");
  const old = it.sent.filter(({ to }) => to.id === head).at(0);
  const choices = (old?.blocks ?? []).flatMap((block) => (block.kind === "choices" ? block.choices : []));
  const [approve] = choices;
  expect(await it.act(head, { kind: "pressed", action: approve?.action ?? "" })).toContain("请看最新的再确认");
  expect(await status()).toBe("awaiting");
  expect(await press(head, "同意报送")).toContain("报送完成");
});

test("the nag goes to whoever holds it up: the liaison, then the head, then nobody", async () => {
  const nagged = () =>
    it.sent
      .filter(({ key, to }) => key.includes("/fuzhou-commerce/") && key.startsWith("remind/") && to.id !== "x")
      .map(({ key, to }) => `${key.split("/").at(-1)} ${to.id}`);
  await it.at("2020-05-20T17:00+08:00");
  await zero();
  await it.at("2020-05-21T16:00+08:00");
  expect(nagged()).toEqual([`0-opening ${liaison}`, `1-before ${liaison}`, `2-before ${head}`]);
  await say(head, "同意");
  await it.at("2020-05-22T09:00+08:00");
  expect(nagged()).toHaveLength(3);
});

test("not approved by the deadline it is missing, and approved after it makes version 2 as late", async () => {
  await zero();
  await it.at("2020-05-21T17:20+08:00");
  expect(it.heard("leadership")[0]).toContain("已报 0/56");
  await say(head, "审核");
  await press(head, "同意");
  await it.at("2020-05-21T17:25+08:00");
  expect(it.heard("leadership")[1]).toContain("补报：福州市商务局");
});

test("a correction waits for the head too, and what was approved counts until then", async () => {
  await zero();
  await say(head, "同意");
  await it.at("2020-05-21T17:20+08:00");
  await say(liaison, "改 工作情况 走访企业3家。");
  expect(await say(liaison, "漏报了走访")).toContain("审核");
  await it.at("2020-05-21T17:40+08:00");
  expect(it.heard("leadership")).toHaveLength(1);
  await press(head, "同意");
  await it.at("2020-05-21T17:50+08:00");
  expect(it.heard("leadership")[1]).toContain("更正：福州市商务局 文字或附件");
});

test("a button approves the report that it stands below, whatever was shown since", async () => {
  await zero();
  const card = () => it.sent.filter(({ to }) => to.id === head).flatMap(({ blocks }) => blocks);
  const buttons = () => card().flatMap((block) => (block.kind === "choices" ? block.choices : []));
  const [first] = buttons();
  await it.at("2020-05-25T09:00+08:00");
  await zero();
  expect(await it.act(head, { kind: "pressed", action: first?.action ?? "" })).toContain("报送完成");
  expect(await status()).toBe("submitted");
  expect((await it.bot.desk.report("2020-05-28", "fuzhou-commerce"))?.status).toBe("awaiting");
  const back = buttons().findLast(({ label }) => label === "退回修改");
  expect(await it.act(head, { kind: "pressed", action: back?.action ?? "" })).toContain("请写明要改什么");
  await say(head, "退回修改 写具体些");
  expect((await it.bot.desk.report("2020-05-28", "fuzhou-commerce"))?.status).toBe("draft");
  expect(await status()).toBe("submitted");
  expect(await it.act(head, { kind: "pressed", action: "cmd:approve:xx/2020-05-21:3" })).toContain("请看最新的");
});

test("a report that waits for approval is in no table, neither of the round nor of the rounds so far", async () => {
  for (const words of ["口罩 企业排查 12 2 1", "其余都是0", "工作情况：走访企业3家。", "提交", "提交"])
    await say("fuzhou-commerce-liaison", words);
  expect(await status()).toBe("awaiting");
  expect(await say("fj-coordinator", "汇总 累计 福州商务")).not.toContain("12");
});

test("a unit without a head needs no approval, and a flow that asks for none has nothing to sign", async () => {
  await say("fuzhou-market-liaison", "零报告");
  await say("fuzhou-market-liaison", "是");
  expect((await it.bot.desk.report("2020-05-21", "fuzhou-market"))?.status).toBe("submitted");
  await it.end();
  it = await world({ roster: withHead() });
  expect(await say(head, "审核")).toContain("不用审核");
  expect(await zero()).toContain("已报送");
  expect(await status()).toBe("submitted");
});

test("the head is told of the rest by a coordinator's press alone", async () => {
  await it.at("2020-05-21T16:00+08:00");
  expect(it.heard(head)).toEqual([]);
});
