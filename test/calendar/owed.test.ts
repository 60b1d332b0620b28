import { expect, test } from "vitest";
import { nextDue } from "../../src/core/calendar/next-due.ts";
import { owed } from "../../src/core/calendar/owed.ts";
import { reportingUnits } from "../../src/core/calendar/reporting.ts";
import { roundsReminded } from "../../src/core/calendar/standing.ts";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import type { Calendar } from "../../src/core/flow/schema.ts";
import { at, calendarWith, campaign, Keeper } from "./keeper.ts";

const tuesday = at("2020-05-19T09:00");
const keeper = (since = tuesday, units: readonly string[] = ["a", "b"], calendar: Calendar = campaign()) =>
  new Keeper(calendar, units, since);
const local = (instant: number) => isoWithOffset(instant, "Asia/Shanghai").slice(5, 19);
/** What was done from the `from`th deed on: when, and what. */
const said = (bot: Keeper, from = 0) =>
  bot.done.slice(from).map(({ key, at: when }) => `${local(when)} ${key.replace("/flow/2020-", "/")}`);

test("the first week of the campaign: opening, a day before, an hour before, freeze, posting, overdue", () => {
  const bot = keeper().advance(at("2020-05-24T00:00"));
  expect(said(bot)).toEqual([
    "05-19T09:00:00 open/05-21",
    "05-19T09:00:00 remind/05-21/a/0-opening",
    "05-19T09:00:00 remind/05-21/b/0-opening",
    "05-20T17:00:00 remind/05-21/a/1-before",
    "05-20T17:00:00 remind/05-21/b/1-before",
    "05-21T16:00:00 remind/05-21/a/2-before",
    "05-21T16:00:00 remind/05-21/b/2-before",
    "05-21T16:30:00 list/05-21/4-call_list/coordinator",
    "05-21T17:00:00 freeze/05-21",
    "05-21T17:00:00 post/05-21/1",
    "05-21T17:30:00 remind/05-21/a/3-overdue",
    "05-21T17:30:00 remind/05-21/b/3-overdue",
  ]);
  expect(bot.keys()).not.toContain("post/flow/2020-05-21/2");
});

test("the whole campaign of one silent unit, with the last round on the Wednesday before the festival", () => {
  const bot = keeper(tuesday, ["a"]).advance(at("2020-12-31T00:00"));
  expect(bot.keys().filter((key) => key.startsWith("post/"))).toHaveLength(6);
  expect(bot.done).toHaveLength(6 * 8 + 2);
  expect(said(bot)).toContain("06-18T09:00:00 day-off/06-25");
  expect(said(bot, 41)).toEqual([
    "06-22T09:00:00 open/06-25",
    "06-22T09:00:00 remind/06-25/a/0-opening",
    "06-23T17:00:00 remind/06-25/a/1-before",
    "06-24T16:00:00 remind/06-25/a/2-before",
    "06-24T16:30:00 list/06-25/4-call_list/coordinator",
    "06-24T17:00:00 freeze/06-25",
    "06-24T17:00:00 post/06-25/1",
    "06-24T17:00:00 final/06-25/1",
    "06-24T17:30:00 remind/06-25/a/3-overdue",
  ]);
  expect(nextDue(bot.input, bot.now)).toBeUndefined();
});

test("who has submitted is reminded no more; who has only a draft is", () => {
  const bot = keeper().advance(at("2020-05-20T16:59")).submit("2020-05-21", "a").advance(at("2020-05-22T00:00"));
  expect(bot.keys("a")).toEqual(["remind/flow/2020-05-21/a/0-opening"]);
  expect(bot.keys("b")).toHaveLength(4);
});

test("a posting is owed right after the freeze, also when nobody owes anything", () => {
  const bot = keeper(tuesday, []).advance(at("2020-05-21T17:00"));
  expect(said(bot)).toEqual([
    "05-19T09:00:00 open/05-21",
    "05-21T17:00:00 freeze/05-21",
    "05-21T17:00:00 post/05-21/1",
  ]);
});

test("a flow installed on the day of the notice opens its round at once", () => {
  expect(said(keeper().settle(), 0)[0]).toBe("05-19T09:00:00 open/05-21");
});

