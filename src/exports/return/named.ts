import type { FlowBlock, FlowColumn, Group } from "../../core/flow/flow.ts";
import { headingOf } from "../../core/table/heading.ts";
import type { Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";

/** A group's figures by what they stand under, and a sum without a heading by what it adds up. */
export function headed(block: FlowBlock, group: Group, language: string, word: Word): string {
  const { label, of } = headingOf(block, group);
  const name = say(label, language);
  const parts = of.map((each) => say(each, language)).join(word("list-comma"));
  return plain(of.length === 0 ? name : word("sum-of", { name, parts }));
}

/** A column by its short name and the unit that its figures are in; a rate bears its sign in every cell. */
export function named(column: FlowColumn, language: string, word: Word): string {
  const name = say(column.short, language);
  const unit = column.unit && !column.computed ? say(column.unit, language) : "";
  return plain(unit === "" || name.endsWith(unit) ? name : word("return-name-unit", { name, unit }));
}
