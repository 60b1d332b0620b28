import { afterEach, beforeEach, expect, test } from "vitest";
import { uuidOf } from "../../../src/channels/lark/key.ts";
import type { Outbound } from "../../../src/core/message.ts";
import { type Fault, noFaults } from "./platform/faults.ts";
import { ana, group, type LarkWorld, larkWorld } from "./world.ts";

let world: LarkWorld;
beforeEach(async () => {
  world = await larkWorld();
});
afterEach(() => world.close());

const to = { channel: "lark", id: ana.openId };
const message = (key: string, more: Partial<Outbound> = {}): Outbound => ({
  key,
  to,
  blocks: [{ kind: "text", text: "第1期填报开始" }],
  ...more,
});
const messages = () => world.platform.state.messages.filter(({ from }) => from === "bot");

/** These faults, one a call, then none; `of` one interface alone. */
function failing(of: string, ...faults: readonly Fault[]) {
  const left = [...faults];
  world.platform.fail({ ...noFaults, call: (api) => (api === of ? left.shift() : undefined) });
}

test.each([
  ["asked to wait", "429"],
  ["refused by a fault of the platform", "500"],
  ["taken, and the answer was a fault", "500-taken"],
  ["taken, and the line was cut", "cut-taken"],
] as const)("a message that was %s is sent again under the same mark, and stands there once", async (_, fault) => {
  failing("message.create", fault, fault);
  const sent = await world.channel.send(to, message("k"));
  expect(sent).toMatchObject({ kind: "sent" });
  expect(messages().map(({ id }) => ({ kind: "sent", id }))).toEqual([sent]);
});

test("what stays in doubt is said to be, and its repeat is not shown twice", async () => {
  failing("message.create", ...Array<Fault>(6).fill("500-taken"));
  expect(await world.channel.send(to, message("k"))).toEqual({ kind: "unknown" });
  world.platform.fail(noFaults);
  expect(await world.channel.send(to, message("k", { repeat: true }))).toMatchObject({ kind: "sent" });
  expect(messages()).toHaveLength(1);
}, 20_000);

test("marks fit the platform and differ by chat, message and part", () => {
  const chats = [ana.openId, group.id];
  const marks = chats.flatMap((chat) =>
    ["a", "b"].flatMap((key) => [uuidOf(chat, key, "card-0"), uuidOf(chat, key, "file-0")]),
  );
  expect(new Set(marks).size).toBe(8);
  for (const mark of marks) expect(mark).toMatch(/^[\w-]{1,50}$/);
});

test("a token that is not valid any more is fetched anew", async () => {
  await world.channel.send(to, message("a"));
  world.platform.forgetTokens();
  expect(await world.channel.send(to, message("b"))).toMatchObject({ kind: "sent" });
});

test("a chat that is sent more at once than the platform allows gets all of it, once", async () => {
  const words = Array.from({ length: 12 }, (_, index) => `${index}`);
  const sent = await Promise.all(
    words.map((text) => world.channel.send(to, message(text, { blocks: [{ kind: "text", text }] }))),
  );
  expect(sent.every(({ kind }) => kind === "sent")).toBe(true);
  expect(messages()).toHaveLength(12);
});

test("a group that the bot is not in refuses, with the platform's code", async () => {
  world.platform.state.chats.set(group.id, { ...group, bot: false });
  const there = { channel: "lark", id: group.id };
  expect(await world.channel.send(there, message("g", { to: there }))).toEqual({
    kind: "refused",
    why: "lark-230002",
    gone: true,
  });
});

test("a message may be pressed on its reader; where that is not allowed it arrives all the same", async () => {
  await world.channel.send(to, message("urgent", { urgent: true }));
  expect(messages().at(-1)?.urgent).toEqual([ana.openId]);
  world.platform.configure({ scopes: [] });
  expect(await world.channel.send(to, message("urgent-too", { urgent: true }))).toMatchObject({ kind: "sent" });
  expect(world.log.join("\n")).toContain("lark-not-urgent");
});

test("a file that goes to many is uploaded once", async () => {
  const bytes = new Uint8Array([0x50, 0x4b, 3, 4]);
  const blocks = [{ kind: "file", name: "情况表.xlsx", bytes } as const];
  for (const key of ["a", "b", "c"]) await world.channel.send(to, message(key, { blocks }));
  expect(world.platform.state.files.size).toBe(1);
  expect(messages()).toHaveLength(3);
});

test("an upload that the platform refuses is left out with a logged reason; the words arrive", async () => {
  const empty = [
    { kind: "text", text: "附件" } as const,
    { kind: "file", name: "空.xlsx", bytes: new Uint8Array() } as const,
  ];
  expect(await world.channel.send(to, message("empty", { blocks: empty }))).toMatchObject({ kind: "sent" });
  expect(world.log.join("\n")).toContain("lark-upload-refused");
});

