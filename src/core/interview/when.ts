import { dateIn, localDate } from "../calendar/words.ts";
import type { Flow } from "../flow/flow.ts";
import type { Text } from "../message.ts";
import { closesAt, type Round } from "../round.ts";
import type { Instant } from "../time.ts";

/** A moment as people say it in the flow's zone: 5月21日（周四）17:00. */
export function moment(instant: Instant, flow: Flow): Text {
  const { month, day, weekday, hour, minute } = localDate(instant, flow.calendar.zone);
  const clock = `${pad(hour)}:${pad(minute)}`;
  return {
    key: "moment",
    args: { month: String(month), day: String(day), weekday: { key: `weekday-${weekday}` }, clock },
  };
}

/** The end of a span: midnight is 24:00 of the day before, as forms print it. */
export function momentEnding(instant: Instant, flow: Flow): Text {
  const { hour, minute } = localDate(instant, flow.calendar.zone);
  if (hour !== 0 || minute !== 0) return dayAndClock(instant, flow);
  const { month, day } = localDate(instant - 1, flow.calendar.zone);
  return { key: "day-ending", args: { month: String(month), day: String(day) } };
}

/** 5月20日 15:42 */
export function dayAndClock(instant: Instant, flow: Flow): Text {
  const { month, day, hour, minute } = localDate(instant, flow.calendar.zone);
  return { key: "day-clock", args: { month: String(month), day: String(day), clock: `${pad(hour)}:${pad(minute)}` } };
}

/** 5月11日 */
export function dayOf(instant: Instant, flow: Flow): Text {
  const { month, day } = localDate(instant, flow.calendar.zone);
  return { key: "day", args: { month: String(month), day: String(day) } };
}

/** A date such as 2020-06-25 as people say it: 6月25日. */
export function dayNamed(date: string): Text {
  const [, month = "", day = ""] = date.split("-");
  return { key: "day", args: { month: String(Number(month)), day: String(Number(day)) } };
}

/** Whether a round closes on another day than it regularly does, which is its id. */
export function isShifted(round: Pick<Round, "round" | "due" | "closes">, { calendar }: Flow): boolean {
  // 24:00 belongs to the day that it ends.
  return dateIn(closesAt(round) - 1, calendar.zone) !== round.round;
}

function pad(figure: number): string {
  return String(figure).padStart(2, "0");
}
