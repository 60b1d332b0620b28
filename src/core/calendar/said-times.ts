import type { Instant } from "../time.ts";
import { saidDays } from "./said-days.ts";
import { saidWords } from "./said-words.ts";
import { zoned } from "./zoned.ts";

const clock =
  /^(.*?)\s*(上午|早上|早|中午|下午|傍晚|晚上|晚)?\s*(\d{1,2}|十[一二]|[一二两三四五六七八九十])(?::(\d{2})|[点时](?:(半|\d{1,2})分?)?|(?=\s*[ap]m$))\s*([ap]m)?$/i;
const hours = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/** Reads `18:00`, `18点`, 下午三点, 3pm, 今天18:00, 周五 9:30, `5月22日18:00` as an instant later than now; undefined for anything else. */
export function saidMoment(text: string, now: Instant, zone: string): Instant | undefined {
  const found = clock.exec(saidWords(text) ?? "");
  if (!found) return undefined;
  const [, date = "", half, hour = "", digits, minutes, meridian] = found;
  const days = date === "" ? { from: zoned(now, zone).toPlainDate() } : saidDays(whole(date, half), now, zone);
  const said = /\d/.test(hour) ? Number(hour) : hours.indexOf(hour === "两" ? "二" : hour);
  const time = { hour: onDial(said, half, meridian), minute: minutes === "半" ? 30 : Number(digits ?? minutes ?? 0) };
  if (!days || said < 0 || time.hour > 24 || time.minute > 59 || (time.hour === 24 && time.minute > 0))
    return undefined;
  const start = time.hour === 24 ? days.from.add({ days: 1 }) : days.from;
  const at = start.toZonedDateTime({ timeZone: zone, plainTime: { ...time, hour: time.hour % 24 } }).epochMilliseconds;
  return at > now ? at : undefined;
}

/** 明早 and 今晚 are short for 明天早上 and 今天晚上. */
function whole(date: string, half: string | undefined): string {
  return half !== undefined && /^[今明]$/.test(date) ? `${date}天` : date;
}

/** 下午三点 and 3pm are 15:00. */
function onDial(hour: number, half: string | undefined, meridian: string | undefined): number {
  const afternoon = /下午|傍晚|晚/.test(half ?? "") || (half === "中午" && hour < 3) || /p/i.test(meridian ?? "");
  return afternoon && hour < 12 ? hour + 12 : hour;
}

/** No longer than this is what somebody writes about time beside a command's word. */
const LONGEST = 24;

/**
 * Whether a stretch of words speaks of days or times and of nothing else (周三, 5月21日到25日, 3天, 下午三点), so that
 * the word beside it is a command and no sentence. Whether they are days that there are is for whoever reads them.
 */
export function speaksOfTime(text: string): boolean {
  const said = saidWords(text) ?? "";
  const letters =
    /^[\d\s:./~—–年月日号点时半分天周期拜星礼一二三四五六七八九十两今明后大下本这个整上午早中晚到至从自起止开始小钟之以-]+$/;
  return said.length <= LONGEST && letters.test(said) && /[天日号周期拜月点时钟分:今明后早晚]|\d[./]\d/.test(said);
}
