import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** Everything that would be sent, before it is. */
export const review: Command = {
  name: "review",
  word: "核对",
  also: ["修改"],
  wordTakes: "nothing",
  rights: inOwnChat(reporting),
  kind: "interview",
  command: "review",
};
