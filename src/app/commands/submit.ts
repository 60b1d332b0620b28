import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** Sends the report; shows the review first. */
export const submit: Command = {
  name: "submit",
  word: "提交",
  also: ["报送", "上报", "send"],
  wordTakes: "nothing",
  rights: inOwnChat(reporting),
  kind: "interview",
  command: "submit",
};
