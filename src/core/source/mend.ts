import type { z } from "zod";
import { idFrom, keysOf, valueAt } from "./issues.ts";
import type { Path } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** A value that the schema takes, made from one that it refused, and the places that were made up for it. */
export type Mended<T> = { readonly value: T; readonly unsound: readonly Path[] };

/** Stand-ins for what is missing or unreadable, tried in turn: an id, labels, dates, times, containers, numbers. */
const STAND_INS: readonly unknown[] = [
  "x",
  { "": "x" },
  {},
  [],
  [{}],
  ["x"],
  0,
  1,
  false,
  "2020-01-01",
  "12:00",
  "2020-01-01T12:00",
  "P1D",
];
/** A file in so bad a state that this many rounds do not mend it is told of by its schema alone. */
const ROUNDS = 12;
const ISSUES = 60;

/**
 * Puts stand-ins where a schema refused something, so that the meaning of the rest can be examined in the same breath
 * and a person is told of everything at once. Undefined where too much is wrong. The input is not changed.
 */
export function mend<T>(schema: z.ZodType<T>, refused: unknown): Mended<T> | undefined {
  const value: unknown = structuredClone(refused);
  const unsound: Path[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const result = schema.safeParse(value);
    if (result.success) return { value: result.data, unsound };
    if (result.error.issues.length > ISSUES) return undefined;
    for (const issue of result.error.issues) mendOne(schema, value, issue, unsound);
  }
  return undefined;
}

function mendOne(schema: z.ZodType, root: unknown, issue: Issue, unsound: Path[]): void {
  const path = keysOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) put(root, [...path, key], undefined);
    return;
  }
  const written = valueAt(root, path);
  // An id in the wrong spelling is spelt alike wherever it is named, so that references to it still hold.
  const spelt = typeof written === "string" ? [idFrom(written, "_"), idFrom(written, "-")] : [];
  for (const candidate of spelt) if (candidate !== undefined && fits(schema, root, path, candidate)) return;
  unsound.push(path);
  for (const candidate of [...allowed(issue), ...STAND_INS])
    if (fits(schema, root, path, structuredClone(candidate))) return;
  put(root, path, undefined);
}

function allowed(issue: Issue): readonly unknown[] {
  if (issue.code === "invalid_value") return issue.values.slice(0, 1);
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options))
    return issue.options.slice(0, 1);
  return [];
}

/** Puts a candidate in its place; false where the schema still refuses something at that very place. */
function fits(schema: z.ZodType, root: unknown, path: Path, candidate: unknown): boolean {
  put(root, path, candidate);
  const after = schema.safeParse(root);
  return after.success || !after.error.issues.some((issue) => keysOf(issue.path).join("\n") === path.join("\n"));
}

function put(root: unknown, path: Path, value: unknown): void {
  const last = path.at(-1);
  const holder = valueAt(root, path.slice(0, -1));
  if (last === undefined || typeof holder !== "object" || holder === null) return;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
}
