import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { toMend } from "../core/source/problem.ts";
import { StartError } from "../failures.ts";
import { operatorLanguage } from "../settings.ts";
import { codeOf } from "../store/cause.ts";
import { type Wording, wordingOf } from "../wording/wording.ts";

/** The environment, and what a `.env` file says beneath it. Throws a `StartError` where there is one that cannot be read. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return { ...beneath(), ...process.env };
}

function beneath(): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readFileSync(".env", "utf8"));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === "ENOENT") return {};
    throw new StartError("env-unreadable", toMend({ key: "env-unreadable", args: { path: resolve(".env"), code } }));
  }
}

/** The words of the command line, in the operator's language. */
export function operatorWords(): Wording {
  return wordingOf(operatorLanguage(known()));
}

/** What is known of the environment: that a `.env` cannot be read has to be said in some language. */
function known(): ReturnType<typeof environment> {
  try {
    return environment();
  } catch (cause) {
    if (cause instanceof StartError) return process.env;
    throw cause;
  }
}
