import { fold } from "../core/interview/names.ts";
import type { Unit, Words } from "../core/roster.ts";

/** The unit of exactly this name or id, in any language, else all whose name holds it. */
export function unitsCalled(text: string, units: readonly Unit[]): readonly Unit[] {
  const name = fold(text);
  if (name === "") return [];
  const names = (unit: Unit) => [unit.id, ...everyName(unit.name), ...everyName(unit.short)].map(fold);
  const exact = units.filter((unit) => names(unit).includes(name));
  return exact.length > 0 ? exact : units.filter((unit) => names(unit).some((each) => each.includes(name)));
}

function everyName(name: Words): readonly string[] {
  return typeof name === "string" ? [name] : Object.values(name);
}
