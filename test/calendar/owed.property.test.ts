import fc from "fast-check";
import { expect, test } from "vitest";
import { nextDue } from "../../src/core/calendar/next-due.ts";
import { owed } from "../../src/core/calendar/owed.ts";
import { closesAt, versionsOf } from "../../src/core/round.ts";
import { countedRevision } from "../../src/core/submission.ts";
import { HOUR, type Instant, MINUTE } from "../../src/core/time.ts";
import { at, calendarWith, Keeper } from "./keeper.ts";
import { calendars, restless, steady } from "./random.ts";

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
      for (const [id, round] of keeper.input.rounds)
        expect(keeper.keys().includes(`post/flow/${id}/1`)).toBe(
          round.state !== "unopened" && closesAt(round) <= keeper.now,
        );
    }),
    { numRuns: 35 },
  );
});

test("asleep as often as you like, whoever owes has got every rung of an open round or a newer one", () => {
  fc.assert(
    fc.property(steady, fc.array(instants, { minLength: 1, maxLength: 15 }), (calendar, wakes) => {
      const awake = new Keeper(calendar, units, begin);
      const sleepy = new Keeper(calendar, units, begin);
      for (const when of wakes.sort((a, b) => a - b)) {
        awake.advance(when);
        sleepy.sleep(when);
        for (const [id, round] of sleepy.input.rounds) {
          if (round.state !== "open" || round.due <= when) continue;
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
        // A flow may gather nothing: then what came late is owed at once.
        keeper.settle();
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
      for (const [id, round] of keeper.input.rounds)
        if (round.state !== "unopened" && closesAt(round) + 6 * HOUR <= keeper.now)
          expect(keeper.keys()).toContain(`post/flow/${id}/1`);
    }),
    { numRuns: 35 },
  );
});

test("every late report is in a version, each version is posted once and none before the one it corrects", () => {
  fc.assert(
    fc.property(calendars, submissions, fc.boolean(), (calendar, given, asleep) => {
      const keeper = play(new Keeper(calendar, units, begin), given, asleep ? "sleep" : "advance");
      keeper.advance(begin + span + 24 * HOUR);
      for (const [id, round] of keeper.input.rounds) {
        const versions = versionsOf(round);
        const posted = keeper.keys().filter((key) => key.startsWith(`post/flow/${id}/`));
        expect(posted).toEqual(versions.map((_version, index) => `post/flow/${id}/${index + 1}`));
        expect(round.pending ?? {}).toEqual({});
        for (const unit of units)
          if (round.state === "frozen" && keeper.report(id, unit).status === "submitted")
            expect(countedRevision(keeper.report(id, unit))).toBe(round.counted?.[unit]);
      }
    }),
    { numRuns: 35 },
  );
});

test("a unit is reminded at most once within the flow's span, whatever comes together", () => {
  fc.assert(
    fc.property(calendars, fc.constantFrom("PT1H", "PT7H", "P1D"), submissions, (calendar, apart, given) => {
      const keeper = play(new Keeper({ ...calendar, apart }, units, begin), given, "advance");
      const least = { PT1H: HOUR, PT7H: 7 * HOUR, P1D: 24 * HOUR }[apart] ?? 0;
      const told = new Map<string, { at: Instant; rung: string }[]>();
      for (const { key, at: when } of keeper.done) {
        const [kind, , round, unit = "", rung = ""] = key.split("/");
        if (kind !== "remind") continue;
        const of = `${round}/${unit}`;
        told.set(of, [...(told.get(of) ?? []), { at: when, rung }]);
      }
      for (const times of told.values())
        times.slice(1).forEach(({ at: when, rung }, index) => {
          const before = times[index];
          // Liaison and deputy are told of one rung together.
          if (before && before.rung !== rung) expect(when - before.at).toBeGreaterThanOrEqual(least);
        });
    }),
    { numRuns: 35 },
  );
});

test("whoever puts a reminder off gets none before, and one then or a newer one, if they still owe", () => {
  const when = fc.tuple(instants, instants).filter(([from, to]) => to > from + MINUTE);
  fc.assert(
    fc.property(restless, when, (calendar, [asked, until]) => {
      const keeper = new Keeper(calendar, units, begin).advance(asked);
      const [id] = [...keeper.input.rounds].filter(([, { state }]) => state === "open").map(([round]) => round);
      if (id === undefined || until >= keeper.round(id).due) return;
      keeper.putOff(id, "a", until);
      const before = keeper.keys("a").length;
      keeper.advance(until - 1);
      const own = (keys: readonly string[]) => keys.filter((key) => key.startsWith(`remind/flow/${id}/a/`));
      expect(own(keeper.keys("a").slice(before)).filter((key) => !key.endsWith("deputy"))).toEqual([]);
      keeper.advance(until);
      expect(own(keeper.keys("a").slice(before))).toHaveLength(1);
    }),
    // Where the flow itself has no reminder at all: once it was forgotten.
    {
      numRuns: 60,
      examples: [
        [
          calendarWith({
            rhythm: "daily",
            first_due: "2020-03-05",
            opens: { days_before: 1, time: "09:00" },
            reminders: [],
          }),
          [Date.UTC(2020, 5, 22, 9), Date.UTC(2020, 5, 22, 9, 2)],
        ],
      ],
    },
  );
});

test("a list of whom to call goes only to those of whose units any still owes", () => {
  fc.assert(
    fc.property(calendars, submissions, (calendar, given) => {
      const keeper = new Keeper(calendar, units, begin);
      keeper.outcome = ({ act }) => {
        if (act.kind === "list") {
          const theirs = act.person === "city" ? units.slice(0, 1) : units;
          expect(theirs.some((unit) => keeper.report(act.round, unit).status !== "submitted")).toBe(true);
        }
        return "sent";
      };
      play(keeper, given, "advance");
    }),
    { numRuns: 35 },
  );
});
