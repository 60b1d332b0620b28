import { everybody, inOwnChat } from "../rights.ts";
import type { Command } from "./command.ts";

/** Comes in with a code: the only command that a stranger may use. */
export const join: Command = {
  name: "join",
  word: "加入",
  wordTakes: "words",
  rights: { ...inOwnChat(everybody), strangers: true },
  kind: "join",
};
