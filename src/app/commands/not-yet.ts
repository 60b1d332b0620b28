import { inOwnChat, type Rights, reading, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

const promised: readonly (readonly [name: string, word: string, takesArguments: boolean, rights: Rights])[] = [
  ["urgent", "重大事项", false, inOwnChat(reporting)],
  ["problem", "问题台账", false, inOwnChat([...reporting, ...reading])],
  ["clue", "线索移交", false, inOwnChat(reporting)],
];

/** Commands that are promised and not there yet: they answer so, and say what can be used. */
export const notYet: readonly Command[] = promised.map(([name, word, takesArguments, rights]) => ({
  name,
  word,
  takesArguments,
  rights,
  kind: "not-yet",
}));
