import type { CaseFlow } from "../core/cases/case-flow.ts";
import { isCaseFlow, loadCaseFlow } from "../core/cases/load.ts";
import { askedColumns, cellId, type Flow } from "../core/flow/flow.ts";
import { loadFlow } from "../core/flow/load.ts";
import type { Phrase } from "../core/message.ts";
import type { Roster } from "../core/roster.ts";
import { loadRoster } from "../core/roster-load.ts";
import { instead } from "../core/source/nearest.ts";
import { type Path, type Problem, pathText, sorted, wrong } from "../core/source/problem.ts";
import { readYaml } from "../core/source/yaml.ts";
import type { Wording } from "../wording/wording.ts";
import { strangersOf, strangersOfCases } from "./people/strangers.ts";

/** A file as read from disk; `file` is the name to show. */
export type TextFile = { readonly file: string; readonly text: string };
/** `unread`: the file could not be read at all, so that no line of it is meant. */
export type FileProblem = Problem & { readonly file: string; readonly unread?: true };
/** A file, or why it cannot be read. */
export type Source = TextFile | FileProblem;

/** What `baosong check` found: the flows and the roster that are in order, and every problem of those that are not. */
export type CheckReport = {
  readonly flows: readonly Flow[];
  /** The flows of the second kind: matters dealt with one by one. */
  readonly caseFlows: readonly CaseFlow[];
  readonly roster?: Roster;
  readonly problems: readonly FileProblem[];
};

type Loaded = { readonly source: TextFile } & (
  | { readonly kind: "return"; readonly flow: Flow }
  | { readonly kind: "case"; readonly flow: CaseFlow }
);

/**
 * Checks flows and roster by themselves and against each other. `hashOf` gives SHA-256 in hex. `inUse` is the roster that
 * flows are held against where the file cannot be used. Never throws.
 */
export function checkFiles(
  given: { readonly flows: readonly Source[]; readonly roster: Source },
  hashOf: (text: string) => string,
  inUse?: Roster,
): CheckReport {
  const problems: FileProblem[] = [];
  const loaded: Loaded[] = [];
  const add = (file: string, found: readonly Problem[]) => problems.push(...found.map((each) => ({ file, ...each })));
  for (const source of given.flows) {
    const result = load(source, hashOf);
    if ("problems" in result) add(source.file, result.problems);
    else loaded.push(result);
  }
  if (given.flows.length === 0) add("flows", [{ line: 1, column: 1, path: "", ...wrong({ key: "problem-no-flow" }) }]);
  const result = "text" in given.roster ? loadRoster(given.roster.text) : { problems: [given.roster] };
  if ("problems" in result) add(given.roster.file, result.problems);
  const roster = "roster" in result ? result.roster : undefined;
  // A return that cannot be read is told of already: that it is missed elsewhere is no news.
  const whole = loaded.length === given.flows.length;
  const known = roster ?? inUse;
  for (const each of loaded) {
    const counts = whole ? uncounted(each, loaded) : [];
    const found = [...rivals(each, loaded), ...(known ? strangers(each, known) : []), ...counts];
    add(each.source.file, found);
  }
  return {
    flows: loaded.flatMap((each) => (each.kind === "return" ? [each.flow] : [])),
    caseFlows: loaded.flatMap((each) => (each.kind === "case" ? [each.flow] : [])),
    ...(roster ? { roster } : {}),
    problems,
  };
}

function load(source: Source, hashOf: (text: string) => string): Loaded | { readonly problems: readonly Problem[] } {
  if (!("text" in source)) return { problems: [source] };
  const hash = hashOf(source.text);
  if (isCaseFlow(source.text)) {
    const result = loadCaseFlow(source.text, hash);
    return "problems" in result ? result : { source, kind: "case", flow: result.flow };
  }
  const result = loadFlow(source.text, hash);
  return "problems" in result ? result : { source, kind: "return", flow: result.flow };
}

/** Two flows under one id would share their history, and under one code their buttons. */
function rivals({ source, flow }: Loaded, all: readonly Loaded[]): readonly Problem[] {
  const mine = all.findIndex((each) => each.flow === flow);
  const others = all.slice(0, mine).flatMap((each) => (each.kind === "case" ? [each] : []));
  const command = "command" in flow ? others.find((each) => each.flow.command === flow.command) : undefined;
  const spoken =
    command && "command" in flow
      ? [
          problem(source, ["command"], {
            key: "problem-rival-command",
            args: { file: command.source.file, command: flow.command },
          }),
        ]
      : [];
  return [...spoken, ...rivalNames({ source, flow }, all.slice(0, mine))];
}

