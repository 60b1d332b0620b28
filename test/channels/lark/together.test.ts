import { afterEach, expect, test } from "vitest";
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

/** An instance's way out: it counts its own calls alone, and comes again when it is told to. */
function instance(): (message: Outbound) => Promise<string> {
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { channel } = openLark(settingsFor(platform), silent, { ...rates, perKey: 5, second: 1_000 / SPEED });
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
