import type { Audience, Format, Return, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { roundsNamed } from "./period.ts";

/** The longest name, in bytes: file systems end at 255, and its ending and a version are still to come. */
const LONGEST = 200;
/** The most of it that what a return is called may take, so that date and readers are never cut off. */
const LONGEST_CALLED = 120;

/** The most that whose figures these are may take. */
const LONGEST_SCOPE = 40;

/** The name of a return's file: its rounds, what it is called, whose figures, the last day covered, whom it is for. */
export function returnFile(of: Return, audience: Audience, format: Format, word: Word): string {
  const name = within(of.final?.title ?? say(of.flow.name, of.language), LONGEST_CALLED);
  const scope = within(of.scope ?? "", LONGEST_SCOPE);
  const called = scope === "" ? name : word("return-name-scope", { name, scope });
  const named = { rounds: roundsNamed(of, word), name: called, date: of.asOf };
  return `${safe(word(audience === "up" ? "return-file" : "return-file-leaders", named))}.${format}`;
}

/** A name that every file system takes: no separators, no reserved marks, no dot or space at its ends, not too long. */
export function safe(name: string): string {
  const clean = plain(name)
    .replace(/[\\/:*?"<>|\n\t]/g, "_")
    .replace(/^[. ]+/, "");
  return within(clean, LONGEST).replace(/[. ]+$/, "");
}

/** As much of a text as so many bytes hold, in whole characters. */
function within(text: string, bytes: number): string {
  let left = bytes;
  let kept = "";
  for (const char of text) {
    left -= new TextEncoder().encode(char).length;
    if (left < 0) break;
    kept += char;
  }
  return kept.trimEnd();
}
