import { inOwnChat, signing } from "../rights.ts";
import { readRoundRef } from "../round-ref.ts";
import { decideOnReport, signs } from "../sign-off.ts";
import type { Command } from "./command.ts";

/** 退回修改: back to the liaison, with a word on what is to be mended. */
export const sendback: Command = {
  name: "sendback",
  word: "退回修改",
  wordTakes: "words",
  rights: inOwnChat(signing),
  offered: signs,
  kind: "own",
  run: (call) => {
    // A button says which report it stood below; what is to be mended is written after.
    const pressed = readRoundRef(call.args);
    return pressed
      ? decideOnReport(call, { kind: "send-back", words: "" }, pressed)
      : decideOnReport(call, { kind: "send-back", words: call.args });
  },
};
