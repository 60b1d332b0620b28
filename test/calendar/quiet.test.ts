import { expect, test } from "vitest";
import { afterQuiet } from "../../src/core/calendar/quiet.ts";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import { at, calendarWith, campaign } from "./keeper.ts";

const moved = (text: string, calendar = campaign()) => {
  const instant = afterQuiet(calendar, at(text));
  return instant === undefined ? undefined : isoWithOffset(instant, "Asia/Shanghai").slice(0, 16);
};

test.each([
  ["before the noon rest it goes out", "2020-05-20T11:59", "2020-05-20T11:59"],
  ["the rest begins at 12:00", "2020-05-20T12:00", "2020-05-20T14:30"],
  ["the rest is over at 14:30", "2020-05-20T14:30", "2020-05-20T14:30"],
  ["in the evening it waits for the morning", "2020-05-20T21:00", "2020-05-21T08:00"],
  ["after midnight too", "2020-05-20T03:15", "2020-05-20T08:00"],
  ["a Saturday waits for the end of the night before Monday", "2020-05-23T10:00", "2020-05-25T08:00"],
  ["Friday night runs on into the weekend", "2020-05-22T22:00", "2020-05-25T08:00"],
  ["a holiday waits for the Sunday worked", "2020-06-25T10:00", "2020-06-28T08:00"],
  ["the Sunday worked is a working day", "2020-06-28T10:00", "2020-06-28T10:00"],
])("quiet hours: %s", (_what, from, to) => {
  expect(moved(from)).toBe(to);
});

test("a flow may speak on days off, and one without a quiet night speaks as the working day begins", () => {
  expect(moved("2020-05-23T10:00", { ...campaign(), quiet_days_off: false })).toBe("2020-05-23T10:00");
  expect(moved("2020-05-23T10:00", { ...campaign(), quiet: [] })).toBe("2020-05-25T00:00");
});

test("spans that leave no gap let nothing through", () => {
  const quiet = [
    { from: "00:00", to: "12:00" },
    { from: "12:00", to: "24:00" },
  ];
  expect(moved("2020-05-20T10:00", calendarWith({ quiet }))).toBeUndefined();
});

test("a span whose end is shown twice, since the clocks go back, ends later than it began", () => {
  const calendar = calendarWith({ zone: "Europe/Berlin", quiet: [{ from: "01:00", to: "02:30" }] });
  // 02:15 for the second time; 02:30 has been shown once already.
  const second = at("2021-10-31T02:15", "+01:00");
  expect(afterQuiet(calendar, second)).toBe(at("2021-10-31T02:30", "+01:00"));
});
