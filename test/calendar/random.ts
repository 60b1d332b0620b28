import fc from "fast-check";
import type { Calendar } from "../../src/core/flow/schema.ts";
import { calendarWith } from "./keeper.ts";

const quiet = fc.constantFrom<Calendar["quiet"]>(
  [],
  [{ from: "12:00", to: "14:30" }],
  [
    { from: "12:00", to: "14:30" },
    { from: "21:00", to: "08:00" },
  ],
  [
    { from: "00:00", to: "09:30" },
    { from: "16:00", to: "24:00" },
  ],
  [{ from: "01:30", to: "01:00" }],
);

const reminders = fc.uniqueArray(
  fc.constantFrom<Calendar["reminders"][number]>(
    { rule: "opening" },
    { rule: "midway" },
    { rule: "before", by: "P2D" },
    { rule: "before", by: "P1D" },
    { rule: "before", by: "PT5H" },
    { rule: "before", by: "PT1H", to: ["liaison", "deputy"], urgent: true },
    { rule: "call_list", by: "PT30M", to: ["coordinator", "city-coordinator"] },
    { rule: "overdue", after: "PT30M" },
    { rule: "overdue", after: "P1DT2H", to: ["deputy", "coordinator"] },
  ),
  { maxLength: 7 },
);

/** Calendars of every rhythm and zone, around the Dragon Boat Festival of 2020 and two changes of the clocks. */
export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Pacific/Apia"),
    rhythm: fc.constantFrom<Calendar["rhythm"]>("daily", "weekly", "fortnightly", "monthly", "once"),
    first_due: fc.constantFrom("2020-03-05", "2020-05-31", "2020-06-11", "2020-06-18"),
    due_time: fc.constantFrom("17:00", "24:00", "02:30", "12:00"),
    opens: fc.record({ days_before: fc.integer({ min: 1, max: 9 }), time: fc.constantFrom("09:00", "00:00", "12:30") }),
    day_off: fc.constantFrom<Calendar["day_off"]>("kept", "before", "after"),
    quiet_days_off: fc.boolean(),
    quiet,
    reminders,
    collect_by: fc.option(
      fc.record({ days_before: fc.constantFrom(0, 1), time: fc.constantFrom("10:00", "01:00", "23:30") }),
      { nil: undefined },
    ),
    apart: fc.option(fc.constantFrom("PT1H", "P1D"), { nil: undefined }),
    gather: fc.constantFrom("PT5M", "PT0M", "PT12H"),
  })
  .map((given) => calendarWith({ ...given, covers_from: "2020-03-01" }));

/** The same calendars, in which a unit has no rest between two reminders. */
export const restless: fc.Arbitrary<Calendar> = calendars.map(({ apart: _none, ...calendar }) => calendar);

/** Those of them whose rungs are where they are however late the round opened. */
export const steady: fc.Arbitrary<Calendar> = restless.map((calendar) => ({
  ...calendar,
  reminders: calendar.reminders.filter(({ rule }) => rule !== "midway"),
}));
