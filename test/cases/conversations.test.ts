import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { play } from "./play.ts";

// Golden conversations of several people: `GOLDEN=update npm test -- test/cases` writes them anew; read every line.
const folder = new URL("./", import.meta.url);

for (const name of readdirSync(folder)
  .filter((each) => each.endsWith(".txt"))
  .sort()) {
  test(`the matter ${name.replace(".txt", "")} goes as it is written down`, async () => {
    const golden = readFileSync(new URL(name, folder), "utf8");
    const played = await play(golden);
    if (process.env.GOLDEN === "update") writeFileSync(new URL(name, folder), played);
    else expect(played).toBe(golden);
  });
}
