import statutory from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { Temporal } from "temporal-polyfill";
import type { Calendar } from "../flow/schema.ts";

/** What days off follow from: the zone tells whose statutory calendar holds, the flow has the last word. */
export type Days = Pick<Calendar, "zone" | "holidays">;

/** Zones where the State Council's arrangement of holidays and 调休 holds; Hong Kong, Macau and Taipei have their own. */
const chineseZones: ReadonlySet<string> = new Set([
  "Asia/Shanghai",
  "Asia/Urumqi",
  "Asia/Chongqing",
  "Asia/Chungking",
  "Asia/Harbin",
  "Asia/Kashgar",
  "PRC",
]);

// The table alone: what the package's functions say of a time of day depends on the zone of the machine.
const holidays: Readonly<Record<string, string>> = statutory.holidays;
const workdays: Readonly<Record<string, string>> = statutory.workdays;

/** Whether nobody works on a date (`2020-06-25`): by the flow, else the statutory calendar, else the weekend. */
export function isDayOff(days: Days, date: string): boolean {
  if (days.holidays.worked.includes(date)) return false;
  if (days.holidays.off.includes(date)) return true;
  if (chineseZones.has(days.zone)) {
    if (workdays[date] !== undefined) return false;
    if (holidays[date] !== undefined) return true;
  }
  return Temporal.PlainDate.from(date).dayOfWeek > 5;
}

/** The working day nearest to a date in a direction; the date itself where it is one. */
export function workdayFrom(days: Days, date: Temporal.PlainDate, towards: "before" | "after"): Temporal.PlainDate {
  const step = { days: towards === "before" ? -1 : 1 };
  let day = date;
  while (isDayOff(days, day.toString())) day = day.add(step);
  return day;
}
