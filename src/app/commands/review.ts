import { type Command, reporting } from "./command.ts";

/** Everything that would be sent, before it is. */
export const review: Command = {
  name: "review",
  word: "核对",
  also: ["修改"],
  takesArguments: false,
  roles: reporting,
  inGroups: false,
  kind: "interview",
  command: "review",
};
