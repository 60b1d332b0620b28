import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** Where the report stands, and its next question. */
export const report: Command = {
  name: "report",
  word: "填报",
  also: ["开始填报", "接着填", "begin", "go on"],
  wordTakes: "nothing",
  rights: inOwnChat(reporting),
  kind: "interview",
  command: "report",
};
