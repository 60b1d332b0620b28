import type { Phrase } from "../../message.ts";
import { type Examiner, referAll, refers, unique } from "../../source/examiner.ts";
import { instead } from "../../source/nearest.ts";
import type { Path } from "../../source/problem.ts";
import { groupsRead, variablesOf } from "../checks.ts";
import { expressionOf, formulaOf, isNameable, namesOf, type Variables } from "../expression.ts";
import type { FlowBlock, Group } from "../flow.ts";
import type { Check, FlowFile } from "../schema.ts";
import { groupsKnown } from "./blocks.ts";

/** Whether every check reads figures that there are, in an expression whose kinds fit together. */
export function examineChecks(file: FlowFile, blocks: readonly FlowBlock[], ex: Examiner): void {
  const ids = file.checks.map((check) => check.id);
  unique(ex, { key: "thing-check" }, ids, (index) => ["checks", index, "id"]);
  const departments = { what: { key: "known-departments-asked" }, at: ["asks"], ids: Object.keys(file.asks) };
  for (const [index, check] of file.checks.entries()) {
    const at: Path = ["checks", index];
    referAll(ex, check.departments, departments, [...at, "departments"]);
    if (!ex.sound([...at, "each"])) continue;
    if (check.each === "report") examineReportCheck(check, at, ex);
    else examineFigureCheck(file, blocks, check, at, ex);
  }
}

function examineReportCheck(check: Check, at: Path, ex: Examiner): void {
  for (const key of ["block", "groups"] as const)
    if (check[key] !== undefined) ex.tell([...at, key], { key: "problem-report-check-key", args: { key } }, "key");
  if (check.repairs.length > 0) ex.tell([...at, "repairs"], { key: "problem-report-check-repairs" }, "key");
  if (check.over === "cumulative") ex.tell([...at, "over"], { key: "problem-report-check-over" });
  examineExpression(check, variablesOf(check, []), at, ex);
}

function examineFigureCheck(file: FlowFile, blocks: readonly FlowBlock[], check: Check, at: Path, ex: Examiner): void {
  const known = { what: { key: "known-blocks" }, at: ["blocks"], ids: blocks.map((block) => block.id) };
  if (check.block === undefined) {
    ex.tell(at, { key: "problem-check-no-block", args: { check: check.id, blocks: known.ids.join(", ") } });
    return;
  }
  const index = blocks.findIndex((block) => block.id === check.block);
  const [block, written] = [blocks[index], file.blocks[index]];
  if (!refers(ex, check.block, known, [...at, "block"]) || !block || !written) return;
  const groups = groupsKnown(written, ["blocks", index, "groups"]);
  const path: Path = [...at, "groups"];
  referAll(ex, check.groups, groups, path);
  unique(ex, { key: "thing-group" }, check.groups ?? [], (place) => [...path, place]);
  if (check.groups?.length === 0) ex.tell(path, { key: "problem-check-empty" });
  for (const [place, id] of (check.groups ?? []).entries())
    if (block.groups.find((group) => group.id === id)?.sums)
      ex.tell([...path, place], { key: "problem-check-computed", args: { group: id } });
  if (ex.sound(groups.at)) examineGroups(check, block, at, ex);
}

/** The expression is tried against every group that it runs on; the first that it does not fit is told of. */
function examineGroups(check: Check, block: FlowBlock, at: Path, ex: Examiner): void {
  const candidates = block.groups.filter((group) => !group.sums && (check.groups?.includes(group.id) ?? true));
  // A group whose columns could not be found has been told of; it can neither hold nor lack what the check names.
  const lost = candidates.some((group) => group.columns.length === 0);
  const read = groupsRead(check, block).filter((group) => group.columns.length > 0);
  if (lost && read.length === 0) return;
  // With no group that has all the names, what is unknown is said with all columns of the block taken together.
  const tried = check.groups || read.length > 0 ? read : [merged(candidates)];
  const seen = new Set<string>();
  for (const group of tried) {
    const variables = variablesOf(check, group.columns);
    const shape = JSON.stringify([...variables]);
    if (seen.has(shape)) continue;
    seen.add(shape);
    if (!examineExpression(check, variables, at, ex)) return;
  }
  if (read.length > 0 || check.groups) return;
  const columns = candidates.map((group) => `${group.id} (${group.columns.map((column) => column.id).join(", ")})`);
  ex.tell([...at, "require"], { key: "problem-check-no-group", args: { columns: columns.join("; ") } });
}

function merged(groups: readonly Group[]): Group {
  return { id: "", label: {}, short: {}, aliases: [], columns: groups.flatMap((group) => group.columns) };
}

/** Tells what is wrong with the expression or with the figures in its sentence; true where the expression is right. */
function examineExpression(check: Check, variables: Variables, at: Path, ex: Examiner): boolean {
  const path: Path = [...at, "require"];
  if (!ex.sound(path)) return false;
  const taken = namesOf(check.require, variables).find((name) => !isNameable(name));
  if (taken !== undefined) {
    ex.tell(path, { key: "problem-check-word", args: { word: taken } });
    return false;
  }
  const expression = expressionOf(check.require, variables);
  if (!("names" in expression)) {
    ex.tell(path, expression.wrong, expression.offset);
    return false;
  }
  if (check.bare !== undefined && !expression.names.includes(check.bare)) {
    const args = { figure: check.bare, instead: instead(check.bare, expression.names, { key: "known-figures" }) };
    ex.tell([...at, "bare"], { key: "problem-check-figure", args });
  }
  const told = check.each === "figure" ? [...expression.names, "name", "unit"] : expression.names;
  for (const [language, words] of Object.entries(check.say))
    for (const [whole, name = ""] of words.matchAll(/\{([^{}]*)\}/g))
      if (!told.includes(name)) {
        const args = { figure: whole, instead: instead(name, told, { key: "known-figures" }) };
        ex.tell([...at, "say", language], { key: "problem-check-figure", args }, words.indexOf(whole));
      }
  return examineRepairs(check, variables, expression.names, at, ex);
}

/** A repair sets figures that the check reads, each from what the check reads. */
function examineRepairs(check: Check, variables: Variables, read: readonly string[], at: Path, ex: Examiner): boolean {
  let sound = true;
  const tell = (path: Path, wrong: Phrase, offset = 0) => {
    sound = false;
    ex.tell(path, wrong, offset);
  };
  const figures = (name: string) => instead(name, read, { key: "known-figures" });
  for (const [index, repair] of check.repairs.entries())
    for (const [name, text] of Object.entries(repair)) {
      const path: Path = [...at, "repairs", index, name];
      if (!read.includes(name)) {
        tell(path, { key: "problem-repair-sets", args: { name, instead: figures(name) } });
        continue;
      }
      const formula = formulaOf(text, variables);
      if (!("names" in formula)) {
        tell(path, formula.wrong, formula.offset);
        continue;
      }
      const other = formula.names.find((each) => !read.includes(each));
      if (other !== undefined)
        tell(path, { key: "problem-repair-uses", args: { name: other, instead: figures(other) } });
    }
  return sound;
}
