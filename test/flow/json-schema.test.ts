import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editorSchemas } from "../../src/core/flow/json-schema.ts";
import { aboutKey } from "../../src/core/source/guide.ts";
import { wordingOf } from "../../src/wording/wording.ts";

// `GOLDEN=update npm test -- test/flow/json-schema.test.ts` writes them anew.
test.each([
  ["flows/flow.schema.json", editorSchemas().flow],
  ["flows/case-flow.schema.json", editorSchemas().caseFlow],
  ["data/example/roster.schema.json", editorSchemas().roster],
])("%s is what the schema in the code says", (file, made) => {
  const path = new URL(`../../${file}`, import.meta.url);
  if (process.env.GOLDEN === "update") writeFileSync(path, made);
  expect(readFileSync(path, "utf8")).toBe(made);
});

test("everything that the schemas say of a place can be said in both languages, in English in the same words", () => {
  const all = Object.values(editorSchemas()).flatMap((text) => descriptionsIn(JSON.parse(text)));
  expect(all.length).toBeGreaterThan(100);
  for (const told of all) {
    expect(wordingOf("en").word(aboutKey(told))).toBe(told);
    expect(wordingOf("zh-CN").word(aboutKey(told))).toMatch(/[一-龥]/);
  }
});

function descriptionsIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]) =>
    key === "description" && typeof inner === "string" ? [inner] : descriptionsIn(inner),
  );
}
