import { afterEach, expect, test } from "vitest";
import { showsAll } from "../../src/channels/channel.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

let it: World;
afterEach(() => it.end());

const liaison = "fuzhou-market-liaison";

async function reportMatter(): Promise<void> {
  for (const text of ["重大事项", "查获废旧熔喷布", "闽侯县荆溪镇", "口罩", "重大", "跳过"])
    await it.say(liaison, text);
  await it.press(liaison, "已知悉");
}

test("a case message that may have arrived already is sent again as a repeat", async () => {
  it = await world({ caseFlows: shippedCaseFlows(), channel: { can: { ...showsAll, tellsRepeats: 0 } } });
  it.answerWith(({ to }) =>
    to.id === "leadership" ? { kind: "unknown" } : { kind: "sent", id: `b${it.sent.length}` },
  );
  await reportMatter();
  await it.bot.tick();
  it.answerWith(() => ({ kind: "sent", id: `b${it.sent.length}` }));
  await it.at("2020-05-19T09:05+08:00");

  const told = it.sent.filter(({ to, key }) => to.id === "leadership" && key.startsWith("tell/"));
  expect(told.map(({ blocks }) => shown(blocks).split("\n")[0])).toEqual([expect.stringContaining("重发")]);
});

test("what a liaison cannot be told goes to the deputy", async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  await reportMatter();
  await it.bot.tick();
  await it.act(liaison, { kind: "left" });
  const group = it.sent.findLast(({ to }) => to.id === "leadership");
  await it.act(
    "leader-1",
    { kind: "said", text: "立即查封，两天内报结果", answers: it.messageOf(group) },
    { chat: "leadership" },
  );
  await it.bot.tick();

  expect(it.heard("fuzhou-market-deputy").at(-1)).toContain("立即查封，两天内报结果");
});

test("who hears of a matter only by its reminder sees the photo too, and whoever knows it is not sent it again", async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  for (const text of ["重大事项", "仓库起火", "闽侯县荆溪镇", "口罩", "重大"]) await it.say(liaison, text);
  const bytes = async () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
  await it.act(liaison, { kind: "sent-file", name: "现场.jpg", size: 4, bytes });
  await it.press(liaison, "已知悉");
  await it.bot.tick();
  await it.at("2020-05-19T10:01+08:00");

  const seen = (who: string) =>
    it.sent
      .filter(({ to, key }) => to.id === who && /^(tell|nag)\//.test(key))
      .map(({ blocks }) => blocks.flatMap((block) => (block.kind === "picture" ? [block.name] : [])));
  expect(seen("leadership")[0]).toEqual(["现场.jpg"]);
  expect(seen("leadership").slice(1).flat()).toEqual([]);
  expect(seen("leader-1")[0]).toEqual(["现场.jpg"]);
});

test("who opens no matters and sees none is told that none are theirs to see, and not that there are none", async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  expect(await it.say("fuzhou-coordinator", "重大事项")).toContain("您管的单位还没有");
  await reportMatter();
  expect(await it.say("fuzhou-coordinator", "重大事项")).toContain("在办 1 件");
});

test.each(["收到", "好的，谢谢！"])(
  "%s in reply to a matter, in the group or in private, is nobody's instruction",
  async (text) => {
    it = await world({ caseFlows: shippedCaseFlows() });
    await reportMatter();
    await it.bot.tick();
    const group = it.sent.findLast(({ to }) => to.id === "leadership");
    const before = it.heard(liaison).length;
    const said = { kind: "said", text, answers: it.messageOf(group) } as const;
    expect(await it.act("leader-1", said, { chat: "leadership" })).toBe("");
    await it.bot.tick();
    expect(it.heard(liaison)).toHaveLength(before);
    expect(it.heard("leadership").join("\n")).not.toContain("批示：");
  },
);
