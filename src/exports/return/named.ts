import type { FlowColumn } from "../../core/flow/flow.ts";
import type { Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";

/** A column by its short name and the unit that its figures are in; a rate bears its sign in every cell. */
export function named(column: FlowColumn, language: string, word: Word): string {
  const name = say(column.short, language);
  const unit = column.unit && !column.computed ? say(column.unit, language) : "";
  return plain(unit === "" || name.endsWith(unit) ? name : word("return-name-unit", { name, unit }));
}
