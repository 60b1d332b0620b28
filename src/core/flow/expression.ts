import { Environment } from "@marcbachmann/cel-js";
import type { Phrase, Text } from "../message.ts";
import { instead } from "../source/nearest.ts";

export type Kind = "int" | "double" | "bool";
export type Variables = ReadonlyMap<string, Kind>;

/** What a check's expression is given: counts as bigint, amounts and medians as number. */
export type Bound = Readonly<Record<string, bigint | number | boolean>>;

/** A check's expression, ready to run. */
export type Expression = {
  /** The variables that it names, in order of appearance. */
  readonly names: readonly string[];
  /** Whether all is well; undefined where it cannot be told (a division by zero, a number out of range). */
  readonly holds: (bound: Bound) => boolean | undefined;
};

/** Why an expression cannot be used, and from which character on. */
export type Flaw = { readonly wrong: Phrase; readonly offset: number };

/** A figure worked out from others, ready to run. */
export type Formula = {
  readonly names: readonly string[];
  /** The figure; undefined where there is none (a division by zero, a number out of range). */
  readonly gives: (bound: Bound) => number | undefined;
};

/** Compiles a CEL expression over typed variables; it must give a bool. Never throws. */
export function expressionOf(text: string, variables: Variables): Expression | Flaw {
  const compiled = compile(text, variables);
  if ("wrong" in compiled) return compiled;
  const { names, type, run } = compiled;
  if (type !== "bool") return { wrong: { key: "problem-check-gives", args: { type } }, offset: 0 };
  return {
    names,
    holds: (bound) => {
      const result = run(bound);
      return typeof result === "boolean" ? result : undefined;
    },
  };
}

/** Compiles a CEL expression that gives a figure. Never throws. */
export function formulaOf(text: string, variables: Variables): Formula | Flaw {
  const compiled = compile(text, variables);
  if ("wrong" in compiled) return compiled;
  const { names, type, run } = compiled;
  if (type !== "int" && type !== "double") return { wrong: { key: "problem-repair-gives", args: { type } }, offset: 0 };
  return {
    names,
    gives: (bound) => {
      const result = run(bound);
      const figure = typeof result === "bigint" ? Number(result) : result;
      return typeof figure === "number" && Number.isFinite(figure) ? figure : undefined;
    },
  };
}

type Compiled = {
  readonly names: readonly string[];
  readonly type: string;
  /** What the expression comes to; undefined where it cannot be worked out. */
  readonly run: (bound: Bound) => unknown;
};

function compile(text: string, variables: Variables): Compiled | Flaw {
  try {
    const parsed = environmentOf(variables).parse(text);
    const { valid, type, error } = parsed.check();
    if (!valid) return flawOf(text, variables, error);
    return { names: namesIn(parsed.ast, variables), type: type ?? "no value", run: (bound) => run(parsed, bound) };
  } catch (error) {
    return flawOf(text, variables, error);
  }
}

/** The variables that a text names, types aside; nothing where it is not CEL at all. */
export function namesOf(text: string, variables: Variables): readonly string[] {
  try {
    return namesIn(new Environment({ unlistedVariablesAreDyn: true }).parse(text).ast, variables);
  } catch {
    return [];
  }
}

/** Whether a column of this id could be named in a check; words of the language itself cannot. */
export function isNameable(id: string): boolean {
  try {
    new Environment().registerVariable(id, "int");
    return new Environment().registerVariable(id, "int").check(`${id} > 0`).valid;
  } catch {
    return false;
  }
}

function environmentOf(variables: Variables): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 2000, maxDepth: 60 } });
  for (const [name, kind] of variables) {
    try {
      environment.registerVariable(name, kind);
    } catch {
      // A word of the language itself; `isNameable` tells the author where a check would need it.
    }
  }
  return environment;
}

function run(parsed: (bound: Bound) => unknown, bound: Bound): unknown {
  try {
    return parsed(bound);
  } catch {
    // A check that cannot be worked out says nothing against the figures.
    return undefined;
  }
}

function namesIn(ast: unknown, variables: Variables): readonly string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each);
    if (typeof node !== "object" || node === null || !("op" in node) || !("args" in node)) return;
    if (node.op === "id" && typeof node.args === "string" && variables.has(node.args)) names.add(node.args);
    walk(node.args);
  };
  walk(ast);
  return [...names];
}

function flawOf(text: string, variables: Variables, error: unknown): Flaw {
  const known = [...variables.keys()];
  const { code, summary, start, end } = read(error);
  const word = text.slice(start, end);
  switch (code) {
    case "unknown_variable":
      return {
        wrong: {
          key: "problem-check-variable",
          args: { word, instead: instead(word, known, { key: "known-variables" }) },
        },
        offset: start,
      };
    case "no_such_overload":
    case "no_matching_overload":
      return {
        wrong: { key: "problem-check-kinds", args: { summary, kinds: kinds(variables) } },
        offset: start,
      };
    default:
      return {
        wrong: { key: "problem-check-not-cel", args: { summary, names: known.join(", ") } },
        offset: start,
      };
  }
}

function kinds(variables: Variables): Text {
  const each = [...variables].map(([name, kind]): Text => ({ key: "variable-is", args: { name, kind } }));
  return { join: each, by: ", " };
}

function read(error: unknown): {
  readonly code: string;
  readonly summary: string;
  readonly start: number;
  readonly end: number;
} {
  if (!(error instanceof Error)) return { code: "", summary: String(error), start: 0, end: 0 };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const summary = "summary" in error && typeof error.summary === "string" ? error.summary : error.message;
  const range = "range" in error && typeof error.range === "object" && error.range !== null ? error.range : {};
  const start = "start" in range && typeof range.start === "number" ? range.start : 0;
  const end = "end" in range && typeof range.end === "number" ? range.end : start;
  return { code, summary, start, end };
}
