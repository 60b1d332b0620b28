import { localDate } from "../../core/calendar/words.ts";
import type { Instant } from "../../core/time.ts";

/** A moment in a zone as lists show it: `2020-05-20 15:42`. */
export function timeIn(at: Instant, zone: string): string {
  const { year, month, day, hour, minute } = localDate(at, zone);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
