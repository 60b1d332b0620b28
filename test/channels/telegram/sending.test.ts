import { afterEach, beforeEach, expect, test } from "vitest";
import type { Host } from "../../../src/channels/channel.ts";
import type { Block, Inbound, Outbound, Sent } from "../../../src/core/message.ts";
import { type Started, started, wide } from "./channel.ts";
import { published } from "./loopback/flood.ts";
import { type Loopback, loopback } from "./loopback/server.ts";

let platform: Loopback;
let it: Started;
let received: Inbound[] = [];
const host: Host = {
  now: () => 0,
  receive: async (inbound) => {
    received.push(inbound);
    return { replied: Promise.resolve() };
  },
};
const person = 100_001;
const group = -1_001_000_000_001;

beforeEach(async () => {
  received = [];
  platform = await loopback({ limits: wide });
  platform.memory.privateChat(person).bot = "member";
  platform.memory.group(group, "group", "G");
  it = await started(platform, host);
});
afterEach(async () => {
  await it.stop();
  await platform.stop();
});

let keys = 0;
const text = (words: string): Block<string> => ({ kind: "text", text: words });
const ask = (...labels: readonly string[]): Block<string> => ({
  kind: "choices",
  choices: labels.map((label) => ({ label, action: `a:${label}` })),
});
function send(blocks: readonly Block<string>[], more: Partial<Outbound> = {}, chat = person): Promise<Sent> {
  keys += 1;
  const to = { channel: "telegram", id: String(chat) };
  return it.channel.send(to, { key: `k${keys}`, to, blocks, ...more });
}
async function idOf(sent: Promise<Sent>): Promise<string> {
  const became = await sent;
  if (became.kind !== "sent") throw new Error(JSON.stringify(became));
  return became.id;
}
const shown = (chat = person) =>
  platform
    .shown(chat)
    .filter(({ from }) => from === "bot")
    .map(({ text, buttons }) => [text, ...buttons.flat().map((button) => `[${button.text}]`)].join(" "));
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test("a short wait that Telegram asks for is kept, and the message then arrives once", async () => {
  platform.next("sendMessage", "too-many");
  expect((await send([text("there")])).kind).toBe("sent");
  // The server refuses whoever comes back too early once more.
  expect(platform.troubles).toHaveLength(1);
  expect(shown()).toEqual(["there"]);
});

test("a wait that is too long is handed back, with how long it is", async () => {
  await it.stop();
  await platform.stop();
  platform = await loopback({ limits: { ...published, second: 20_000, burst: 1 } });
  platform.memory.privateChat(person).bot = "member";
  it = await started(platform, host);
  await send([text("one")]);
  const second = await send([text("two")]);
  expect(second).toMatchObject({ kind: "retry" });
  expect(second.kind === "retry" && second.after).toBeGreaterThan(8_000);
});

test.each(["broken", "lost"] as const)(
  "a send whose answer is %s is in doubt, and is never repeated by the channel",
  async (fault) => {
    platform.next("sendMessage", fault);
    expect(await send([text("perhaps")])).toEqual({ kind: "unknown" });
    expect(platform.calls.get("sendMessage")).toBe(1);
  },
);

test("an edit whose answer is lost is simply made again", async () => {
  const id = await idOf(send([text("0/3"), ask("是")]));
  platform.next("editMessageText", "lost", "broken");
  expect(await send([text("1/3")], { replaces: id })).toEqual({ kind: "sent", id });
  expect(shown()).toEqual(["1/3"]);
});

test("a message that stands like that already counts as edited", async () => {
  const id = await idOf(send([text("same"), ask("是")]));
  expect(await send([text("same"), ask("是")], { replaces: id })).toEqual({ kind: "sent", id });
});

test("what cannot be edited is said anew", async () => {
  const file: Block<string> = { kind: "file", name: "表.xlsx", bytes: Uint8Array.of(1, 2) };
  const id = await idOf(send([text("here"), file]));
  expect(await idOf(send([text("next")], { replaces: id }))).not.toBe(id);
  expect(await idOf(send([text("next")], { replaces: "4711" }))).not.toBe("4711");
});

test("who blocked the bot, was never met, or threw it out, is a refusal with its reason", async () => {
  platform.memory.privateChat(7);
  expect(await send([text("hello")], {}, 7)).toEqual({ kind: "refused", why: "never-started" });
  await platform.blocks(person).confirmed;
  expect(await send([text("hello")])).toEqual({ kind: "refused", why: "blocked", gone: true });
  await platform.removesBot(person, group).confirmed;
  expect(await send([text("hello")], {}, group)).toEqual({ kind: "refused", why: "removed", gone: true });
  expect(await send([text("hello")], {}, 999)).toEqual({ kind: "refused", why: "chat-not-found" });
});

