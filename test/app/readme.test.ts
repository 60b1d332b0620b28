import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settingsTable } from "../../src/settings.ts";

const readme = new URL("../../README.md", import.meta.url);
const between = /(<!-- settings[^>]*-->\n)[\s\S]*?(<!-- \/settings -->)/;

test("the README's table of settings is the one that the program reads", () => {
  const text = readFileSync(readme, "utf8");
  const written = text.replace(between, (_all, head: string, foot: string) => `${head}${settingsTable()}\n${foot}`);
  if (process.env.GOLDEN === "update") writeFileSync(readme, written);
  else expect(text).toBe(written);
  expect(text).toMatch(between);
});
