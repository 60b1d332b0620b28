import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sha256 } from "./chain.ts";

const core = fileURLToPath(new URL("../core/", import.meta.url));
let known: string | undefined;

/**
 * What identifies the rules that documents are folded by: the text of the core. What was folded by others is not
 * read, but made again from the entries, so that an upgrade never goes on from what an earlier version made of them.
 */
export function rulesOfFolding(): string {
  known ??= sha256(
    readdirSync(core, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => sha256(readFileSync(`${core}/${name}`)))
      .join(),
  );
  return known;
}
