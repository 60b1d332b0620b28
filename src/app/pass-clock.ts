import type { Instant } from "../core/time.ts";
import type { Clock } from "./clock.ts";

/** A rehearsal clock, and what has to be done at each instant that it passes. */
type Passing = {
  readonly clock: Clock;
  /** Does what is owed at the instant where the clock stands; `nextDue` then says when more falls due. */
  doOwed(): Promise<void>;
  nextDue(): Instant | undefined;
  /** Records where the clock stands. */
  keepClock(): Promise<void>;
};

/** Moves a rehearsal clock forward through every due instant in between, in order. Rejects on a step back. */
export async function passTo(to: Instant, { clock, doOwed, nextDue, keepClock }: Passing): Promise<void> {
  const { advance } = clock;
  if (!advance) throw new RangeError("only a rehearsal clock can be moved");
  if (to < clock.now()) throw new RangeError("the clock moves forward only");
  await doOwed();
  for (let next = nextDue(); next !== undefined && next <= to; next = nextDue()) {
    advance(next);
    // Recorded before anything is sent: a clock that is found behind its own deliveries would have gone back.
    await keepClock();
    await doOwed();
  }
  advance(to);
  await keepClock();
  await doOwed();
}
