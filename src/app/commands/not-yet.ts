import type { Role } from "../../core/roster.ts";
import { type Command, everybody, overseeing, reporting } from "./command.ts";

const promised: readonly (readonly [name: string, word: string, takesArguments: boolean, roles: readonly Role[]])[] = [
  ["join", "加入", true, everybody],
  ["why", "数据来源", true, ["coordinator", "city-coordinator", "leader"]],
  ["trend", "趋势", true, ["coordinator", "city-coordinator", "leader"]],
  ["urge", "催报", true, overseeing],
  ["reopen", "开放补报", true, overseeing],
  ["lock", "锁定", false, ["coordinator"]],
  ["sent", "已上报", false, ["coordinator"]],
  ["invite", "邀请", true, overseeing],
  ["leave", "请假", true, reporting],
  ["people", "人员", false, overseeing],
];

/** Commands that are promised and not there yet: they answer so, and say what can be used. */
export const notYet: readonly Command[] = promised.map(([name, word, takesArguments, roles]) => ({
  name,
  word,
  takesArguments,
  roles,
  inGroups: true,
  kind: "not-yet",
}));
