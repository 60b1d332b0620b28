import { afterEach, beforeEach, expect, test } from "vitest";
import type { Block, Outbound } from "../../../src/core/message.ts";
import { readCard } from "./platform/view.ts";
import { ana, group, type LarkWorld, larkWorld } from "./world.ts";

let world: LarkWorld;
beforeEach(async () => {
  world = await larkWorld();
  await world.start();
});
afterEach(() => world.close());

const to = { channel: "lark", id: ana.openId };
const form: readonly Block<string>[] = [
  { kind: "heading", text: "口罩 · 生产企业排查" },
  {
    kind: "inputs",
    action: "f:1",
    submit: "填好了",
    inputs: [
      { name: "screened", label: "排查", unit: "家", placeholder: "上期 30" },
      { name: "failed", label: "不合格", unit: "家" },
    ],
  },
];
const next: readonly Block<string>[] = [
  { kind: "text", text: "口罩 排查12 不合格2" },
  { kind: "heading", text: "口罩 · 监督抽查" },
];

let keys = 0;
async function send(blocks: readonly Block<string>[], more: Partial<Outbound> = {}): Promise<string> {
  keys += 1;
  const sent = await world.channel.send(more.to ?? to, { key: `cards/${keys}`, to, blocks, ...more });
  if (sent.kind !== "sent") throw new Error(JSON.stringify(sent));
  return sent.id;
}

const shown = (id: string) => {
  const message = world.platform.state.message(id);
  if (!message) throw new Error(`no message ${id}`);
  return readCard(message.content);
};
const messages = () => world.platform.state.messages.filter(({ from }) => from === "bot");

test("a form has a field for each figure: label, unit, last round's figure in it", async () => {
  const { inputs, buttons } = shown(await send(form));
  expect(inputs.map(({ label, placeholder }) => [label, placeholder])).toEqual([
    ["排查（家）", "上期 30"],
    ["不合格（家）", ""],
  ]);
  expect(buttons.map(({ label }) => label)).toEqual(["填好了"]);
  expect([...world.platform.state.unknown]).toEqual([]);
});

test("a form that was sent turns over to the next question in the same card, with a word of what was kept", async () => {
  const id = await send(form);
  world.whenReplying(async (inbound) => {
    expect(inbound).toMatchObject({ kind: "pressed", action: "f:1", fields: { screened: "12", failed: "2" } });
    expect(await send(next, { reactsTo: inbound.id, advances: id })).toBe(id);
  });
  const pressed = await world.platform.presses(ana.openId, id, "填好了", { f0_screened: "12", f0_failed: "2" });
  expect(pressed).toMatchObject({
    answered: true,
    renewed: true,
    toast: { type: "info", content: "口罩 排查12 不合格2" },
  });
  expect(shown(id).text).toBe("口罩 · 监督抽查\n口罩 排查12 不合格2");
  expect(messages()).toHaveLength(1);
});

test("what is wrong with a figure stands beside its field, what was typed is kept, and the toast says so", async () => {
  const id = await send(form);
  world.whenReplying(async (inbound) => {
    const error = "没看懂“约2”";
    const inputs = [
      { name: "screened", label: "排查", value: "12" },
      { name: "failed", label: "不合格", value: "约2", error },
    ];
    const again: readonly Block<string>[] = [
      { kind: "text", text: error },
      { kind: "heading", text: "口罩 · 生产企业排查" },
      { kind: "inputs", action: "f:1", submit: "填好了", inputs },
    ];
    await send(again, { reactsTo: inbound.id, advances: id });
  });
  const { toast } = await world.platform.presses(ana.openId, id, "填好了", { f0_screened: "12", f0_failed: "约2" });
  expect(toast).toEqual({ type: "error", content: "没看懂“约2”" });
  const { inputs, text } = shown(id);
  expect(inputs.map(({ value }) => value)).toEqual(["12", "约2"]);
  expect(text.match(/没看懂/g)).toHaveLength(1);
});

test("options are ticked on the phone and sent with one press, none of them too", async () => {
  const choices = [{ label: "都没有", action: "n:1" }];
  const together = {
    name: "chosen",
    options: [
      { value: "mask", label: "口罩", ticked: true },
      { value: "ventilator", label: "呼吸机", ticked: false },
    ],
    action: "d:1",
    submit: "选好了",
    beside: choices,
  };
  const id = await send([
    { kind: "text", text: "本期哪些有检查？" },
    { kind: "choices", choices, together },
  ]);
  const { selects, buttons } = shown(id);
  expect(selects).toMatchObject([{ selected: ["mask"] }]);
  expect(buttons.map(({ label }) => label)).toEqual(["选好了", "都没有"]);
  await world.platform.presses(ana.openId, id, "选好了", { f0_chosen: ["mask", "ventilator"] });
  await world.platform.presses(ana.openId, id, "选好了", {});
  expect(world.received).toMatchObject([
    { kind: "pressed", action: "d:1", fields: { chosen: "mask,ventilator" } },
    { kind: "pressed", action: "d:1", fields: { chosen: "" } },
  ]);
});

