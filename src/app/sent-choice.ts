import type { RoundId } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import type { Choice, Text } from "../core/message.ts";
import { roundRef } from "./round-ref.ts";

/** The button that says that a version of a round's table has gone up; one below an older version says so of that one. */
export function sentChoice(flow: Flow, round: RoundId, version: number): Choice<Text> {
  return { label: { key: "posting-up-sent" }, action: `cmd:sent:${roundRef(flow, round)} v${version}` };
}
