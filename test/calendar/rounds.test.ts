import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPlanned, type Planned, plannedFrom, plannedRound, plannedRounds } from "../../src/core/calendar/rounds.ts";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import type { Calendar } from "../../src/core/flow/schema.ts";
import { at, calendarWith, campaign } from "./keeper.ts";
import { calendars } from "./random.ts";

const far = at("2021-12-31T00:00");
const local = (instant: number, zone = "Asia/Shanghai") => isoWithOffset(instant, zone).slice(0, 16);
const dues = (calendar: Calendar, until = far) =>
  plannedRounds(calendar, until).map(({ due }) => local(due, calendar.zone));

test("the campaign of 2020 has six rounds, the last moved before the Dragon Boat Festival", () => {
  const said = ({ id, number, opens, due, shifted, covers }: Planned) =>
    [number, id, local(opens), isoWithOffset(due, "Asia/Shanghai"), shifted, local(covers.from), local(covers.to)].join(
      " ",
    );
  expect(plannedRounds(campaign(), far).map(said)).toEqual([
    "1 2020-05-21 2020-05-19T09:00 2020-05-21T17:00:00+08:00  2020-05-11T00:00 2020-05-21T00:00",
    "2 2020-05-28 2020-05-25T09:00 2020-05-28T17:00:00+08:00  2020-05-21T00:00 2020-05-28T00:00",
    "3 2020-06-04 2020-06-01T09:00 2020-06-04T17:00:00+08:00  2020-05-28T00:00 2020-06-04T00:00",
    "4 2020-06-11 2020-06-08T09:00 2020-06-11T17:00:00+08:00  2020-06-04T00:00 2020-06-11T00:00",
    "5 2020-06-18 2020-06-15T09:00 2020-06-18T17:00:00+08:00  2020-06-11T00:00 2020-06-18T00:00",
    "6 2020-06-25 2020-06-22T09:00 2020-06-24T17:00:00+08:00 2020-06-24 2020-06-18T00:00 2020-06-24T00:00",
  ]);
});

test("a due date on a day off is kept, moved before or moved after, as the flow says", () => {
  const last = (day_off: Calendar["day_off"]) => plannedRound({ ...campaign(), day_off }, "2020-06-25");
  expect(local(last("kept")?.due ?? 0)).toBe("2020-06-25T17:00");
  expect(last("kept")?.shifted).toBeUndefined();
  expect(local(last("before")?.due ?? 0)).toBe("2020-06-24T17:00");
  expect(last("after")).toMatchObject({ id: "2020-06-25", regularDue: "2020-06-25", shifted: "2020-06-28" });
  expect(local(last("after")?.covers.to ?? 0)).toBe("2020-06-28T00:00");
});

