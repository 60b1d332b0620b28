import fc from "fast-check";
import { expect, test } from "vitest";
import { nextDue } from "../../src/core/calendar/next-due.ts";
import { owed } from "../../src/core/calendar/owed.ts";
import { HOUR, type Instant, MINUTE } from "../../src/core/time.ts";
import { at, Keeper } from "./keeper.ts";
import { calendars } from "./random.ts";

const units = ["a", "b", "c"];
const begin = at("2020-06-10T00:00");
const span = 20 * 24 * HOUR;
const instants = fc.integer({ min: 0, max: span / MINUTE }).map((minutes) => begin + minutes * MINUTE);
const submissions = fc.array(fc.record({ when: instants, unit: fc.constantFrom(...units) }), { maxLength: 12 });

/** Submits the unit's report of every round that is open or frozen at the keeper's now. */
function submitAll(keeper: Keeper, unit: string): void {
  for (const id of keeper.input.rounds.keys()) keeper.submit(id, unit);
}

/** Plays submissions, and stops that only look, up to `until`. */
function play(
  keeper: Keeper,
  given: readonly { when: Instant; unit?: string }[],
  how: "advance" | "sleep",
  until: Instant = begin + span,
): Keeper {
  for (const { when, unit } of given.filter((each) => each.when < until).sort((a, b) => a.when - b.when)) {
    keeper[how](when);
    if (unit !== undefined) submitAll(keeper, unit);
  }
  return keeper[how](until);
}

test("moving the clock in any steps gives the same deliveries at the same instants as moving it in one", () => {
  fc.assert(
    fc.property(calendars, submissions, fc.array(instants, { maxLength: 20 }), (calendar, given, stops) => {
      const whole = play(new Keeper(calendar, units, begin), given, "advance");
      const steps = [...given, ...stops.map((when) => ({ when }))];
      const stepped = play(new Keeper(calendar, units, begin), steps, "advance");
      expect(stepped.done).toEqual(whole.done);
    }),
    { numRuns: 35 },
  );
});

test("nothing is done twice, nobody who has submitted is reminded, and every round is posted once", () => {
  fc.assert(
    fc.property(calendars, submissions, fc.boolean(), (calendar, given, asleep) => {
      const keeper = new Keeper(calendar, units, begin);
      keeper.outcome = ({ act }) => {
        if (act.kind === "remind") expect(keeper.report(act.round, act.unit).status).not.toBe("submitted");
        return "sent";
      };
      play(keeper, given, asleep ? "sleep" : "advance");
      expect(new Set(keeper.keys()).size).toBe(keeper.done.length);
      for (const { since, at: when } of keeper.done) expect(since).toBeLessThanOrEqual(when);
      for (const [id, { due }] of keeper.input.rounds)
        expect(keeper.keys().includes(`post/flow/${id}/1`)).toBe(due <= keeper.now);
    }),
    { numRuns: 35 },
  );
});

test("asleep as often as you like, whoever owes has got every rung of an open round or a newer one", () => {
  fc.assert(
    fc.property(calendars, fc.array(instants, { minLength: 1, maxLength: 15 }), (calendar, wakes) => {
      const awake = new Keeper(calendar, units, begin);
      const sleepy = new Keeper(calendar, units, begin);
      for (const when of wakes.sort((a, b) => a - b)) {
        awake.advance(when);
        sleepy.sleep(when);
        for (const [id, round] of sleepy.input.rounds) {
          if (round.state !== "open") continue;
          for (const unit of units) {
            const inTime = awake.done.findLast(({ key }) => key.startsWith(`remind/flow/${id}/${unit}/`));
            const late = sleepy.done.findLast(({ key }) => key.startsWith(`remind/flow/${id}/${unit}/`));
            // A round that opened late needs no rung older than its opening, which may wait for the quiet to end.
            if (inTime && inTime.since > (round.openedAt ?? 0))
              expect(late?.since ?? when).toBeGreaterThanOrEqual(inTime.since);
          }
        }
        // What one sends the other sends too, or something newer in its place; never anything else.
        const regular = new Set(awake.keys());
        expect(sleepy.keys().filter((key) => !key.endsWith("opening") && !regular.has(key))).toEqual([]);
      }
    }),
    { numRuns: 35 },
  );
});

test("the next due instant is exactly when something more is owed, and nothing is before it", () => {
  const steps = fc.array(
    fc.record({
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      lucky: fc.boolean(),
      unit: fc.constantFrom("", "", "", ...units),
    }),
    { minLength: 30, maxLength: 30 },
  );
  fc.assert(
    fc.property(calendars, steps, (calendar, walk) => {
      const keeper = new Keeper(calendar, units, begin).settle();
      for (const { part, lucky, unit } of walk) {
        const next = nextDue(keeper.input, keeper.now);
        const between = Math.floor(keeper.now + part * ((next ?? keeper.now + span) - 1 - keeper.now));
        expect(owed(keeper.input, between).owed).toEqual([]);
        if (next === undefined) break;
        expect(owed(keeper.input, next).owed).not.toEqual([]);
        keeper.outcome = ({ act }) => (lucky || (act.kind === "remind" && act.unit === "a") ? "sent" : "unknown");
        keeper.sleep(next);
        if (unit !== "") submitAll(keeper, unit);
      }
    }),
    { numRuns: 100 },
  );
});

test("at any earlier clock nothing is owed that was delivered, and nothing that is yet to come", () => {
  fc.assert(
    fc.property(calendars, submissions, instants, instants, (calendar, given, until, back) => {
      const keeper = play(new Keeper(calendar, units, begin), given, "advance");
      const earlier = Math.min(until, back);
      const done = new Set(keeper.keys());
      for (const { key, at: since } of owed(keeper.input, earlier).owed) {
        expect(done).not.toContain(key);
        expect(since).toBeLessThanOrEqual(earlier);
      }
    }),
    { numRuns: 35 },
  );
});

test("a message left in doubt again and again is tried until it is sent, once the lease is over, and then no more", () => {
  fc.assert(
    fc.property(calendars, fc.array(fc.boolean(), { maxLength: 60 }), (calendar, luck) => {
      const keeper = new Keeper(calendar, ["a"], begin);
      let turn = 0;
      const tries = new Map<string, Instant[]>();
      keeper.outcome = ({ key }) => {
        tries.set(key, [...(tries.get(key) ?? []), keeper.now]);
        return (luck[turn++] ?? true) ? "sent" : "unknown";
      };
      keeper.advance(begin + span);
      expect(new Set(keeper.keys()).size).toBe(keeper.done.length);
      for (const [, times] of tries)
        times.slice(1).forEach((time, index) => {
          expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(5 * MINUTE);
        });
      // Sixty leases of five minutes: by then the worst luck is over.
      for (const [id, { due }] of keeper.input.rounds)
        if (due + 6 * HOUR <= keeper.now) expect(keeper.keys()).toContain(`post/flow/${id}/1`);
    }),
    { numRuns: 35 },
  );
});
