import { createHash } from "node:crypto";

/** What the platform knows a repeat by for an hour: the same for the same part of the same message, 43 characters. */
export function uuidOf(key: string, part: string): string {
  return createHash("sha256").update(`${key}\n${part}`).digest("base64url");
}
