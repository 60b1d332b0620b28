import { showForApproval } from "../sign-off.ts";
import { type Command, signing } from "./command.ts";

/** 审核: the report that waits for the head's approval. */
export const sign: Command = {
  name: "sign",
  word: "审核",
  takesArguments: false,
  roles: signing,
  inGroups: false,
  kind: "own",
  run: showForApproval,
};
