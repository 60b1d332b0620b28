import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { limits, pacer, type Rank } from "../../../src/channels/telegram/pace.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks for turns and notes when each was given, by a name. */
function turns(pace = pacer()) {
  const given: { readonly name: string; readonly at: number; readonly kind: string }[] = [];
  const began = performance.now();
  const ask = (name: string, chat: string, rank: Rank = "notice", patience = 600_000) =>
    void pace.turn(chat, rank, patience).then(({ kind }) => given.push({ name, at: performance.now() - began, kind }));
  return { pace, given, ask, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}
const most = (times: readonly number[], span: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + span).length));

test("no second has more than thirty sends, and three thousand take hardly longer than they must", async () => {
  const { given, ask, pass } = turns();
  for (let chat = 0; chat < 3_000; chat += 1) ask(`${chat}`, `${chat}`);
  await pass(104_000);
  expect(given).toHaveLength(3_000);
  expect(
    most(
      given.map(({ at }) => at),
      1_000,
    ),
  ).toBeLessThanOrEqual(limits.overall);
});

test("a chat has a short burst and then one a second", async () => {
  const { given, ask, pass } = turns();
  for (let index = 0; index < 6; index += 1) ask(`${index}`, "1");
  await pass(10_000);
  expect(given.map(({ at }) => Math.floor(at / 1_000))).toEqual([0, 0, 0, 1, 2, 3]);
});

test("a group has no more than twenty a minute", async () => {
  const { given, ask, pass } = turns();
  for (let index = 0; index < 50; index += 1) ask(`${index}`, "-100");
  await pass(200_000);
  expect(given).toHaveLength(50);
  expect(
    most(
      given.map(({ at }) => at),
      60_000,
    ),
  ).toBeLessThanOrEqual(20);
});

test("an answer goes before every notice that waits, and tidying after them", async () => {
  const { given, ask, pass } = turns();
  ask("tidy", "0", "tidying");
  for (let chat = 1; chat < 100; chat += 1) ask("notice", `${chat}`);
  ask("tidy", "200", "tidying");
  await pass(500);
  ask("answer", "300", "answer");
  const before = given.length;
  await pass(100);
  expect(given[before]?.name).toBe("answer");
  await pass(10_000);
  expect(given.at(-1)?.name).toBe("tidy");
});

test("whoever would wait for too long is told at once, and how long it would be", async () => {
  const { pace } = turns();
  pace.held("1", 60_000);
  await expect(pace.turn("1", "answer", 5_000)).resolves.toEqual({ kind: "later", after: 60_000 });
  await expect(pace.turn("2", "answer", 5_000)).resolves.toEqual({ kind: "go" });
});

test("where Telegram asks one chat after the other to wait, everything waits", async () => {
  const { pace, given, ask, pass } = turns();
  pace.held("1", 3_000);
  ask("other", "2");
  await pass(100);
  expect(given).toHaveLength(1);
  pace.held("2", 3_000);
  ask("third", "3");
  await pass(2_000);
  expect(given).toHaveLength(1);
  await pass(1_500);
  expect(given.map(({ name }) => name)).toEqual(["other", "third"]);
});
