import type { z } from "zod";
import type { Phrase, Text } from "../message.ts";
import { type Guide, oneOf } from "./guide.ts";
import { instead, nearest } from "./nearest.ts";
import { own } from "./own.ts";
import { type Part, type Path, type Problem, pathText, wrong } from "./problem.ts";
import type { Source } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

/** As many unknown keys of one map are told of: a file that is none of ours has thousands, and each is searched for. */
const UNKNOWN = 50;

/** As many issues are put into words: each is searched for in the text, and more than `sorted` shows tell nobody more. */
const WORDED = 1_000;

/** What a schema found wrong, as problems with a place and a way out. */
export function problemsOf(all: readonly Issue[], source: Source, guide: Guide): readonly Problem[] {
  const issues = all.slice(0, WORDED);
  const misspelt = new Set<string>();
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [];
    const path = keysOf(issue.path);
    const keys = guide.keys(path);
    return issue.keys.slice(0, UNKNOWN).map((key) => {
      misspelt.add(pathText([...path, nearest(key, keys) ?? key]));
      const args = { key, instead: instead(key, keys, { key: "known-keys" }) };
      return at(source, [...path, key], { key: "problem-unknown-key", args }, "key");
    });
  });
  const others = issues.flatMap((issue) => {
    const path = keysOf(issue.path);
    if (issue.code === "unrecognized_keys") return [];
    if (!isAbsent(source.value, path)) return [at(source, path, explain(issue, path, source.value, guide))];
    // A key in the wrong spelling is not missing besides.
    return misspelt.has(pathText(path)) ? [] : [at(source, path, missing(path, issue, guide))];
  });
  return [...unknown, ...others];
}

/** A problem at a path. */
export function at(source: Source, path: Path, what: Phrase, part?: Part): Problem {
  return { ...source.place(path, part), path: pathText(path), ...wrong(what) };
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== "object" || inner === null) return undefined;
    return own(inner, step);
  }, value);
}

/** A path as the schema library gives it, without the symbols that no file has. */
export function keysOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function isAbsent(value: unknown, path: Path): boolean {
  return path.length > 0 && valueAt(value, path) === undefined;
}

function missing(path: Path, issue: Issue, guide: Guide): Phrase {
  const key = String(path.at(-1));
  const choice = choices(issue);
  const expected: Text = choice.length > 0 ? oneOf(choice) : guide.expects(path);
  return { key: "problem-missing-key", args: { key, expected } };
}

function choices(issue: Issue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.map(String);
  return [];
}

function explain(issue: Issue, path: Path, root: unknown, guide: Guide): Phrase {
  const value = valueAt(root, path);
  const allowed = choices(issue);
  if (allowed.length > 0) return refused(value, instead(String(value), allowed, { key: "known-values" }));
  switch (issue.code) {
    case "invalid_type":
    case "invalid_union":
      return { key: "problem-not-here", args: { value: shown(value), expected: guide.expects(path) } };
    case "invalid_format":
      return refused(value, formatFix(value, issue.message));
    case "too_small":
    case "too_big":
      return {
        key: issue.code === "too_small" ? "problem-too-small" : "problem-too-big",
        args: { value: shown(value), bounds: bounds(issue) },
      };
    default:
      return { key: "problem-other", args: { why: issue.message, expected: guide.expects(path) } };
  }
}

function refused(value: unknown, otherwise: Text): Phrase {
  return { key: "problem-refused", args: { value: shown(value), instead: otherwise } };
}

function bounds(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Phrase {
  const least = issue.code === "too_small";
  const limit = String(least ? issue.minimum : issue.maximum);
  const open = issue.inclusive === false;
  switch (issue.origin) {
    case "string":
      return { key: least ? "bounds-text-least" : "bounds-text-most", args: { limit } };
    case "array":
      return { key: least ? "bounds-list-least" : "bounds-list-most", args: { limit } };
    default:
      return { key: `bounds-number-${least ? (open ? "above" : "least") : open ? "below" : "most"}`, args: { limit } };
  }
}

/** Ids are the one format for which a value can be guessed from what was written. */
function formatFix(value: unknown, told: string): Phrase {
  const separator = /snake/.test(told) ? "_" : /kebab/.test(told) ? "-" : undefined;
  const rule: Phrase = { key: told.startsWith("format-") ? told : "format-other" };
  const made = separator !== undefined && typeof value === "string" ? idFrom(value, separator) : undefined;
  if (made !== undefined) return { key: "format-made", args: { made, rule } };
  return separator === undefined ? { key: "format-write", args: { rule } } : rule;
}

/** The id that a word would make, with `_` or `-` between its parts; undefined where nothing is left of it. */
export function idFrom(word: string, separator: string): string | undefined {
  const parts = word
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const made = parts
    .filter((part) => part !== "")
    .join(separator)
    .replace(/^[0-9_-]+/, "");
  return made === "" ? undefined : made;
}

function shown(value: unknown): Text {
  if (typeof value === "string")
    return value === "" ? { key: "shown-empty-text" } : value.length > 40 ? `${value.slice(0, 40)}…` : value;
  if (value === null) return { key: "shown-nothing" };
  if (Array.isArray(value)) return { key: value.length === 0 ? "shown-empty-list" : "shown-list" };
  return typeof value === "object" ? { key: "shown-map" } : String(value);
}