test("an answer that comes too late for the press is put into the card afterwards", async () => {
  const id = await send(form);
  let late: Promise<string> | undefined;
  world.whenReplying(async (inbound) => {
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    late = send(next, { reactsTo: inbound.id, advances: id });
    await late;
  });
  const pressed = await world.platform.presses(ana.openId, id, "填好了", { f0_screened: "12" });
  expect(pressed).toMatchObject({ answered: true, renewed: false });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await late).toBe(id);
  expect(shown(id).text).toContain("口罩 · 监督抽查");
});

test("a card in which somebody may be typing is not taken away by anybody else", async () => {
  const id = await send(form);
  expect(await send([{ kind: "text", text: "B岗联络员已报送" }], { replaces: id })).not.toBe(id);
  expect(shown(id).inputs).toHaveLength(2);
});

test("an older question is not turned over: what follows comes as a new message", async () => {
  const old = await send(form);
  await send([{ kind: "text", text: "第1期还没报" }]);
  world.whenReplying(async (inbound) => {
    expect(await send(next, { reactsTo: inbound.id, advances: old })).not.toBe(old);
  });
  expect(await world.platform.presses(ana.openId, old, "填好了", {})).toMatchObject({ answered: true, renewed: false });
});

test("a card that was withdrawn or is older than a fortnight is followed by a new message", async () => {
  const id = await send([{ kind: "text", text: "0/3" }]);
  const card = world.platform.state.message(id);
  if (!card) throw new Error("no card");
  Object.assign(card, { at: Date.now() - 15 * 86_400_000 });
  expect(await send([{ kind: "text", text: "1/3" }], { replaces: id })).not.toBe(id);
});

test("a private card that was passed on speaks for whoever presses it, and is not theirs to turn over", async () => {
  const id = await send([{ kind: "choices", choices: [{ label: "是", action: "y:1" }] }]);
  await world.platform.presses("ou_ben", id, "是");
  expect(world.received).toMatchObject([{ kind: "pressed", from: { id: "ou_ben" }, chat: { id: "ou_ben" } }]);
  expect(world.received[0]).not.toHaveProperty("on");
});

test("a press in a group is answered under the card", async () => {
  const there = { channel: "lark", id: group.id };
  const id = await send([{ kind: "choices", choices: [{ label: "催报", action: "cmd:urge" }] }], { to: there });
  world.whenReplying(async (inbound) => {
    await send([{ kind: "text", text: "已催 13 家" }], { to: there, answers: inbound.id, reactsTo: inbound.id });
  });
  await world.platform.presses(ana.openId, id, "催报");
  expect(world.received).toMatchObject([{ from: { id: ana.openId }, chat: { id: group.id } }]);
  expect(messages().at(-1)).toMatchObject({ parent: id, chat: group.id });
});

test("a card that the platform refuses goes as text and pictures, and the log says why", async () => {
  const choices = [{ label: "Excel", action: "cmd:files" }];
  const head = Array.from({ length: 4 }, (_, index) => `${index}`);
  // A picture whose key the platform has forgotten is a card that it refuses.
  const picture = { kind: "picture", name: "t.png", bytes: new Uint8Array([1, 2, 3]), alt: "表" } as const;
  await send([picture]);
  world.platform.state.images.clear();
  world.platform.state.images.set("img_v3_other", new Uint8Array([1]));
  keys += 1;
  const message: Outbound = {
    key: "refused",
    to,
    blocks: [
      { kind: "text", text: "第1期 <at id=all></at>" },
      picture,
      { kind: "table", head, rows: [head] },
      { kind: "choices", choices },
    ],
  };
  const sent = await world.channel.send(to, message);
  expect(sent.kind).toBe("sent");
  const text = messages().at(-1);
  expect(text?.type).toBe("text");
  expect(text?.content).toContain("[Excel]");
  expect(text?.content).not.toContain("<at");
  expect(world.log.join("\n")).toMatch(/refused and goes as text.*200570/);
});

test("a message that no single card holds goes on as many as it takes, the buttons on the last", async () => {
  const head = ["单位", ...Array.from({ length: 9 }, (_, index) => `第${index}列`)];
  const rows = Array.from({ length: 300 }, (_, index) => head.map((_, column) => `${index}·${column}`));
  const id = await send([
    { kind: "heading", text: "汇总" },
    { kind: "table", head, rows },
    { kind: "choices", choices: [{ label: "Excel", action: "cmd:x" }] },
  ]);
  const sent = messages();
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.at(-1)?.id).toBe(id);
  expect(shown(id).buttons).toHaveLength(1);
  const all = sent.flatMap(({ content }) => readCard(content).tables.flatMap((table) => table.rows));
  expect(all).toHaveLength(300);
  expect([...world.platform.state.unknown]).toEqual([]);
});
