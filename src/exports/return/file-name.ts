import type { Audience, Format, Return, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { roundsNamed } from "./period.ts";

/** The longest name: 60 Chinese characters are 180 bytes, file systems end at 255. */
const LONGEST = 60;

/** The name of a return's file: its rounds, what it is called, the last day that it covers, whom it is for. */
export function returnFile(of: Return, audience: Audience, format: Format, word: Word): string {
  const named = { rounds: roundsNamed(of, word), name: say(of.flow.name, of.language), date: of.asOf };
  return `${safe(word(audience === "up" ? "return-file" : "return-file-leaders", named))}.${format}`;
}

/** A name that every file system takes: no separators, no reserved marks, no dot or space at its ends, not too long. */
export function safe(name: string): string {
  const clean = plain(name)
    .replace(/[\\/:*?"<>|\n\t]/g, "_")
    .replace(/^[. ]+/, "");
  return [...clean]
    .slice(0, LONGEST)
    .join("")
    .replace(/[. ]+$/, "");
}
