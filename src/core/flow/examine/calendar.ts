import { type Examiner, unique } from "../../source/examiner.ts";
import { nearest } from "../../source/nearest.ts";
import type { Path } from "../../source/problem.ts";
import type { FlowFile } from "../schema.ts";

/** Whether the calendar can be followed: dates that exist, in an order that leaves time to report. */
export function examineCalendar(file: FlowFile, ex: Examiner): void {
  const { calendar } = file;
  const at: Path = ["calendar"];
  examineZone(calendar.zone, [...at, "zone"], ex);
  const real = (date: string, path: Path): boolean => {
    if (!ex.sound(path)) return false;
    if (isDate(date)) return true;
    ex.tell(path, { key: "problem-no-day", args: { date } });
    return false;
  };
  const { first_due, last_due, covers_from, first_opens } = calendar;
  const firstReal = real(first_due, [...at, "first_due"]);
  if (last_due !== undefined && real(last_due, [...at, "last_due"]) && firstReal && last_due < first_due)
    ex.tell([...at, "last_due"], { key: "problem-last-before-first", args: { first: first_due } });
  if (real(covers_from, [...at, "covers_from"]) && firstReal && covers_from > first_due)
    ex.tell([...at, "covers_from"], { key: "problem-covers-after-due", args: { due: first_due } });
  if (first_opens !== undefined && real(first_opens.slice(0, 10), [...at, "first_opens"]) && firstReal)
    if (first_opens >= `${first_due}T${calendar.due_time}` && ex.sound([...at, "due_time"]))
      ex.tell([...at, "first_opens"], {
        key: "problem-opens-after-due",
        args: { due: `${first_due}T${calendar.due_time}` },
      });
  const { opens, due_time } = calendar;
  if (opens.days_before === 0 && opens.time >= due_time && ex.sound([...at, "opens"]) && ex.sound([...at, "due_time"]))
    ex.tell([...at, "opens"], { key: "problem-opens-late", args: { opens: opens.time, due: due_time } });
  const { collect_by: collect } = calendar;
  if (collect?.days_before === 0 && collect.time >= due_time && ex.sound([...at, "collect_by"]))
    ex.tell([...at, "collect_by"], { key: "problem-collect-late", args: { collect: collect.time, due: due_time } });
  const days = (["off", "worked"] as const).flatMap((kind) =>
    calendar.holidays[kind].map((date, index) => ({ date, path: [...at, "holidays", kind, index] })),
  );
  for (const { date, path } of days) real(date, path);
  const dates = days.map((each) => each.date);
  unique(ex, { key: "thing-day" }, dates, (index) => days[index]?.path ?? at);
  for (const [index, span] of calendar.quiet.entries())
    if (span.from === span.to) ex.tell([...at, "quiet", index], { key: "problem-quiet-empty" });
  const rungs = calendar.reminders.map(({ rule, ...rung }) =>
    [rule, ...("by" in rung ? [rung.by] : []), ...("after" in rung ? [rung.after] : [])].join(" "),
  );
  unique(ex, { key: "thing-reminder" }, rungs, (index) => [...at, "reminders", index]);
}

/** Whether there is such a zone. */
export function examineZone(zone: string, path: Path, ex: Examiner): void {
  if (!ex.sound(path) || isZone(zone)) return;
  const near = nearest(zone, Intl.supportedValuesOf("timeZone"));
  ex.tell(path, { key: "problem-no-zone", args: { zone, near: near ?? { key: "zone-such-as" } } });
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function isDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
