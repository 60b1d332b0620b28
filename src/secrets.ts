import { createHash, randomBytes } from "node:crypto";
import type { Secrets } from "./app/house.ts";

/** Randomness and hashing from the machine. */
export const secrets: Secrets = {
  random: randomBytes,
  hash: (text) => createHash("sha256").update(text).digest("hex"),
};
