import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Calls, limits, pacer, type Rank } from "../../../src/channels/lark/pace.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Turn = { readonly at: number; readonly key: string; readonly rank: Rank };

async function run(asked: readonly { readonly key: string; readonly rank: Rank }[]): Promise<readonly Turn[]> {
  const pace = pacer(limits);
  const turns: Turn[] = [];
  for (const { key, rank } of asked)
    void pace.turn("create", key, rank).then((turn) => {
      turns.push({ at: performance.now(), key, rank });
      setTimeout(turn.done, 40);
    });
  await vi.runAllTimersAsync();
  return turns;
}

/** The most within any span that begins at a turn. */
function most(turns: readonly Turn[], span: number): number {
  return Math.max(0, ...turns.map(({ at }) => turns.filter((each) => each.at >= at && each.at < at + span).length));
}

test("neither a second nor a minute, nor a chat's second ever sees more than the platform allows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 400 }), async (keys) => {
      const turns = await run(keys.map((key) => ({ key: `${key}`, rank: "notice" as const })));
      expect(turns).toHaveLength(keys.length);
      expect(most(turns, 1_000)).toBeLessThanOrEqual(50);
      for (const key of new Set(keys))
        expect(
          most(
            turns.filter((turn) => turn.key === `${key}`),
            1_000,
          ),
        ).toBeLessThanOrEqual(5);
    }),
    { numRuns: 20 },
  );
});

test("new messages and replies to one chat count together", async () => {
  const pace = pacer(limits);
  const at: number[] = [];
  for (const api of ["create", "reply", "create", "reply", "create", "reply", "create", "reply"])
    void pace.turn(api, "oc_group", "answer").then((turn) => {
      at.push(performance.now());
      turn.done();
    });
  await vi.runAllTimersAsync();
  expect(at.map((each) => Math.floor((each - (at[0] ?? 0)) / 1_000))).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
});

test("a thousand in a minute, and the next thousand in the next", async () => {
  const turns = await run(Array.from({ length: 1_200 }, (_, index) => ({ key: `${index}`, rank: "notice" as const })));
  expect(most(turns, 60_000)).toBeLessThanOrEqual(1_000);
});

test("an answer does not wait behind the reminders that were there before it", async () => {
  const notices = Array.from({ length: 200 }, (_, index) => ({ key: `${index}`, rank: "notice" as const }));
  const turns = await run([...notices, { key: "ana", rank: "answer" }]);
  expect(turns.findIndex(({ rank }) => rank === "answer")).toBe(50);
});

test("cards that have been quiet for a minute are forgotten, those called about since still count", async () => {
  const calls = new Map<string, Calls>();
  const pace = pacer({ ...limits, perSecond: 100_000, perMinute: 100_000 }, undefined, calls);
  const call = async (card: string) => (await pace.turn("patch", card, "answer")).done();
  for (let card = 0; card < 6_000; card += 1) await call(`om_${card}`);
  await vi.advanceTimersByTimeAsync(59_000);
  for (let more = 0; more < 5; more += 1) await call("om_busy");
  await vi.advanceTimersByTimeAsync(1_500);
  await call("om_new");
  expect([...calls.keys()]).toEqual(["patch", "about om_busy", "about om_new"]);
});
