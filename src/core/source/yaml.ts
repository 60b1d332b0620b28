import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Phrase, Text } from "../message.ts";
import { tooDeepIn } from "./depth.ts";
import { type Part, type Path, type Problem, wrong } from "./problem.ts";

export type Place = { readonly line: number; readonly column: number };

/** A YAML text as data, with the place of everything in it. */
export type Source = {
  readonly value: unknown;
  /** Where the entry at a path stands; for a missing one, the map or list that should hold it. */
  readonly place: (path: Path, part?: Part) => Place;
};

/** Longer texts are no questionnaire; reading them would only hold the bot up. */
const LONGEST = 2_000_000;
/** Aliases multiply: a short file of nested ones would unfold into millions of nodes. */
const ALIASES = 200;

/** Reads a YAML text; or says everything that is wrong with its syntax. Never throws. */
export function readYaml(text: string): { readonly source: Source } | { readonly problems: readonly Problem[] } {
  if (text.length > LONGEST) return { problems: [whole({ key: "problem-file-long" })] };
  const deep = tooDeepIn(text);
  if (deep !== undefined) return { problems: [{ ...whole({ key: "problem-nested" }), line: deep }] };
  const counter = new LineCounter();
  try {
    // The library compares each key with all before it: a map of 20,000 would take it ten seconds.
    const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
    const slips = doc.errors.length > 0 ? doc.errors : repeatedKeys(doc);
    const errors = [...slips].sort((a, b) => a.pos[0] - b.pos[0]);
    if (errors.length > 0) return { problems: gathered(errors.map((error) => syntax(error, counter))) };
    const value: unknown = doc.toJS({ maxAliasCount: ALIASES });
    if (isCircular(value)) return { problems: [loop(doc, counter)] };
    return { source: { value, place: placesOf(doc, text, counter) } };
  } catch (error) {
    return { problems: [unreadable(error)] };
  }
}

type Slip = { readonly code: string; readonly message: string; readonly pos: readonly [number, number] };

/** Every key that its map has already, under whatever quotes: data can hold one of them alone. */
function repeatedKeys(doc: Document.Parsed): readonly Slip[] {
  const slips: Slip[] = [];
  visit(doc, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const at = startOf(key);
        if (seen.has(name)) slips.push({ code: "DUPLICATE_KEY", message: "Map keys must be unique", pos: [at, at] });
        seen.add(name);
      }
    },
  });
  return slips;
}

/** An open bracket makes an error of every line that follows: of those that are mended alike the first tells enough. */
function gathered(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ fix }: Problem) => JSON.stringify(fix);
  return [...new Set(problems.map(keyOf))].flatMap((key) => {
    const [first, ...others] = problems.filter((each) => keyOf(each) === key);
    if (!first) return [];
    if (others.length === 0) return [first];
    const args = { first: first.message, more: String(others.length) };
    return [{ ...first, message: { key: "yaml-more-below", args } }];
  });
}

function syntax(error: Slip, counter: LineCounter): Problem {
  const { line, col } = counter.linePos(error.pos[0]);
  return {
    line,
    column: col,
    path: "",
    message: { key: "yaml-invalid", args: { why: whyOf(error) } },
    fix: advice(error.code),
  };
}

/** The slips that people make most, in words of ours; of the others the library tells in its own. */
function whyOf({ code, message }: Slip): Text {
  switch (code) {
    case "DUPLICATE_KEY":
      return { key: "yaml-duplicate" };
    case "TAB_AS_INDENT":
      return { key: "yaml-tab" };
    case "MULTIPLE_DOCS":
      return { key: "yaml-documents" };
    default:
      return { key: "yaml-other", args: { why: message } };
  }
}

function advice(code: string): Phrase {
  switch (code) {
    case "DUPLICATE_KEY":
      return { key: "yaml-duplicate-fix" };
    case "TAB_AS_INDENT":
      return { key: "yaml-tab-fix" };
    case "BAD_ALIAS":
      return { key: "yaml-alias-fix" };
    case "MULTIPLE_DOCS":
      return { key: "yaml-documents-fix" };
    default:
      return { key: "yaml-other-fix" };
  }
}

function unreadable(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  if (/alias/i.test(why)) return whole({ key: "problem-aliases", args: { why } });
  return whole({ key: "problem-unreadable", args: { why } });
}

function whole(what: Phrase): Problem {
  return { line: 1, column: 1, path: "", ...wrong(what) };
}

function loop(doc: Document.Parsed, counter: LineCounter): Problem {
  let at = 0;
  visit(doc, {
    Alias(_, alias) {
      at = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  const { line, col } = counter.linePos(at);
  return { ...whole({ key: "problem-alias-itself" }), line, column: col };
}

/** Whether a value contains itself; aliases make that possible, and nothing that walks it would ever end. */
function isCircular(value: unknown, above: ReadonlySet<object> = new Set()): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (above.has(value)) return true;
  const here = new Set(above).add(value);
  return Object.values(value).some((inner) => isCircular(inner, here));
}

function placesOf(doc: Document.Parsed, text: string, counter: LineCounter): Source["place"] {
  return (path, part = "value") => {
    const found = find(doc, path);
    const key = part === "key" && found.whole && isNode(found.key);
    const start = startOf(key || !isNode(found.node) ? found.key : found.node);
    const { line, col } = counter.linePos(typeof part === "number" ? start + shift(found.node, text, part) : start);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** How far into a scalar's source a character of its text lies; 0 where it is escaped or folded and so not found. */
function shift(node: unknown, text: string, character: number): number {
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) return 0;
  const [start, end] = node.range;
  const quote = text.slice(start, end).indexOf(node.value);
  return quote < 0 ? 0 : quote + Math.min(character, node.value.length);
}

/** The node at a path; where there is none, the last one on the way that there is. */
function find(doc: Document.Parsed, path: Path): Found {
  let found: Found = { key: undefined, node: doc.contents, whole: true };
  for (const step of path) {
    const next = inside(doc, found.node, step);
    if (!next) return { ...found, whole: false };
    found = next;
  }
  return found;
}

type Found = { readonly key: unknown; readonly node: unknown; readonly whole: boolean };

function inside(doc: Document.Parsed, node: unknown, step: string | number): Found | undefined {
  const real = isAlias(node) ? node.resolve(doc) : node;
  if (isMap(real)) {
    const pair = real.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
    return pair && { key: pair.key, node: pair.value, whole: true };
  }
  if (isSeq(real) && typeof step === "number" && step < real.items.length)
    return { key: undefined, node: real.items[step], whole: true };
  return undefined;
}
