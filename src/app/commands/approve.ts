import { signScreen } from "../../core/interview/sign-off.ts";
import { readPerson } from "../documents.ts";
import { inOwnChat, signing } from "../rights.ts";
import { decideOnReport } from "../sign-off.ts";
import type { Command } from "./command.ts";

/** 同意: the report counts from here on, as it was shown. */
export const approve: Command = {
  name: "approve",
  word: "同意",
  wordTakes: "nothing",
  rights: inOwnChat(signing),
  kind: "own",
  run: async (call) => {
    // A button says which revision it showed; a word means what was shown last.
    const pressed = /:(\d+)$/.exec(call.args)?.[1];
    const { prompt } = await readPerson(call.house.store, call.member.id);
    const shown = prompt?.screen === signScreen ? prompt.revision : undefined;
    return decideOnReport(call, { kind: "approve", revision: pressed === undefined ? shown : Number(pressed) });
  },
};
