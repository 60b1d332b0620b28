import { afterEach, expect, test } from "vitest";
import { caseKey, personKey } from "../../src/core/entry.ts";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

let it: World;
afterEach(() => it.end());

const liaison = "fuzhou-market-liaison";

/** Everything about a matter up to its last step; an open report waits behind it. */
async function begun(): Promise<void> {
  it = await world({ caseFlows: shippedCaseFlows() });
  await it.say(liaison, "填报");
  for (const text of ["重大事项", "查获废旧熔喷布", "闽侯县荆溪镇", "口罩", "重大", "跳过"])
    await it.say(liaison, text);
}
const only = () => {
  const { flows, of } = it.bot.house.cases;
  const [doc, ...more] = flows.flatMap(({ flow }) => of(flow.id));
  expect(more).toEqual([]);
  if (!doc) throw new Error("no case");
  return doc;
};
const kept = async () => {
  const { flow, case: id } = only();
  return [...(await it.store.history(caseKey(flow, id))), ...(await it.store.history(personKey(liaison)))].filter(
    ({ entry }) => entry.by !== "bot",
  );
};

test.each(["said", "pressed"] as const)(
  "a matter's last step that is %s and comes again shows the matter, and changes nothing",
  async (how) => {
    await begun();
    const [send] = (it.sent.findLast(({ to }) => to.id === liaison)?.blocks ?? []).flatMap((block) =>
      block.kind === "choices" ? block.choices : [],
    );
    const step = how === "said" ? ({ kind: how, text: "是" } as const) : { kind: how, action: send?.action ?? "" };
    const again = () => it.act(liaison, step, { id: "last" });
    expect(await again()).toContain("重大事项第1号");
    await it.bot.tick();
    const before = await kept();
    const sent = it.sent.length;
    expect(await again()).toContain("重大事项第1号");
    await it.bot.tick();
    expect(await kept()).toEqual(before);
    expect(it.sent.length).toBe(sent + 1);
    it = await it.restart();
    expect(await again()).toContain("重大事项第1号");
    expect(await kept()).toEqual(before);
  },
);

test("a leader's reply to a matter in the group that comes again shows the matter, and has no effect", async () => {
  await begun();
  await it.say(liaison, "是");
  await it.bot.tick();
  const group = it.sent.findLast(({ to }) => to.id === "leadership");
  const reply = { kind: "said", text: "立即查封", answers: it.messageOf(group) } as const;
  const where = { chat: "leadership", id: "instructed" };
  const first = await it.act("leader-1", reply, where);
  await it.bot.tick();
  const before = await kept();
  expect(await it.act("leader-1", reply, where)).toContain("重大事项第1号");
  expect(first).toContain("重大事项第1号");
  await it.bot.tick();
  expect(await kept()).toEqual(before);
});