test("neither secrets nor words of people come into the log, whatever fails", async () => {
  await world.start();
  failing("message.create", "429", "500", "cut-taken");
  await world.channel.send(to, message("k"));
  world.platform.forgetTokens();
  await world.channel.send({ channel: "lark", id: "ou_nobody" }, message("n"));
  world.platform.breakOff();
  const log = world.log.join("\n");
  expect(log).not.toBe("");
  for (const secret of [world.platform.app.secret, "第1期填报开始", "Bearer", "ticket", "t-0"])
    expect(log).not.toContain(secret);
});

test("somebody whom the roster knows by staff number or e-mail address is written to before they ever wrote", async () => {
  for (const id of ["A0017", "ana@example.org"])
    expect(await world.channel.send({ channel: "lark", id }, message(id))).toMatchObject({ kind: "sent" });
  expect(messages().every(({ chat }) => chat === world.platform.state.p2p(ana.openId).id)).toBe(true);
});

test("whoever waits for an answer does not wait until the reminders' minute is over", async () => {
  await world.close();
  world = await larkWorld({ limits: { perMinute: 3 } });
  await world.start();
  const ben = { channel: "lark", id: "ou_ben" };
  for (const key of ["1", "2", "3"]) await world.channel.send(ben, message(key, { to: ben }));
  const said = world.platform.says(ana.openId, "进度");
  await said.taken;
  expect(await world.channel.send(to, message("answer", { reactsTo: said.id }))).toMatchObject({ kind: "sent" });
  // A reply has a minute of its own.
  expect(messages().at(-1)).toMatchObject({ parent: said.id });
});

test("where other instances have used the minute up, whoever waits for an answer gets it as a reply", async () => {
  await world.close();
  world = await larkWorld({ rates: { perSecond: 50, perMinute: 3 } });
  await world.start();
  const ben = { channel: "lark", id: "ou_ben" };
  // This instance reckons with a thousand: what is refused it only knows once it is.
  for (const key of ["1", "2", "3"]) await world.channel.send(ben, message(key, { to: ben }));
  const said = world.platform.says(ana.openId, "进度");
  await said.taken;
  for (const key of ["first", "second"])
    expect(await world.channel.send(to, message(key, { reactsTo: said.id }))).toMatchObject({ kind: "sent" });
  expect(messages().slice(-2)).toMatchObject([{ parent: said.id }, { parent: said.id }]);
  expect(world.platform.flooded()).toBe(1);
});

test("other names of a person are asked of the address book, as far as it may be read", async () => {
  expect(await world.channel.aliases?.(to)).toEqual(["A0017", "+8613800000001", "13800000001", "ana@example.org"]);
  world.platform.configure({ scopes: ["contact:user.base:readonly"] });
  expect(await world.channel.aliases?.({ channel: "lark", id: "ou_ben" })).toEqual([]);
});

test("the platform is trusted to know a repeat for less than the hour that it says", () => {
  expect(world.channel.can.tellsRepeats).toBeGreaterThan(30 * 60_000);
  expect(world.channel.can.tellsRepeats).toBeLessThan(60 * 60_000);
});

/** Takes one new message, and asks to wait for every other. */
function putOffAllButTheFirst(): void {
  let calls = 0;
  world.platform.fail({
    ...noFaults,
    call: (api) => {
      if (api === "message.create") calls += 1;
      return api === "message.create" && calls > 1 ? "429" : undefined;
    },
  });
}

test("a message whose words arrived and whose file was put off is begun, and waits as long as the platform asks", async () => {
  const blocks = [
    { kind: "text", text: "附件" } as const,
    { kind: "file", name: "表.xlsx", bytes: new Uint8Array([0x50, 0x4b, 3, 4]) } as const,
  ];
  putOffAllButTheFirst();
  const put = await world.channel.send(to, message("half", { blocks }));
  expect(put).toEqual({ kind: "retry", after: expect.any(Number), begun: true });
  world.platform.fail(noFaults);
  expect(await world.channel.send(to, message("half", { blocks }))).toMatchObject({ kind: "sent" });
  expect(messages()).toHaveLength(2);
}, 20_000);

test("a message of several cards whose second is put off is begun, and each stands there once in the end", async () => {
  const blocks = Array.from({ length: 12 }, (_, index) => ({ kind: "text", text: `${index}`.repeat(3_000) }) as const);
  putOffAllButTheFirst();
  const put = await world.channel.send(to, message("cards", { blocks }));
  expect(put).toEqual({ kind: "retry", after: expect.any(Number), begun: true });
  expect(messages()).toHaveLength(1);
  world.platform.fail(noFaults);
  expect(await world.channel.send(to, message("cards", { blocks }))).toMatchObject({ kind: "sent" });
  const contents = messages().map(({ content }) => content);
  expect(contents.length).toBeGreaterThan(1);
  expect(new Set(contents).size).toBe(contents.length);
}, 20_000);
