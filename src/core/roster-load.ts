import { flattenRoster, type Roster, type RosterFile, rosterSchema } from "./roster.ts";
import { examineRoster } from "./roster-examine.ts";
import type { Problem } from "./source/problem.ts";
import { readAs } from "./source/read.ts";

/** Reads a roster file: its schema, then its meaning. Gives the roster, or every problem at once. Never throws. */
export function loadRoster(text: string): { readonly roster: Roster } | { readonly problems: readonly Problem[] } {
  const read = readAs<RosterFile, void>(text, rosterSchema, examineRoster);
  return "problems" in read ? read : { roster: flattenRoster(read.value) };
}
