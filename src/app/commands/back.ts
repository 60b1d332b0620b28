import { type Command, reporting } from "./command.ts";

/** The screen before the one that is asked. */
export const back: Command = {
  name: "back",
  word: "上一屏",
  takesArguments: false,
  roles: reporting,
  inGroups: false,
  kind: "interview",
  command: "back",
};
