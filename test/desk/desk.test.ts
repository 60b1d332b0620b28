import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Played, play } from "./play.ts";

/**
 * Golden talks of leaders and coordinators with the whole bot; `play.ts` says how a script is written. GOLDEN=update
 * writes them anew; read every line before you keep it.
 */
const folder = new URL("./", import.meta.url);

for (const name of readdirSync(folder)
  .filter((each) => each.endsWith(".txt"))
  .sort()) {
  test(`the talk ${name.replace(".txt", "")} goes as it is written down`, async () => {
    const golden = readFileSync(new URL(name, folder), "utf8");
    const played: Played = await play(golden);
    if (process.env.GOLDEN === "update") writeFileSync(new URL(name, folder), played.text);
    else expect(played.text).toBe(golden);
    // Whatever a button gives must come back within what the tightest platform carries.
    expect(played.longestAction).toBeLessThanOrEqual(64);
  });
}
