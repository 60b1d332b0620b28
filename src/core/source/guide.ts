import type { z } from "zod";
import type { Phrase, Text } from "../message.ts";
import { own } from "./own.ts";
import type { Path } from "./problem.ts";

type Schema = z.core.JSONSchema.JSONSchema;

/** What a schema says of the place at a path: the keys it knows, and in words what belongs there. */
export type Guide = {
  readonly keys: (path: Path) => readonly string[];
  readonly expects: (path: Path) => Text;
};

/** A guide through one document: `value` decides which form of a union a place has taken. */
export function guideOf(root: Schema, value: unknown): Guide {
  const at = (path: Path): readonly Schema[] => {
    let here: readonly Schema[] = forms(root, root, value);
    let inside = value;
    for (const step of path) {
      inside = child(inside, step);
      here = here.flatMap((schema) => below(schema, step).flatMap((next) => forms(root, next, inside)));
    }
    return here;
  };
  return {
    keys: (path) => [...new Set(at(path).flatMap((schema) => Object.keys(schema.properties ?? {})))],
    expects: (path) => {
      const found = at(path);
      const told = found.map((schema) => schema.description).find((text) => text !== undefined);
      const each = new Map(found.map(kindOf).map((kind) => [JSON.stringify(kind), kind]));
      const kinds: Text = { join: [...each.values()], by: { key: "expects-or" } };
      return told === undefined ? kinds : { key: "expects-told", args: { kinds, told: { key: aboutKey(told) } } };
    },
  };
}

function child(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return own(value, step);
}

function below(schema: Schema, step: string | number): readonly Schema[] {
  const { items } = schema;
  if (typeof step === "number") return isSchema(items) ? [items] : [];
  const next = schema.properties?.[step] ?? schema.additionalProperties;
  return isSchema(next) ? [next] : [];
}

function isSchema(schema: unknown): schema is Schema {
  return typeof schema === "object" && schema !== null && !Array.isArray(schema);
}

/** The forms that a place may take: references followed, unions opened, forms that the value rules out left out. */
function forms(root: Schema, schema: Schema, value: unknown): readonly Schema[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace("#/$defs/", "")];
    return target ? forms(root, target, value) : [];
  }
  const union = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (union.length === 0) return [schema];
  const all = union.flatMap((each) => (isSchema(each) ? forms(root, each, value) : []));
  const { description } = schema;
  const told = description === undefined ? all : all.map((each): Schema => ({ ...each, description }));
  const fitting = told.filter((each) => !ruledOut(each, value));
  return fitting.length > 0 ? fitting : told;
}

function ruledOut(schema: Schema, value: unknown): boolean {
  return Object.entries(schema.properties ?? {}).some(
    ([key, inner]) => isSchema(inner) && inner.const !== undefined && child(value, key) !== inner.const,
  );
}

/** The wording key of what a schema says of a place: its first words, dashes between. */
export function aboutKey(description: string): string {
  const words = description
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
  return `about-${words.replace(/^-|-$/g, "")}`;
}

/** That one of some values belongs there. */
export function oneOf(values: readonly unknown[]): Phrase {
  return { key: "expects-one-of", args: { values: values.join(", ") } };
}

function kindOf(schema: Schema): Phrase {
  if (schema.enum) return oneOf(schema.enum);
  switch (schema.type) {
    case "object":
      return schema.properties
        ? { key: "expects-map", args: { keys: Object.keys(schema.properties).join(", ") } }
        : { key: "expects-names" };
    case "array":
      return { key: "expects-list" };
    case "integer":
      return { key: "expects-integer" };
    case "number":
      return { key: "expects-number" };
    case "boolean":
      return { key: "expects-boolean" };
    default:
      return { key: "expects-text" };
  }
}
