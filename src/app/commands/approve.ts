import { signScreen } from "../../core/interview/sending/sign-off.ts";
import { readPerson } from "../documents.ts";
import { inOwnChat, signing } from "../rights.ts";
import { readRoundRef } from "../round-ref.ts";
import { decideOnReport, signs } from "../sign-off.ts";
import type { Command } from "./command.ts";

/** 同意: the report counts from here on, as it was shown. */
export const approve: Command = {
  name: "approve",
  word: "同意",
  wordTakes: "nothing",
  rights: inOwnChat(signing),
  offered: signs,
  kind: "own",
  run: async (call) => {
    // A button says which report and revision it showed; a word means what was shown last.
    const [word = "", revision = ""] = call.args.split(":");
    const pressed = readRoundRef(word);
    if (pressed) return decideOnReport(call, { kind: "approve", revision: Number(revision) }, pressed);
    const { prompt } = await readPerson(call.house.store, call.member.id);
    const shown = prompt?.screen === signScreen ? prompt.revision : undefined;
    return decideOnReport(call, { kind: "approve", revision: shown });
  },
};
