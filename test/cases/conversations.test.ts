import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { opening } from "../../src/core/cases/case-flow.ts";
import { type Played, play, shippedCaseFlows } from "./play.ts";

// Golden conversations of several people: `GOLDEN=update npm test -- test/cases` writes them anew; read every line.
const folder = new URL("./", import.meta.url);
const names = readdirSync(folder)
  .filter((each) => each.endsWith(".txt"))
  .sort();
/** Each is played once: by the test of its words, or by the first that looks at its cases. */
const played = new Map<string, Promise<Played>>();

function playOnce(name: string): Promise<Played> {
  const known = played.get(name) ?? play(readFileSync(new URL(name, folder), "utf8"));
  played.set(name, known);
  return known;
}

test.each(names)("the matter of %s goes as it is written down", async (name) => {
  const golden = readFileSync(new URL(name, folder), "utf8");
  const { text } = await playOnce(name);
  if (process.env.GOLDEN === "update") writeFileSync(new URL(name, folder), text);
  else expect(text).toBe(golden);
});

describe.each(shippedCaseFlows().map((flow) => [flow.id, flow] as const))("the conversations of %s", (_id, flow) => {
  /** The steps that all conversations together make in cases of this flow. */
  const steps = async () => {
    const all = await Promise.all(names.map(playOnce));
    return all.flatMap(({ cases }) => cases.filter((each) => each.flow === flow.id)).flatMap(({ trail }) => trail);
  };

  test("make each of its moves", async () => {
    const made = new Set((await steps()).map(({ move }) => move));
    expect([opening, ...flow.moves.map(({ id }) => id)].filter((move) => !made.has(move))).toEqual([]);
  }, 60_000);

  test("come through each of its states", async () => {
    const reached = new Set((await steps()).map(({ to }) => to));
    expect(flow.states.map(({ id }) => id).filter((state) => !reached.has(state))).toEqual([]);
  }, 60_000);
});
