import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { operatorLanguage } from "../settings.ts";
import { type Wording, wordingOf } from "../wording/wording.ts";

/** The environment, and what a `.env` file says beneath it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  const file = existsSync(".env") ? parseEnv(readFileSync(".env", "utf8")) : {};
  return { ...file, ...process.env };
}

/** The words of the command line, in the operator's language. */
export function operatorWords(): Wording {
  return wordingOf(operatorLanguage(environment()));
}
