import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** Takes a sent report back before the deadline, after one confirmation. */
export const withdraw: Command = {
  name: "withdraw",
  word: "撤回",
  wordTakes: "nothing",
  rights: inOwnChat(reporting),
  kind: "interview",
  command: "withdraw",
};
