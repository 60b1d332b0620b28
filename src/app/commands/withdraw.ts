import { type Command, reporting } from "./command.ts";

/** Takes a sent report back before the deadline, after one confirmation. */
export const withdraw: Command = {
  name: "withdraw",
  word: "撤回",
  takesArguments: false,
  roles: reporting,
  inGroups: false,
  kind: "interview",
  command: "withdraw",
};
