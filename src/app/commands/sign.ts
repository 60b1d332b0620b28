import { inOwnChat, signing } from "../rights.ts";
import { showForApproval, signs } from "../sign-off.ts";
import type { Command } from "./command.ts";

/** 审核: the report that waits for the head's approval. */
export const sign: Command = {
  name: "sign",
  word: "审核",
  wordTakes: "nothing",
  rights: inOwnChat(signing),
  offered: signs,
  kind: "own",
  run: showForApproval,
};
