import { expect, test } from "vitest";
import { rehearsalClock } from "../../src/app/clock.ts";

test("a rehearsal clock that stands still moves only when it is moved, and never back", () => {
  const clock = rehearsalClock(1_000, 0);
  expect(clock.now()).toBe(1_000);
  expect(clock.until(2_000)).toBe(Number.POSITIVE_INFINITY);
  clock.advance?.(5_000);
  expect(clock.now()).toBe(5_000);
  clock.advance?.(4_000);
  expect(clock.now()).toBe(5_000);
  expect(clock.until(5_000)).toBe(0);
});

test("a faster clock waits the less", () => {
  const clock = rehearsalClock(0, 60);
  expect(clock.until(clock.now() + 60_000)).toBeLessThanOrEqual(1_000);
});
