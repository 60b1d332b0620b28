import { expect, test } from "vitest";
import { dateIn, isoWithOffset, localDate, parseIso } from "../../src/core/calendar/words.ts";

const opening = Date.UTC(2020, 4, 19, 1, 0);

test("an instant is said as a zone's wall shows it, Monday being 1", () => {
  expect(localDate(opening, "Asia/Shanghai")).toEqual({
    year: 2020,
    month: 5,
    day: 19,
    weekday: 2,
    hour: 9,
    minute: 0,
  });
  expect(localDate(opening, "America/New_York").day).toBe(18);
  expect(dateIn(opening, "America/New_York")).toBe("2020-05-18");
});

test("ISO text bears the zone's offset, and milliseconds only where there are any", () => {
  expect(isoWithOffset(opening, "Asia/Shanghai")).toBe("2020-05-19T09:00:00+08:00");
  expect(isoWithOffset(opening + 50, "Asia/Kolkata")).toBe("2020-05-19T06:30:00.050+05:30");
});

test("ISO text is read back, with an offset or Z; anything else is no instant", () => {
  expect(parseIso(isoWithOffset(opening + 7, "Asia/Shanghai"))).toBe(opening + 7);
  expect(parseIso("2020-05-19T09:00+08:00")).toBe(opening);
  expect(parseIso("2020-05-19T01:00Z")).toBe(opening);
  for (const text of ["", "2020-05-19T09:00", "2020-02-30T09:00Z", "tomorrow", "2020-05-19"])
    expect(parseIso(text)).toBeUndefined();
});