test("a flow installed while a round should be open opens it late, without the reminders that have passed", () => {
  const bot = keeper(at("2020-05-20T18:00"), ["a"]).advance(at("2020-05-22T00:00"));
  expect(said(bot)).toEqual([
    "05-20T18:00:00 open/05-21",
    "05-20T18:00:00 remind/05-21/a/0-opening",
    "05-21T16:00:00 remind/05-21/a/2-before",
    "05-21T16:30:00 list/05-21/4-call_list/coordinator",
    "05-21T17:00:00 freeze/05-21",
    "05-21T17:00:00 post/05-21/1",
    "05-21T17:30:00 remind/05-21/a/3-overdue",
  ]);
  expect(bot.done[0]?.since).toBe(at("2020-05-20T18:00"));
});

test("nothing is owed of a round that was due when the flow was installed", () => {
  const bot = keeper(at("2020-05-21T17:00"), ["a"]).advance(at("2020-05-25T08:59"));
  expect(bot.done).toEqual([]);
  expect(said(bot.advance(at("2020-05-25T09:00")))[0]).toBe("05-25T09:00:00 open/05-28");
});

test("asleep for two days, it sends the newest rung alone, and records the older as overtaken", () => {
  const bot = keeper(tuesday, ["a"]).settle();
  bot.sleep(at("2020-05-21T16:10"));
  expect(said(bot, 2)).toEqual(["05-21T16:10:00 remind/05-21/a/2-before"]);
  expect(bot.report("2020-05-21", "a").deliveries["remind/flow/2020-05-21/a/1-before"]).toEqual({ state: "dropped" });
});

test("asleep over the deadline, it posts late and leaves out the reminders that no longer help", () => {
  const bot = keeper(tuesday, ["a"]).settle();
  bot.sleep(at("2020-05-21T17:10"));
  expect(said(bot, 2)).toEqual(["05-21T17:10:00 freeze/05-21", "05-21T17:10:00 post/05-21/1"]);
  expect(bot.done.at(-1)?.since).toBe(at("2020-05-21T17:00"));
});

test("asleep into the next round, it posts the last and opens the next, and nobody is nagged for the last", () => {
  const bot = keeper(tuesday, ["a"]).settle();
  bot.sleep(at("2020-05-26T10:00"));
  expect(said(bot, 2)).toEqual([
    "05-26T10:00:00 freeze/05-21",
    "05-26T10:00:00 open/05-28",
    "05-26T10:00:00 post/05-21/1",
    "05-26T10:00:00 remind/05-28/a/0-opening",
  ]);
});

test("asleep for weeks, every round is still opened, frozen and posted once, in order", () => {
  const bot = keeper(tuesday, ["a"]).settle();
  bot.sleep(at("2020-06-12T10:00"));
  const posts = bot.keys().filter((key) => key.startsWith("post/"));
  expect(posts).toEqual(["2020-05-21", "2020-05-28", "2020-06-04", "2020-06-11"].map((id) => `post/flow/${id}/1`));
  expect(bot.keys("a").slice(1)).toEqual(["remind/flow/2020-06-11/a/3-overdue"]);
});

test("a rung in the noon rest waits for its end, and the opening and the posting do not", () => {
  const calendar = { ...campaign(), due_time: "13:30", opens: { days_before: 1, time: "12:15" } };
  const bot = keeper(at("2020-05-26T00:00"), ["a"], calendar).advance(at("2020-05-29T00:00"));
  expect(said(bot)).toEqual([
    "05-27T12:15:00 open/05-28",
    "05-27T14:30:00 remind/05-28/a/0-opening",
    "05-28T13:30:00 freeze/05-28",
    "05-28T13:30:00 post/05-28/1",
    "05-28T14:30:00 remind/05-28/a/3-overdue",
  ]);
});

test("two rungs that leave a quiet span together go out as one, the newer", () => {
  const reminders: Calendar["reminders"] = [
    { rule: "before", by: "PT4H" },
    { rule: "before", by: "PT5H" },
  ];
  const bot = keeper(tuesday, ["a"], { ...campaign(), reminders }).advance(at("2020-05-22T00:00"));
  expect(bot.keys("a")).toEqual(["remind/flow/2020-05-21/a/0-before"]);
});

