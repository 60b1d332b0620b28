import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** A report that says there was nothing new. */
export const zero: Command = {
  name: "zero",
  word: "零报告",
  wordTakes: "nothing",
  rights: inOwnChat(reporting),
  kind: "interview",
  command: "zero",
};