function rivalNames(
  { source, flow }: { readonly source: TextFile; readonly flow: Flow | CaseFlow },
  before: readonly Loaded[],
): readonly Problem[] {
  return (["id", "code"] as const).flatMap((key) => {
    const rival = before.find((each) => each.flow[key] === flow[key]);
    if (!rival) return [];
    const args = { file: rival.source.file, key, value: flow[key] };
    return [problem(source, [key], { key: "problem-rival", args })];
  });
}

/** What a flow names of the roster and the roster does not have. */
function strangers({ source, ...each }: Loaded, roster: Roster): readonly Problem[] {
  const found = each.kind === "return" ? strangersOf(each.flow, roster) : strangersOfCases(each.flow, roster);
  return sorted(found.map(({ path, what }) => problem(source, path, what)));
}

/** Figures that a case flow counts for a return which does not ask them. */
function uncounted(each: Loaded, all: readonly Loaded[]): readonly Problem[] {
  if (each.kind !== "case") return [];
  const { flow: own, source } = each;
  const returns = all.flatMap((other) => (other.kind === "return" ? [other.flow] : []));
  return own.counts.flatMap((count, index): readonly Problem[] => {
    const flow = returns.find(({ id }) => id === count.flow);
    const ids = returns.map(({ id }) => id);
    if (!flow)
      return [
        problem(source, ["counts", index, "flow"], {
          key: "problem-no-return",
          args: { flow: count.flow, instead: instead(count.flow, ids, { key: "known-returns" }) },
        }),
      ];
    const cells = new Set(flow.blocks.flatMap(cellsOf));
    const counted = optionsOf(own, count.row).flatMap((row) =>
      optionsOf(own, count.group).map((group) => `${row}.${group}.${count.column}`),
    );
    const strange = counted.find((cell) => !cells.has(cell));
    if (strange === undefined) return [];
    const args = { flow: flow.id, figure: strange, row: count.row, group: count.group };
    return [problem(source, ["counts", index, "column"], { key: "problem-no-figure", args })];
  });
}

function cellsOf({ rows, groups }: Flow["blocks"][number]): readonly string[] {
  return rows.flatMap((row) =>
    groups.flatMap((group) => askedColumns(group).map((column) => cellId(row.id, group.id, column.id))),
  );
}

function optionsOf(flow: CaseFlow, question: string): readonly string[] {
  const field = flow.questions.find(({ id }) => id === question);
  return field?.type === "choice" ? field.options.map(({ id }) => id) : [];
}

function problem(source: TextFile, path: Path, what: Phrase): Problem {
  const read = readYaml(source.text);
  const place =
    "source" in read ? read.source.place(path, path[0] === "asks" ? "key" : "value") : { line: 1, column: 1 };
  return { ...place, path: pathText(path), ...wrong(what) };
}

/**
 * The problems as lines for an operator, in their language: `file:line:column  message`, then what to do. The same slip
 * in several places of a file is told once, with the other lines.
 */
export function formatProblems(problems: readonly FileProblem[], words: Wording): string {
  const alike = new Map<string, FileProblem[]>();
  for (const each of problems) {
    const key = JSON.stringify([each.file, each.message, each.fix]);
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  const told = [...alike.values()].flatMap(([first, ...others]) => (first ? [formatted(first, others, words)] : []));
  return told.join("\n");
}

/** As many lines are named; whoever mends those finds the others. */
const NAMED = 12;

function formatted(
  { file, line, column, message, fix, unread }: FileProblem,
  others: readonly FileProblem[],
  { text, word }: Wording,
): string {
  const lines = others.slice(0, NAMED).map((each) => each.line);
  const rest = others.length > NAMED ? ", …" : "";
  const args = { more: others.length, lines: `${lines.join(", ")}${rest}` };
  const more = others.length === 0 ? "" : word("alike-too", args);
  const place = unread ? "" : `${file}:${line}:${column}  `;
  return `${place}${text(message)}${more}\n    -> ${text(fix)}`;
}
