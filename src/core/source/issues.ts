import type { z } from "zod";
import type { Guide } from "./guide.ts";
import { instead, nearest } from "./nearest.ts";
import { own } from "./own.ts";
import { type Part, type Path, type Problem, pathText } from "./problem.ts";
import type { Source } from "./yaml.ts";

type Issue = z.core.$ZodIssue;
type Said = { readonly message: string; readonly fix: string; readonly part?: Part };

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
      return at(source, [...path, key], {
        message: `unknown key ${key}`,
        fix: instead(key, keys, "keys"),
        part: "key",
      });
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
export function at(source: Source, path: Path, said: Said): Problem {
  return { ...source.place(path, said.part), path: pathText(path), message: said.message, fix: said.fix };
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== "object" || inner === null) return undefined;
    return own(inner, step);
  }, value);
}

export function keysOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function isAbsent(value: unknown, path: Path): boolean {
  return path.length > 0 && valueAt(value, path) === undefined;
}

function missing(path: Path, issue: Issue, guide: Guide): Said {
  const key = String(path.at(-1));
  const choice = choices(issue);
  return {
    message: `missing key ${key}`,
    fix: `add ${key}: ${choice.length > 0 ? `one of ${choice.join(", ")}` : guide.expects(path)}`,
  };
}

function choices(issue: Issue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.map(String);
  return [];
}

function explain(issue: Issue, path: Path, root: unknown, guide: Guide): Said {
  const value = valueAt(root, path);
  const allowed = choices(issue);
  if (allowed.length > 0)
    return { message: `${shown(value)} is not allowed here`, fix: instead(String(value), allowed, "values") };
  switch (issue.code) {
    case "invalid_type":
    case "invalid_union":
      return { message: `${shown(value)} is not what belongs here`, fix: `write ${guide.expects(path)}` };
    case "invalid_format":
      return {
        message: `${shown(value)} is not allowed here`,
        fix: formatFix(value, issue.message),
      };
    case "too_small":
    case "too_big":
      return {
        message: `${shown(value)} is ${issue.code === "too_small" ? "too small" : "too large"}`,
        fix: bounds(issue),
      };
    default:
      return { message: issue.message, fix: `write ${guide.expects(path)}` };
  }
}

function bounds(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const least = issue.code === "too_small";
  const limit = String(least ? issue.minimum : issue.maximum);
  const open = issue.inclusive === false;
  switch (issue.origin) {
    case "string":
      return least ? `write at least ${limit} character` : `shorten it to at most ${limit} characters`;
    case "array":
      return least ? `list at least ${limit}` : `list at most ${limit}`;
    default:
      return `write a number ${least ? (open ? "above" : "of at least") : open ? "below" : "of at most"} ${limit}`;
  }
}

/** Ids are the one format for which a value can be guessed from what was written. */
function formatFix(value: unknown, rule: string): string {
  const separator = /snake_case/.test(rule) ? "_" : /kebab-case/.test(rule) ? "-" : undefined;
  const made = separator !== undefined && typeof value === "string" ? idFrom(value, separator) : undefined;
  if (made !== undefined) return `write ${made} (${rule})`;
  return separator === undefined ? `write ${rule}` : rule;
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

function shown(value: unknown): string {
  if (typeof value === "string")
    return value === "" ? "an empty text" : value.length > 40 ? `${value.slice(0, 40)}…` : value;
  if (value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return typeof value === "object" ? "a map" : String(value);
}
