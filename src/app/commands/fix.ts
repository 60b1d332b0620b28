import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** Mends figures by line of the review or by name. */
export const fix: Command = {
  name: "fix",
  word: "改",
  wordTakes: "words",
  rights: inOwnChat(reporting),
  kind: "interview",
  command: "fix",
};
