import { laterTimes } from "../calendar/later.ts";
import type { Choice, Text } from "../message.ts";
import type { Situation } from "./situation.ts";

/** 稍后提醒, where there is a time left for it. */
export function putOff({ flow, round, now }: Situation): readonly Choice<Text>[] {
  if (laterTimes(flow.calendar, round, now).length === 0) return [];
  return [{ label: { key: "reminder-later" }, action: "cmd:later" }];
}
