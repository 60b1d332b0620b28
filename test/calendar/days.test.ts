import { Temporal } from "temporal-polyfill";
import { afterEach, expect, test } from "vitest";
import { isDayOff, workdayFrom } from "../../src/core/calendar/days.ts";

const none = { off: [], worked: [] };
const china = { zone: "Asia/Shanghai", holidays: none };
const zoneBefore = process.env.TZ;

afterEach(() => {
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

// Where code is mutated tests run in a thread, which has the zone of the whole process.
test
  .skipIf(process.env.MUTATED_TESTS !== undefined)
  .each(["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"])(
  "the Dragon Boat Festival of 2020 and its Sunday worked are the same on a machine that stands in %s",
  (zone) => {
    process.env.TZ = zone;
    expect(new Date(2020, 5, 25).toString()).toContain("Jun 25 2020 00:00:00");
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const days = ["24", "25", "26", "27", "28", "29"].map((day) => isDayOff(china, `2020-06-${day}`));
    expect(days).toEqual([false, true, true, true, false, false]);
  },
);

test("the flow's own holidays go before the statutory ones", () => {
  const holidays = { off: ["2020-05-19", "2020-06-28"], worked: ["2020-06-25"] };
  const days = { ...china, holidays };
  expect(isDayOff(days, "2020-05-19")).toBe(true);
  expect(isDayOff(days, "2020-06-28")).toBe(true);
  expect(isDayOff(days, "2020-06-25")).toBe(false);
});

test("outside China only weekends are off, but for the flow's own days", () => {
  const berlin = { zone: "Europe/Berlin", holidays: { off: ["2020-06-01"], worked: [] } };
  expect(isDayOff(berlin, "2020-06-25")).toBe(false);
  expect(isDayOff(berlin, "2020-06-28")).toBe(true);
  expect(isDayOff(berlin, "2020-06-01")).toBe(true);
  expect(isDayOff({ zone: "Asia/Hong_Kong", holidays: none }, "2020-06-28")).toBe(true);
});

test("the nearest working day is the date itself or lies beyond the holiday", () => {
  const from = (date: string, towards: "before" | "after") =>
    workdayFrom(china, Temporal.PlainDate.from(date), towards).toString();
  expect(from("2020-06-24", "before")).toBe("2020-06-24");
  expect(from("2020-06-25", "before")).toBe("2020-06-24");
  expect(from("2020-06-25", "after")).toBe("2020-06-28");
  expect(from("2020-10-08", "before")).toBe("2020-09-30");
  expect(from("2020-10-01", "after")).toBe("2020-10-09");
});
