import { expect, test } from "vitest";
import { nextDue } from "../../src/core/calendar/next-due.ts";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import type { Calendar } from "../../src/core/flow/schema.ts";
import { at, calendarWith, campaign, Keeper } from "./keeper.ts";

const local = (instant: number) => isoWithOffset(instant, "Asia/Shanghai").slice(0, 16);
const finalsOf = (bot: Keeper) =>
  bot.done
    .filter(({ key }) => key.startsWith("final/"))
    .map(({ key, at: when }) => `${local(when)} ${key.split("/").at(-1)}`);
const keeper = (calendar: Calendar, start = "2020-05-19T09:00") => new Keeper(calendar, ["a", "b"], at(start));

/** Three weeks, the last one due on Thursday 06-04. */
const threeWeeks = calendarWith({ last_due: "2020-06-04" });

test("the summary follows version 1 of the last round, once, and nothing is owed after it", () => {
  const bot = keeper(campaign()).advance(at("2020-06-24T16:59"));
  expect(finalsOf(bot)).toEqual([]);
  bot.advance(at("2020-12-31T00:00"));
  expect(finalsOf(bot)).toEqual(["2020-06-24T17:00 1"]);
  const keys = bot.done.map(({ key }) => key);
  expect(keys.indexOf("final/flow/2020-06-25/1")).toBeGreaterThan(keys.indexOf("post/flow/2020-06-25/1"));
  expect(nextDue(bot.input, bot.now)).toBeUndefined();
});

test("it waits for a posting that does not go out", () => {
  const bot = keeper(threeWeeks);
  bot.outcome = ({ act }) => (act.kind === "post" && act.round === "2020-06-04" ? "unknown" : "sent");
  bot.advance(at("2020-06-04T17:30"));
  expect(finalsOf(bot)).toEqual([]);
  bot.outcome = () => "sent";
  expect(finalsOf(bot.advance(at("2020-06-04T18:30")))).toHaveLength(1);
});

test("what comes late makes one more on the next working morning, however much of it comes", () => {
  const bot = keeper(threeWeeks).advance(at("2020-06-04T17:10"));
  bot.submit("2020-06-04", "a").advance(at("2020-06-04T18:00"));
  bot.submit("2020-06-04", "b").advance(at("2020-06-05T08:59"));
  expect(finalsOf(bot)).toEqual(["2020-06-04T17:00 1"]);
  bot.advance(at("2020-12-31T00:00"));
  expect(finalsOf(bot)).toEqual(["2020-06-04T17:00 1", "2020-06-05T09:00 2"]);
});

test("a correction of an earlier round after the end makes another as well, not at the week-end", () => {
  const bot = keeper(threeWeeks).advance(at("2020-06-05T18:00"));
  bot.submit("2020-05-28", "a").advance(at("2020-12-31T00:00"));
  expect(finalsOf(bot)).toEqual(["2020-06-04T17:00 1", "2020-06-08T09:00 2"]);
});

test("one that may have been lost is tried again under its own number", () => {
  const bot = keeper(threeWeeks);
  bot.outcome = ({ act }) => (act.kind === "final" ? "unknown" : "sent");
  bot.advance(at("2020-06-04T17:02"));
  expect(finalsOf(bot)).toEqual([]);
  bot.outcome = () => "sent";
  expect(finalsOf(bot.advance(at("2020-06-05T00:00")))).toEqual(["2020-06-04T17:05 1"]);
});

test("a campaign that goes on without an end has none, and one that is extended has it at its new end", () => {
  expect(finalsOf(keeper(calendarWith()).advance(at("2020-09-01T00:00")))).toEqual([]);
  const extended = keeper(calendarWith({ last_due: "2020-06-11" })).advance(at("2020-06-11T16:59"));
  expect(finalsOf(extended)).toEqual([]);
  expect(finalsOf(extended.advance(at("2020-06-11T17:00")))).toEqual(["2020-06-11T17:00 1"]);
});
