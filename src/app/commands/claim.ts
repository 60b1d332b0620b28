import { claim as claimGroup } from "../people/groups.ts";
import { inGroups } from "../rights.ts";
import type { Command } from "./command.ts";

/** Said in a group: it is the leadership's, and the table is posted here. */
export const claim: Command = {
  name: "claim",
  word: "设为领导群",
  wordTakes: "words",
  rights: inGroups(["coordinator"]),
  kind: "own",
  run: async ({ house, member, args, id, at, sentAt, channel, chat }) => {
    const origin = { id, at, sentAt, by: member.id, channel };
    return [await claimGroup(house, { chat, named: args.trim(), origin })];
  },
};
