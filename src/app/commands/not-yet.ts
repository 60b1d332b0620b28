import { amongLeaders, inOwnChat, overseeing, type Rights, reading, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

const promised: readonly (readonly [name: string, word: string, takesArguments: boolean, rights: Rights])[] = [
  ["why", "数据来源", true, amongLeaders(reading)],
  ["trend", "趋势", true, amongLeaders(reading)],
  ["urge", "催报", true, amongLeaders(overseeing)],
  ["urgent", "重大事项", false, inOwnChat(reporting)],
  ["problem", "问题台账", false, inOwnChat([...reporting, ...reading])],
  ["clue", "线索移交", false, inOwnChat(reporting)],
  ["reopen", "开放补报", true, amongLeaders(overseeing)],
  ["lock", "锁定", false, amongLeaders(["coordinator"])],
  ["sent", "已上报", false, amongLeaders(["coordinator"])],
  ["leave", "请假", true, inOwnChat(reporting)],
];

/** Commands that are promised and not there yet: they answer so, and say what can be used. */
export const notYet: readonly Command[] = promised.map(([name, word, takesArguments, rights]) => ({
  name,
  word,
  takesArguments,
  rights,
  kind: "not-yet",
}));
