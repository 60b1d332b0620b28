import { afterEach, expect, test } from "vitest";
import { send } from "../../src/app/speak.ts";
import { showsAll } from "../../src/channels/channel.ts";
import type { Sent } from "../../src/core/message.ts";
import { HOUR } from "../../src/core/time.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";

let it: World;
afterEach(() => it.end());

/** The first line of a posting that arrived at the last of some moments; what became of it at those before. */
async function postedAt(last: string, ...before: readonly (readonly [string, Sent])[]): Promise<string> {
  // As Lark, which knows a repeat by its key for an hour.
  it = await world({ channel: { can: { ...showsAll, tellsRepeats: HOUR } } });
  for (const [at, became] of before) {
    it.answerWith(({ key }) => (key.startsWith("post/") ? became : { kind: "sent", id: key }));
    await it.at(at);
  }
  it.answerWith(({ key }) => ({ kind: "sent", id: key }));
  await it.at(last);
  const posting = it.sent.find(({ key, to }) => key.startsWith("post/") && to.id === "leadership");
  return shown(posting?.blocks ?? []).split("\n")[0] ?? "";
}

const inDoubt = ["2020-05-21T17:00+08:00", { kind: "unknown" }] as const;
const heldBack = ["2020-05-21T17:05+08:00", { kind: "retry", after: HOUR }] as const;

test("a repeat that the platform still knows by its key does not say that it may stand there twice", async () => {
  expect(await postedAt("2020-05-21T17:06+08:00", inDoubt)).toMatch(/^第1期情况表/);
});

test("a repeat that comes too late to be known says so", async () => {
  expect(await postedAt("2020-05-21T18:30+08:00", inDoubt, heldBack)).toContain("重发");
});

test("what was only asked to wait certainly stands nowhere, however late it comes", async () => {
  expect(await postedAt("2020-05-21T18:30+08:00", heldBack)).toMatch(/^第1期情况表/);
});

const begun = ["2020-05-21T17:00+08:00", { kind: "retry", after: HOUR, begun: true }] as const;

test("what stands there in part and had to wait is no repeat while the platform knows it by its key", async () => {
  expect(await postedAt("2020-05-21T17:50+08:00", ["2020-05-21T17:00+08:00", { ...begun[1], after: 60_000 }])).toMatch(
    /^第1期情况表/,
  );
});

test("what stands there in part and had to wait for longer than the platform knows it says so", async () => {
  expect(await postedAt("2020-05-21T18:30+08:00", begun)).toContain("重发");
});

test("a clock that was put back takes no mark off where the platform knows no repeats", async () => {
  it = await world({ channel: { can: { ...showsAll, tellsRepeats: 0 } } });
  const to = { channel: "simulator", id: "leader-1" };
  const speech = { key: "k", to, language: "zh-CN", blocks: [{ kind: "text", text: "第1版" }] } as const;
  await send(it.bot.house, { ...speech, inDoubt: it.bot.now() + HOUR });
  await send(it.bot.house, speech);
  const own = it.sent.filter(({ key }) => key === "k");
  expect(own.map(({ marked, blocks }) => [marked, shown(blocks).includes("重发")])).toEqual([
    [true, true],
    [undefined, false],
  ]);
});
