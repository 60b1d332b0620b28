import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** Everything that is loaded with a file, whatever the settings say: files below src/ and packages, types left out. */
function loadedWith(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, what = "", to = ""] of text.matchAll(/^(?:import|export)\s([^;"]*?from\s)?"([^"]+)"/gm)) {
    if (what.startsWith("type ")) continue;
    if (to.startsWith(".")) loadedWith(resolve(dirname(file), to), loaded);
    else loaded.add(to);
  }
  return loaded;
}

test("a start loads no platform, database or writer of files before one is configured or asked for", () => {
  const loaded = [...loadedWith(resolve(src, "main.ts")), ...loadedWith(resolve(src, "cli.ts"))];
  // As a check of the reading itself: what every start needs is found.
  expect(loaded).toContain("zod");
  expect(loaded).toContain(resolve(src, "core/document.ts"));
  const heavy =
    /^(?:@larksuiteoapi|grammy|pg|exceljs|docx|@napi-rs|jszip)|src\/(?:store\/postgres|channels\/(?:simulator|lark\/card|telegram\/index))/;
  expect(loaded.filter((each) => heavy.test(each))).toEqual([]);
});
