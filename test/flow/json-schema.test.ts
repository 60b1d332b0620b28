import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editorSchemas } from "../../src/core/flow/json-schema.ts";

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
