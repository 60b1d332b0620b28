import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "../../src/wording/wording.ts";

/** The id of every sentence that a language's files have, to be held against the other's and the code. */
export function messageIds(language: Language): readonly string[] {
  const folder = new URL(`../../src/wording/${language}/`, import.meta.url);
  return readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), "utf8").matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id ?? ""),
  );
}
