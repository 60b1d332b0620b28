import type { UnitId } from "../core/entry.ts";
import type { Unit, Words } from "../core/roster.ts";

/** A unit named at the head of some words, and what follows it. */
export type NamedUnit =
  | { readonly kind: "one"; readonly unit: Unit; readonly rest: string }
  | { readonly kind: "several"; readonly units: readonly Unit[] }
  | { readonly kind: "none" };

/** Finds the unit that words begin with: by its name, its short name or its id; the longest name that fits is meant. */
export function namedUnit(units: readonly Unit[], words: string): NamedUnit {
  const said = words.normalize("NFKC").trim();
  const found = units
    .flatMap((unit) => namesOf(unit).map((name) => ({ unit, name })))
    .filter(({ name }) => said.toLowerCase().startsWith(name.toLowerCase()))
    .sort((a, b) => b.name.length - a.name.length);
  const [best] = found;
  if (best) return { kind: "one", unit: best.unit, rest: said.slice(best.name.length).trim() };
  const [part = ""] = said.split(/\s+/);
  const near = part === "" ? [] : units.filter((unit) => namesOf(unit).some((name) => name.includes(part)));
  const [only] = near;
  if (near.length === 1 && only) return { kind: "one", unit: only, rest: said.slice(part.length).trim() };
  return near.length > 1 ? { kind: "several", units: near } : { kind: "none" };
}

/** The units of these ids, as a list to choose from. */
export function unitsOf(all: readonly Unit[], ids: ReadonlySet<UnitId>): readonly Unit[] {
  return all.filter(({ id }) => ids.has(id));
}

function namesOf({ id, name, short }: Unit): readonly string[] {
  return [id, ...each(name), ...each(short)].map((words) => words.normalize("NFKC"));
}

function each(words: Words): readonly string[] {
  return typeof words === "string" ? [words] : Object.values(words);
}
