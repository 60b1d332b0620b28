import { type Command, reporting } from "./command.ts";

/** Where the report stands, and its next question. */
export const report: Command = {
  name: "report",
  word: "填报",
  takesArguments: false,
  roles: reporting,
  inGroups: false,
  kind: "interview",
  command: "report",
};
