import { type Command, reporting } from "./command.ts";

/** A report that says there was nothing new. */
export const zero: Command = {
  name: "zero",
  word: "零报告",
  takesArguments: false,
  roles: reporting,
  inGroups: false,
  kind: "interview",
  command: "zero",
};