test("a daily round on days off that would be due with its neighbour is one with it", () => {
  const daily = (day_off: Calendar["day_off"]) =>
    plannedRounds(
      calendarWith({ rhythm: "daily", first_due: "2020-06-22", day_off, opens: { days_before: 0, time: "08:00" } }),
      at("2020-06-30T00:00"),
    );
  expect(daily("before").map(({ id }) => id.slice(8))).toEqual(["22", "23", "24", "28", "29"]);
  expect(daily("before").map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(daily("after").map(({ id }) => id.slice(8))).toEqual(["22", "23", "24", "28", "29"]);
  expect(daily("kept").map(({ id }) => id.slice(8))).toHaveLength(8);
  const [, , , afterHoliday] = daily("before");
  expect(local(afterHoliday?.covers.from ?? 0)).toBe("2020-06-24T00:00");
});

test("two weekly rounds that the National Day week would put on one date are one", () => {
  const october = (day_off: Calendar["day_off"]) =>
    plannedRounds(
      calendarWith({ first_due: "2020-09-24", last_due: "2020-10-15", covers_from: "2020-09-17", day_off }),
      far,
    );
  expect(october("before").map(({ id, shifted }) => [id, shifted])).toEqual([
    ["2020-09-24", undefined],
    ["2020-10-01", "2020-09-30"],
    ["2020-10-15", undefined],
  ]);
  expect(october("after").map(({ id, shifted }) => [id, shifted])).toEqual([
    ["2020-09-24", undefined],
    ["2020-10-08", "2020-10-09"],
    ["2020-10-15", undefined],
  ]);
});

test("rounds come fortnightly, monthly on the last day of shorter months, and once", () => {
  const until = at("2020-07-01T00:00");
  const base = { first_due: "2020-01-31", covers_from: "2020-01-01" } as const;
  expect(dues(calendarWith({ ...base, rhythm: "monthly" }), until).map((due) => due.slice(5, 10))).toEqual([
    "01-31",
    "02-29",
    "03-31",
    "04-30",
    "05-31",
    "06-30",
  ]);
  expect(
    dues(calendarWith({ ...base, rhythm: "fortnightly" }), at("2020-03-01T00:00")).map((due) => due.slice(5, 10)),
  ).toEqual(["01-31", "02-14", "02-28"]);
  expect(dues(calendarWith({ ...base, rhythm: "once" }))).toEqual(["2020-01-31T17:00"]);
});

test("24:00 is the start of the next day", () => {
  expect(dues(calendarWith({ due_time: "24:00", rhythm: "once" }))).toEqual(["2020-05-22T00:00"]);
});

test("a round never opens after it is due, nor before the first round does", () => {
  const moved = calendarWith({
    first_due: "2020-06-18",
    last_due: "2020-06-25",
    day_off: "before",
    opens: { days_before: 0, time: "09:00" },
  });
  expect(plannedRound(moved, "2020-06-25")).toMatchObject({
    opens: at("2020-06-24T17:00"),
    due: at("2020-06-24T17:00"),
  });
  const eager = calendarWith({ opens: { days_before: 20, time: "09:00" }, first_opens: "2020-05-19T09:00" });
  expect(plannedRounds(eager, at("2020-05-19T09:00")).map(({ id }) => id)).toEqual([
    "2020-05-21",
    "2020-05-28",
    "2020-06-04",
  ]);
  expect(plannedRounds(eager, at("2020-05-19T08:59"))).toEqual([]);
});

test("17:00 stays 17:00 where the clocks change, and a time that they skip comes as much later", () => {
  const berlin = { zone: "Europe/Berlin", covers_from: "2021-03-01", first_due: "2021-03-21" };
  const weekly = plannedRounds(calendarWith({ ...berlin, last_due: "2021-04-04" }), far);
  expect(weekly.map(({ due }) => isoWithOffset(due, "Europe/Berlin"))).toEqual([
    "2021-03-21T17:00:00+01:00",
    "2021-03-28T17:00:00+02:00",
    "2021-04-04T17:00:00+02:00",
  ]);
  const skipped = plannedRound(calendarWith({ ...berlin, due_time: "02:30" }), "2021-03-28");
  expect(isoWithOffset(skipped?.due ?? 0, "Europe/Berlin")).toBe("2021-03-28T03:30:00+02:00");
});

test("a round is found by id, and by what opens next", () => {
  const calendar = campaign();
  expect(nextPlanned(calendar, at("2020-05-19T09:00"))?.number).toBe(2);
  expect(nextPlanned(calendar, far)).toBeUndefined();
  for (const id of ["2020-05-22", "2020-07-02", "9999-99-99", "", "nonsense"])
    expect(plannedRound(calendar, id)).toBeUndefined();
  expect(plannedRound(calendarWith(), "9999-12-30")).toBeUndefined();
});

test("in any calendar rounds are in order, cover time without a gap, and are found every way", () => {
  fc.assert(
    fc.property(calendars, (calendar) => {
      const until = at("2020-09-01T00:00");
      const rounds = plannedRounds(calendar, until);
      rounds.forEach((round, index) => {
        const before = rounds[index - 1];
        expect(round.number).toBe(index + 1);
        expect(round.opens).toBeLessThanOrEqual(round.due);
        expect(round.covers.from).toBeLessThanOrEqual(round.covers.to);
        if (before) {
          expect(before.due).toBeLessThan(round.due);
          expect(before.opens).toBeLessThanOrEqual(round.opens);
          expect(before.covers.to).toBe(round.covers.from);
        }
        expect(plannedRound(calendar, round.id)).toEqual(round);
        expect(plannedFrom(calendar, round.closes - 1).next().value).toEqual(round);
      });
      expect(nextPlanned(calendar, until)?.opens ?? Number.POSITIVE_INFINITY).toBeGreaterThan(until);
    }),
    { numRuns: 60 },
  );
});
