import { attachments } from "../attachments.ts";
import { everybody, inOwnChat } from "../rights.ts";
import type { Command } from "./command.ts";

/** The photos and documents that came with reports: a list, and each of them on a press. */
export const files: Command = {
  name: "files",
  word: "附件",
  wordTakes: "words",
  rights: inOwnChat(everybody),
  kind: "own",
  run: async ({ house, member, args }) => [{ blocks: await attachments(house, member, args) }],
};
