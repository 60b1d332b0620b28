import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-commerce-liaison";

let it: World;
beforeEach(async () => {
  it = await world();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await it.end();
});

/** What became of each attempt at a reply, the last one of all that come after it; gives what was answered, and how often it was tried. */
async function answered(...outcomes: readonly ("wait" | "lost" | "sent")[]) {
  let tries = 0;
  it.answerWith(() => {
    const became = outcomes[Math.min(tries, outcomes.length - 1)];
    tries += 1;
    switch (became) {
      case "wait":
        return { kind: "retry", after: 60_000 };
      case "lost":
        return { kind: "unknown" };
      default:
        return { kind: "sent", id: `b${tries}` };
    }
  });
  let text: string | undefined;
  void it.say(liaison, "进度").then((said) => {
    text = said;
  });
  while (text === undefined) {
    await vi.advanceTimersByTimeAsync(10_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { text, tries };
}

test("a reply that the platform puts off minute by minute is sent when it will have it", async () => {
  expect(await answered("wait", "wait", "wait", "wait", "sent")).toEqual({
    text: expect.stringContaining("第1期"),
    tries: 5,
  });
});

test("a reply that the platform puts off for ever is given up after ten minutes, and the log says so", async () => {
  expect(await answered("wait")).toEqual({ text: "", tries: 11 });
  expect(it.log.join()).toContain("reply-lost");
});

test("a reply that may have got lost again and again is given up at the third time", async () => {
  expect(await answered("lost", "wait", "lost", "lost")).toEqual({ text: "", tries: 4 });
});

test("a reply that the platform puts off does not hold up the stop: it is tried once more, and the log says that it was lost", async () => {
  let tries = 0;
  it.answerWith(() => {
    tries += 1;
    return { kind: "retry", after: 60_000 };
  });
  const asked = it.say(liaison, "进度");
  while (tries === 0) await new Promise((resolve) => setImmediate(resolve));
  await it.bot.stop();
  expect(await asked).toBe("");
  expect(tries).toBe(2);
  expect(it.log.join()).toContain("reply-lost");
});
