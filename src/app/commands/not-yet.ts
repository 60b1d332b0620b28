import type { Role } from "../../core/roster.ts";
import { type Command, everybody, overseeing, reporting } from "./command.ts";

const promised: readonly (readonly [name: string, word: string, takesArguments: boolean, roles: readonly Role[]])[] = [
  ["join", "加入", true, everybody],
  ["why", "数据来源", true, ["coordinator", "city-coordinator", "leader"]],
  ["trend", "趋势", true, ["coordinator", "city-coordinator", "leader"]],
  ["urge", "催报", true, overseeing],
  ["urgent", "重大事项", false, reporting],
  ["problem", "问题台账", false, everybody],
  ["clue", "线索移交", false, reporting],
  ["invite", "邀请", true, overseeing],
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
