import type { Duration, Instant } from "../core/time.ts";

/** What the time is, and how long it takes in the real world until it is later. */
export type Clock = {
  now(): Instant;
  /** Real time until `at`; `Infinity` where the clock stands still. */
  until(at: Instant): Duration;
  /** Present on a rehearsal clock alone: moves it forward; a step back leaves it where it is. */
  readonly advance?: (to: Instant) => void;
};

/** The world's clock. */
export const wallClock: Clock = { now: () => Date.now(), until: (at) => Math.max(0, at - Date.now()) };

/** A clock for rehearsals: starts at `start`, runs `speed` times as fast (0 stands still), and can be moved forward. */
export function rehearsalClock(start: Instant, speed: number): Clock {
  let position = start;
  let since = performance.now();
  const now = () => Math.floor(position + (performance.now() - since) * speed);
  return {
    now,
    until: (at) => (at <= now() ? 0 : speed === 0 ? Number.POSITIVE_INFINITY : (at - now()) / speed),
    advance: (to) => {
      position = Math.max(to, now());
      since = performance.now();
    },
  };
}
