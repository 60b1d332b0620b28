import { attachments } from "../attachments.ts";
import { type Command, everybody } from "./command.ts";

/** The photos and documents that came with reports: a list, and each of them on a press. */
export const files: Command = {
  name: "files",
  word: "附件",
  takesArguments: true,
  roles: everybody,
  inGroups: false,
  kind: "own",
  run: async ({ house, member, args }) => [{ blocks: await attachments(house, member, args) }],
};
