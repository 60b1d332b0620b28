import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** The screen before the one that is asked. */
export const back: Command = {
  name: "back",
  word: "上一屏",
  wordTakes: "nothing",
  rights: inOwnChat(reporting),
  kind: "interview",
  command: "back",
};
