import { createHash } from "node:crypto";

/** What the platform knows a repeat by for an hour: the same for the same part of a message to a chat, 43 characters. */
export function uuidOf(chat: string, key: string, part: string): string {
  return createHash("sha256").update(`${chat}\n${key}\n${part}`).digest("base64url");
}