test("the rounds whose reports are needed are those that may still send a reminder, however late their last is", () => {
  const bot = keeper(tuesday, ["a"]).advance(at("2020-06-09T10:00"));
  expect(roundsReminded(bot.input, bot.now)).toEqual(["2020-06-11"]);
  expect(roundsReminded(bot.input, at("2020-06-11T17:00"))).toEqual([]);
  const reminders: Calendar["reminders"] = [{ rule: "overdue", after: "P14D" }];
  const patient = keeper(tuesday, ["a"], { ...campaign(), reminders }).advance(at("2020-06-04T16:59"));
  expect(roundsReminded(patient.input, patient.now)).toEqual(["2020-06-04", "2020-05-28", "2020-05-21"]);
});

test("a rung that quiet hours would move past the due time is dropped", () => {
  const calendar = { ...campaign(), due_time: "14:00" };
  const bot = keeper(at("2020-05-26T00:00"), ["a"], calendar).advance(at("2020-05-28T13:59"));
  expect(bot.keys("a")).toEqual(["remind/flow/2020-05-28/a/0-opening", "remind/flow/2020-05-28/a/1-before"]);
});

test("when nobody owes any more the next instant is the deadline", () => {
  const bot = keeper(tuesday, ["a"]).settle().submit("2020-05-21", "a");
  expect(nextDue(bot.input, bot.now)).toBe(at("2020-05-21T17:00"));
});

test("an overdue rung on a day off waits for the end of the night before the next working day", () => {
  const reminders: Calendar["reminders"] = [{ rule: "overdue", after: "P1D" }];
  const bot = keeper(at("2020-06-24T00:00"), ["a"], { ...campaign(), reminders }).advance(at("2020-07-01T00:00"));
  expect(said(bot).at(-1)).toBe("06-28T08:00:00 remind/06-25/a/0-overdue");
});

test("what is being sent is not owed until its lease is over, and then it is again", () => {
  const bot = keeper(tuesday, ["a"]);
  bot.outcome = ({ act }) => (act.kind === "remind" ? "unknown" : "sent");
  bot.settle();
  expect(owed(bot.input, bot.now).owed).toEqual([]);
  expect(nextDue(bot.input, bot.now)).toBe(at("2020-05-19T09:05"));
  expect(owed(bot.input, at("2020-05-19T09:05")).owed.map(({ key }) => key)).toEqual([
    "remind/flow/2020-05-21/a/0-opening",
  ]);
});

test("a rung whose sending stays in doubt is overtaken by the next", () => {
  const bot = keeper(tuesday, ["a"]);
  bot.outcome = ({ act }) => (act.kind === "remind" && act.rule === "opening" ? "unknown" : "sent");
  bot.advance(at("2020-05-20T17:00"));
  const { deliveries } = bot.report("2020-05-21", "a");
  expect(deliveries["remind/flow/2020-05-21/a/0-opening"]).toMatchObject({ state: "dropped" });
  expect(deliveries["remind/flow/2020-05-21/a/1-before"]).toMatchObject({ state: "sent" });
});

test("a reminder says of which unit it is, by which rule, and to whom in it", () => {
  const bot = keeper(tuesday, ["a"]).advance(at("2020-05-21T17:29"));
  expect(owed(bot.input, at("2020-05-21T17:30")).owed.map(({ act }) => act)).toEqual([
    { kind: "remind", round: "2020-05-21", unit: "a", slot: "reporter", rule: "overdue", urgent: false },
  ]);
});

test("a unit that joined after the opening owes the next round, and one that left is not reminded", () => {
  const bot = keeper(tuesday, ["a", "b"]).settle();
  const input = { ...bot.input, units: new Set(["b", "c"]) };
  const due = owed(input, at("2020-05-20T17:00")).owed;
  expect(due.map(({ key }) => key)).toEqual(["remind/flow/2020-05-21/b/1-before"]);
});

test("an open round keeps to the reminders of the text that it was opened with", () => {
  const bot = keeper(tuesday, ["a"]).settle();
  const calendar = calendarWith({ reminders: [{ rule: "before", by: "P2D" }, ...campaign().reminders] });
  const input = { ...bot.input, flow: { id: "flow", calendar }, earlier: new Map([["", campaign()]]) };
  expect(nextDue(input, bot.now)).toBe(at("2020-05-20T17:00"));
  expect(owed(input, bot.now).owed).toEqual([]);
});

