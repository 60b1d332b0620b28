import { type Command, reporting } from "./command.ts";

/** Sends the report; shows the review first. */
export const submit: Command = {
  name: "submit",
  word: "提交",
  also: ["报送", "上报", "send"],
  takesArguments: false,
  roles: reporting,
  inGroups: false,
  kind: "interview",
  command: "submit",
};
