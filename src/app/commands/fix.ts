import { type Command, reporting } from "./command.ts";

/** Mends figures by line of the review or by name. */
export const fix: Command = {
  name: "fix",
  word: "改",
  takesArguments: true,
  roles: reporting,
  inGroups: false,
  kind: "interview",
  command: "fix",
};