test("a group that became a supergroup is followed, and the bot is told its new id", async () => {
  const after = -1_001_777;
  const chat = platform.memory.chats.get(group);
  platform.memory.group(after, "supergroup", "G");
  if (chat) chat.movedTo = after;
  expect((await send([text("第1期情况表")], {}, group)).kind).toBe("sent");
  expect(shown(after)).toEqual(["第1期情况表"]);
  expect(received).toMatchObject([{ kind: "moved", chat: { id: String(group) }, to: String(after) }]);
  expect(received[0]?.from.id).not.toBe(received[0]?.chat.id);
});

/** A PNG as far as its head: what the server looks at. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x89504e47);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
const picture = (bytes: Uint8Array): Block<string> => ({ kind: "picture", name: "表.png", bytes, alt: "情况表" });

test("a picture is a photo, a very tall one or one of another kind a document", async () => {
  await send([picture(png(1_080, 1_920))]);
  await send([picture(png(400, 9_000))]);
  await send([picture(png(1_080, 9_500))]);
  await send([picture(Uint8Array.from({ length: 40 }, () => 7))]);
  expect(platform.shown(person).map(({ kind }) => kind)).toEqual(["photo", "document", "document", "document"]);
  expect(platform.troubles).toEqual([]);
});

test("the same file is uploaded once and then named by its id; under another name it is another file", async () => {
  const bytes = Uint8Array.from({ length: 2_000 }, (_, index) => index % 256);
  const file = (name: string): Block<string> => ({ kind: "file", name, bytes });
  await send([file("表.xlsx")]);
  await send([file("表.xlsx")], {}, group);
  await send([file("别的.xlsx")]);
  const [first, third] = platform.shown(person);
  expect(platform.shown(group)[0]?.file?.id).toBe(first?.file?.id);
  expect(third?.file?.name).toBe("别的.xlsx");
});

test("names of files arrive whole, whatever characters they have", async () => {
  await send([{ kind: "file", name: 'a;b%41"c/../d\n.xlsx', bytes: Uint8Array.of(1) }]);
  expect(platform.shown(person)[0]?.file?.name).toBe("a b％41 c .. d .xlsx");
});

test("a message of several parts goes on after a wait where it stopped, and sends no part twice", async () => {
  const file = (name: string): Block<string> => ({ kind: "file", name, bytes: new TextEncoder().encode(name) });
  const message = [text("长".repeat(2_000)), file("一.xlsx"), file("二.xlsx")];
  platform.next("sendDocument", "broken");
  expect(await send(message, { key: "parts" })).toMatchObject({ kind: "unknown", arrived: { of: 3 } });
  const again = await send(message, { key: "parts", repeat: true });
  expect(again).toMatchObject({ kind: "sent", id: String(platform.shown(person)[0]?.id) });
  expect(platform.shown(person).map(({ kind }) => kind)).toEqual(["text", "document", "document"]);
});

test("the newest buttons of a private chat are the ones that count; a group keeps all of them", async () => {
  for (const chat of [person, group]) {
    await send([text("one"), ask("是")], {}, chat);
    await send([text("no question")], {}, chat);
    await send([text("two"), ask("否")], {}, chat);
  }
  await until(() => shown()[0] === "one");
  expect(shown()).toEqual(["one", "no question", "two [否]"]);
  expect(shown(group)).toEqual(["one [是]", "no question", "two [否]"]);
});

test("a question that was answered by a press goes on in its place while it stands last, else its buttons go", async () => {
  const first = await idOf(send([text("one"), ask("是")]));
  expect(await send([text("two"), ask("否")], { advances: first, reactsTo: "c1" })).toEqual({
    kind: "sent",
    id: first,
  });
  await platform.says(person, "something else").confirmed;
  const next = await idOf(send([text("three")], { advances: first, reactsTo: "c2" }));
  expect(next).not.toBe(first);
  await until(() => shown()[0] === "two");
  expect(shown()).toEqual(["two", "three"]);
});

test("what asks for words is always a new message, for everybody in a private chat and for the one answered in a group", async () => {
  const words: Block<string> = { kind: "text", text: "为什么？", example: "如：填错" };
  const question = await idOf(send([text("one"), ask("是")]));
  const id = await idOf(send([words], { advances: question, replaces: question, reactsTo: "c1" }));
  expect(id).not.toBe(question);
  expect(platform.shown(person).at(-1)?.asks).toEqual({ placeholder: "如：填错", selective: false });
  const said = await platform.says(person, "进度", { chat: group });
  await idOf(send([words], { answers: said.id }, group));
  expect(platform.shown(group).at(-1)).toMatchObject({ answers: Number(said.id), asks: { selective: true } });
  await until(() => shown()[0] === "one");
  expect(platform.troubles).toEqual([]);
});

test("what of a message arrived before the rest was put off is handed back, and not repeated by another process", async () => {
  const blocks = [
    text("第1版"),
    picture(png(1_080, 1_920)),
    { kind: "file", name: "表.xlsx", bytes: Uint8Array.of(1) } as const,
  ];
  platform.next("sendDocument", "held");
  const sent = await send(blocks, { key: "half" });
  if (sent.kind !== "retry" || !sent.arrived) throw new Error(JSON.stringify(sent));
  expect(sent.arrived).toMatchObject({ of: 3, ids: [expect.any(String), expect.any(String)] });
  await it.stop();
  it = await started(platform, host);
  const [first = ""] = sent.arrived.ids;
  expect(await send(blocks, { key: "half", arrived: sent.arrived })).toEqual({ kind: "sent", id: first });
  const kinds = () => platform.shown(person).map(({ kind }) => kind);
  expect(kinds()).toEqual(["text", "photo", "document"]);
});

test("a part that may have gone comes again with the mark, where the words before it stand already", async () => {
  const blocks = [
    text("第1版"),
    picture(png(1_080, 1_920)),
    { kind: "file", name: "表.xlsx", bytes: Uint8Array.of(1) } as const,
  ];
  platform.next("sendPhoto", "lost");
  expect((await send(blocks, { key: "half" })).kind).toBe("unknown");
  await send([text("重发"), ...blocks], { key: "half", repeat: true, marked: true });
  expect(platform.shown(person).map(({ kind, text: words }) => [kind, words])).toEqual([
    ["text", "第1版"],
    ["photo", "情况表"],
    ["photo", "重发\n情况表"],
    ["document", ""],
  ]);
});

const halves = (first: string) => [
  text(first.repeat(2_000)),
  { kind: "file", name: "表.xlsx", bytes: Uint8Array.of(1, 2) } as const,
];
const kindsIn = (chat: number) => platform.shown(chat).map(({ kind }) => kind);

test("what was put off half way to one reader is sent whole to whoever comes in their place, under the same key", async () => {
  const deputy = 100_002;
  platform.memory.privateChat(deputy).bot = "member";
  platform.next("sendDocument", "held");
  expect(await send(halves("长"), { key: "reminder" })).toMatchObject({ kind: "retry" });
  expect((await send(halves("长"), { key: "reminder" }, deputy)).kind).toBe("sent");
  expect(kindsIn(deputy)).toEqual(["text", "document"]);
});

test("the same key to two chats at once is a message to each", async () => {
  await Promise.all([send(halves("长"), { key: "both" }), send(halves("长"), { key: "both" }, group)]);
  expect([kindsIn(person), kindsIn(group)]).toEqual([
    ["text", "document"],
    ["text", "document"],
  ]);
});

test("a group that becomes a supergroup between two parts gets the rest there, and nothing again", async () => {
  const after = -1_001_778;
  platform.next("sendDocument", "broken");
  const put = await send(halves("长"), { key: "posting" }, group);
  if (put.kind !== "unknown" || !put.arrived) throw new Error(JSON.stringify(put));
  const chat = platform.memory.chats.get(group);
  platform.memory.group(after, "supergroup", "G");
  if (chat) chat.movedTo = after;
  const [first = ""] = put.arrived.ids;
  for (const to of [group, after])
    expect(await send(halves("长"), { key: "posting" }, to)).toEqual({ kind: "sent", id: first });
  expect([kindsIn(group), kindsIn(after)]).toEqual([["text"], ["document"]]);
});

test("what of a message arrived before a part came into doubt is handed back as well", async () => {
  platform.next("sendDocument", "lost");
  const sent = await send(halves("长"), { key: "half" });
  if (sent.kind !== "unknown" || !sent.arrived) throw new Error(JSON.stringify(sent));
  await it.stop();
  it = await started(platform, host);
  const { arrived } = sent;
  expect((await send([text("重发"), ...halves("长")], { key: "half", repeat: true, marked: true, arrived })).kind).toBe(
    "sent",
  );
  expect(platform.shown(person).map(({ kind, text: words }) => [kind, words.slice(0, 2)])).toEqual([
    ["text", "长长"],
    ["document", ""],
    ["document", "重发"],
  ]);
});

test("a repeat that bears no mark keeps its first words behind what stands there", async () => {
  const file = { kind: "file", name: "表.xlsx", bytes: Uint8Array.of(1) } as const;
  const whole = [text("第1版"), text("汇总"), picture(png(1_080, 1_920)), file];
  platform.next("sendPhoto", "broken");
  expect((await send(whole, { key: "bare" })).kind).toBe("unknown");
  expect((await send(whole, { key: "bare", repeat: true })).kind).toBe("sent");
  expect(platform.shown(person).map(({ kind, text: words }) => [kind, words])).toEqual([
    ["text", "第1版\n汇总"],
    ["photo", "情况表"],
    ["document", ""],
  ]);
});