test("where the clock goes back nothing is done twice and what was done stays done", () => {
  const bot = keeper(tuesday, ["a"]).advance(at("2020-05-21T17:00"));
  const done = bot.done.length;
  bot.now = at("2020-05-19T00:00");
  bot.advance(at("2020-05-21T17:00"));
  expect(bot.done).toHaveLength(done);
  expect(bot.round("2020-05-21").state).toBe("frozen");
});

test("the units that report are those whose department is asked anything", () => {
  const unit = { name: "", short: "", reports: true };
  const person = { name: "", addresses: {} };
  const units = reportingUnits(
    { asks: { market: ["table"], silent: [] } },
    {
      departments: {},
      groups: [],
      units: [
        { ...unit, id: "city", reports: false },
        { ...unit, id: "b", department: "market" },
        { ...unit, id: "a", department: "market" },
        { ...unit, id: "excused", department: "market", reports: false },
        { ...unit, id: "mute", department: "silent" },
        { ...unit, id: "other", department: "other" },
      ],
      people: [
        { ...person, id: "one", role: "liaison", unit: "a" },
        { ...person, id: "two", role: "deputy", unit: "a" },
        { ...person, id: "three", role: "liaison", unit: "a" },
        { ...person, id: "four", role: "liaison", unit: "other" },
      ],
    },
  );
  expect([...units]).toEqual(["b", "a"]);
});

test("with a collect-by time units are late from then on, the coordinator sees a preview, and the freeze is at the due time", () => {
  const calendar = { ...campaign(), collect_by: { days_before: 0, time: "12:00" }, quiet: [] };
  const bot = keeper(at("2020-05-25T08:00"), ["a"], calendar).advance(at("2020-05-29T00:00"));
  expect(said(bot, 2)).toEqual([
    "05-27T12:00:00 remind/05-28/a/1-before",
    "05-28T11:00:00 remind/05-28/a/2-before",
    "05-28T11:30:00 list/05-28/4-call_list/coordinator",
    "05-28T12:00:00 preview/05-28",
    "05-28T12:30:00 remind/05-28/a/3-overdue",
    "05-28T17:00:00 freeze/05-28",
    "05-28T17:00:00 post/05-28/1",
  ]);
});

test("a deputy beside the liaison and each coordinator get reminders under keys of their own", () => {
  const reminders: Calendar["reminders"] = [
    { rule: "before", by: "PT1H", to: ["liaison", "deputy", "coordinator", "city-coordinator"], urgent: true },
  ];
  const bot = keeper(tuesday, ["a", "b"], { ...campaign(), reminders });
  bot.advance(at("2020-05-20T12:00")).submit("2020-05-21", "a").advance(at("2020-05-21T16:00"));
  expect(said(bot, 1)).toEqual([
    "05-21T16:00:00 list/05-21/0-before/coordinator",
    "05-21T16:00:00 remind/05-21/b/0-before",
    "05-21T16:00:00 remind/05-21/b/0-before/deputy",
  ]);
});

test("a rung that falls within a unit's rest waits for its end, and one whose time is over by then is left out", () => {
  const reminders: Calendar["reminders"] = [
    { rule: "before", by: "PT5H" },
    { rule: "before", by: "PT3H30M" },
    { rule: "before", by: "PT30M" },
  ];
  const calendar = calendarWith({ reminders, apart: "PT2H" });
  const bot = keeper(tuesday, ["a"], calendar).advance(at("2020-05-21T18:00"));
  expect(said(bot).filter((line) => line.includes("remind"))).toEqual([
    "05-21T12:00:00 remind/05-21/a/0-before",
    "05-21T14:00:00 remind/05-21/a/1-before",
    "05-21T16:30:00 remind/05-21/a/2-before",
  ]);
  const close = keeper(tuesday, ["a"], { ...calendar, apart: "PT4H" }).advance(at("2020-05-21T18:00"));
  expect(close.keys("a")).toEqual(["remind/flow/2020-05-21/a/0-before", "remind/flow/2020-05-21/a/1-before"]);
});
