import { afterEach, expect, test } from "vitest";
import type { Host } from "../../../src/channels/channel.ts";
import { openLark } from "../../../src/channels/lark/index.ts";
import type { Outbound } from "../../../src/core/message.ts";
import { openPlatform, type Platform } from "./platform/platform.ts";
import { settingsFor } from "./world.ts";

/** A minute lasts a second here; both instances and the platform reckon so. */
const SPEED = 60;
const rates = { perSecond: 20, perMinute: 30 };
const people = Array.from({ length: 80 }, (_, index) => ({ openId: `ou_${index}`, name: `P${index}` }));

let platform: Platform;
afterEach(() => platform.close());

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const open = () => openLark(settingsFor(platform), silent, { ...rates, perKey: 5, second: 1_000 / SPEED }).channel;

/** An instance's way out: it counts its own calls alone, and comes again when it is told to. */
function instance(): (message: Outbound) => Promise<string> {
  const channel = open();
  return async (message) => {
    for (;;) {
      const sent = await channel.send(message.to, message);
      if (sent.kind !== "retry") return sent.kind;
      await new Promise((resolve) => setTimeout(resolve, sent.after));
    }
  };
}

test("instances that together are faster than the platform allows are refused by it, and get everything through once", async () => {
  platform = await openPlatform({ people, speed: SPEED, rates });
  const instances = [instance(), instance(), instance()];
  const outcomes = await Promise.all(
    people.map(({ openId }, index) => {
      const to = { channel: "lark", id: openId };
      const message = {
        key: `reply/${index}`,
        to,
        blocks: [{ kind: "text", text: "✓" } as const],
        reactsTo: `om_${index}`,
      };
      return instances[index % instances.length]?.(message);
    }),
  );
  expect(outcomes).toEqual(people.map(() => "sent"));
  expect(platform.flooded()).toBeGreaterThan(0);
  const reached = platform.state.messages.map(({ chat }) => chat).sort();
  expect(reached).toEqual(people.map(({ openId }) => platform.state.p2p(openId).id).sort());
});

test("a card turns over to the next question also where another instance sent it and this one something before it", async () => {
  platform = await openPlatform({ people, speed: SPEED });
  const [one, other] = [open(), open()];
  const to = { channel: "lark", id: "ou_1" };
  const asking = (key: string) =>
    ({ key, to, blocks: [{ kind: "choices", choices: [{ label: "是", action: `y:${key}` }] }] }) as const;
  const host: Host = {
    now: () => 0,
    receive: async (inbound) => {
      const on = inbound.kind === "pressed" ? inbound.on : undefined;
      const next = { ...asking("third"), reactsTo: inbound.id, ...(on === undefined ? {} : { advances: on }) };
      return { replied: one.send(to, next).then(() => undefined) };
    },
  };
  const stop = await one.start(host);
  await one.send(to, asking("first"));
  const second = await other.send(to, asking("second"));
  const pressed = await platform.presses("ou_1", second.kind === "sent" ? second.id : "", "是");
  expect(pressed).toMatchObject({ answered: true, renewed: true });
  expect(platform.state.messages).toHaveLength(2);
  await stop();
});
