import { afterEach, beforeEach, expect, test } from "vitest";
import { noFaults } from "./platform/faults.ts";
import { ana, type LarkWorld, larkWorld } from "./world.ts";

let world: LarkWorld;
beforeEach(async () => {
  // What was not acknowledged comes again after a tenth of a second instead of fifteen.
  world = await larkWorld({ impatience: 150 });
  await world.start();
});
afterEach(() => world.close());

test("an event is acknowledged when it is on disk, and not before", async () => {
  let kept = () => {};
  world.whenReceiving(() => new Promise((resolve) => (kept = resolve)));
  let acknowledged = false;
  const { taken } = world.platform.says(ana.openId, "12 2 1");
  void taken.then(() => {
    acknowledged = true;
  });
  while (world.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(acknowledged).toBe(false);
  kept();
  expect(await taken).toBe(true);
});

test("an event that could not be kept comes again under the same id", async () => {
  let fails = true;
  world.whenReceiving(async () => {
    if (!fails) return;
    fails = false;
    throw new Error("the bot is stopping");
  });
  const { id, taken } = world.platform.says(ana.openId, "12 2 1");
  expect(await taken).toBe(true);
  expect(world.received.map((inbound) => inbound.id)).toEqual([id, id]);
});

test("an event whose acknowledgement was lost comes again under the same id", async () => {
  let lost = 0;
  world.platform.fail({ ...noFaults, losesAck: () => ++lost === 1 });
  const { id, taken } = world.platform.says(ana.openId, "12 2 1");
  expect(await taken).toBe(true);
  expect(world.received.map((inbound) => inbound.id)).toEqual([id, id]);
});

test("a press that could not be kept leaves the card as it is", async () => {
  const to = { channel: "lark", id: ana.openId };
  const choices = [{ label: "是", action: "y:1" }];
  const sent = await world.channel.send(to, { key: "c", to, blocks: [{ kind: "choices", choices }] });
  world.whenReceiving(() => Promise.reject(new Error("the disk is full")));
  const pressed = await world.platform.presses(ana.openId, sent.kind === "sent" ? sent.id : "", "是");
  expect(pressed).toMatchObject({ answered: true, renewed: false });
});

test("a connection that breaks off is opened again, and nothing that happened meanwhile is lost", async () => {
  expect(world.channel.deaf?.()).toBeUndefined();
  world.platform.breakOff();
  while (world.channel.deaf?.() !== "lark-reconnecting") await new Promise((resolve) => setTimeout(resolve, 1));
  const { taken } = world.platform.says(ana.openId, "进度");
  expect(await taken).toBe(true);
  expect(world.channel.deaf?.()).toBeUndefined();
  expect(world.received).toMatchObject([{ text: "进度" }]);
});

test("what is in hand when the channel stops taking is acknowledged, and it can still send", async () => {
  let kept = () => {};
  world.whenReceiving(() => new Promise((resolve) => (kept = resolve)));
  const { taken } = world.platform.says(ana.openId, "12 2 1");
  while (world.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const stopped = world.channel.stopTaking?.();
  kept();
  expect(await taken).toBe(true);
  await stopped;
  expect(world.received).toHaveLength(1);
  const to = { channel: "lark", id: ana.openId };
  expect(await world.channel.send(to, { key: "r", to, blocks: [{ kind: "text", text: "✓" }] })).toMatchObject({
    kind: "sent",
  });
  while (world.platform.connected() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
});

test("a picture that a person sends is fetched from their message, not from the bot's own uploads", async () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
  await world.platform.sendsFile(ana.openId, "", bytes, "image").taken;
  const [picture] = world.received;
  if (picture?.kind !== "sent-file") throw new Error("no picture arrived");
  expect([...(await picture.bytes())]).toEqual([...bytes]);
});
