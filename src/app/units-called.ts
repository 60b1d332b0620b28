import { fold } from "../core/interview/reading/names.ts";
import type { Unit, Words } from "../core/roster.ts";

/** The unit of exactly this name or id, in any language, else all whose name holds it. */
export function unitsCalled(text: string, units: readonly Unit[]): readonly Unit[] {
  const name = fold(text);
  if (name === "") return [];
  const names = (unit: Unit) => namesOf(unit).map(fold);
  const exact = units.filter((unit) => names(unit).includes(name));
  return exact.length > 0 ? exact : units.filter((unit) => names(unit).some((each) => each.includes(name)));
}

/** A unit named at the head of some words, and what follows it. */
export type UnitAtHead =
  | { readonly kind: "one"; readonly unit: Unit; readonly rest: string }
  | { readonly kind: "several"; readonly units: readonly Unit[] }
  | { readonly kind: "none" };

/** The unit whose name or id the words begin with, of several the longest; else whom their first word calls. */
export function unitAtHead(words: string, units: readonly Unit[]): UnitAtHead {
  const said = words.normalize("NFKC").trim();
  const [best] = units
    .flatMap((unit) => namesOf(unit).map((name) => ({ unit, name: name.normalize("NFKC") })))
    .filter(({ name }) => said.toLowerCase().startsWith(name.toLowerCase()))
    .sort((a, b) => b.name.length - a.name.length);
  if (best) return { kind: "one", unit: best.unit, rest: said.slice(best.name.length).trim() };
  const [part = ""] = said.split(/\s+/);
  const [only, ...others] = unitsCalled(part, units);
  if (!only) return { kind: "none" };
  if (others.length > 0) return { kind: "several", units: [only, ...others] };
  return { kind: "one", unit: only, rest: said.slice(part.length).trim() };
}

function namesOf({ id, name, short }: Unit): readonly string[] {
  return [id, ...everyName(name), ...everyName(short)];
}

function everyName(name: Words): readonly string[] {
  return typeof name === "string" ? [name] : Object.values(name);
}
