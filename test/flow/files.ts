import { readFileSync } from "node:fs";
import type { Flow } from "../../src/core/flow/flow.ts";
import { loadFlow } from "../../src/core/flow/load.ts";
import type { Roster } from "../../src/core/roster.ts";
import { loadRoster } from "../../src/core/roster-load.ts";
import type { Problem } from "../../src/core/source/problem.ts";
import { wordingOf } from "../../src/wording/wording.ts";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

export const campaignText = read("flows/epidemic-supplies-weekly.yaml");
export const rosterText = read("data/example/roster.yaml");
export const mealsText = read("test/flows/school-meals.yaml");
export const mealsRosterText = read("test/flows/school-meals-roster.yaml");

/** The flow of a text that is in order; fails with its problems otherwise. */
export function flowOf(text: string): Flow {
  const result = loadFlow(text, "hash");
  if ("flow" in result) return result.flow;
  throw new Error(JSON.stringify(result.problems, null, 1));
}

/** The roster of a text that is in order; fails with its problems otherwise. */
export function rosterOf(text: string): Roster {
  const result = loadRoster(text);
  if ("roster" in result) return result.roster;
  throw new Error(JSON.stringify(result.problems, null, 1));
}

/** The problems of a flow's text; none where it is in order. */
export function flowProblems(text: string): readonly Told[] {
  const result = loadFlow(text, "hash");
  return "problems" in result ? inEnglish(result.problems) : [];
}

/** The problems of a roster's text; none where it is in order. */
export function rosterProblems(text: string): readonly Told[] {
  const result = loadRoster(text);
  return "problems" in result ? inEnglish(result.problems) : [];
}

/** A problem in words. */
type Told<P extends Problem = Problem> = Omit<P, "message" | "fix"> & {
  readonly message: string;
  readonly fix: string;
};

/** Problems as an operator reads them in English. */
export function inEnglish<P extends Problem>(problems: readonly P[]): readonly Told<P>[] {
  const { text } = wordingOf("en");
  return problems.map((each) => ({ ...each, message: text(each.message), fix: text(each.fix) }));
}

/** The text with one passage replaced; fails where the passage is not there. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the file: ${from}`);
  return text.replace(from, () => to);
}

/** Line and column (1-based) of a passage, with an offset into it. */
export function placeOf(text: string, passage: string, into = 0): { line: number; column: number } {
  const at = text.indexOf(passage);
  if (at < 0) throw new Error(`not in the file: ${passage}`);
  const before = text.slice(0, at + into).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
