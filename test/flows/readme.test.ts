import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { z } from "zod";
import type { CaseFlow } from "../../src/core/cases/case-flow.ts";
import { loadCaseFlow } from "../../src/core/cases/load.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import { loadFlow } from "../../src/core/flow/load.ts";
import type { Roster } from "../../src/core/roster.ts";
import { loadRoster } from "../../src/core/roster-load.ts";
import { type World, world } from "../world.ts";

const page = readFileSync(new URL("../../flows/README.md", import.meta.url), "utf8");
const snippets = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
const [whole = "", ...parts] = snippets.filter((text) => !text.startsWith("kind: case"));
const [caseText = ""] = snippets.filter((text) => text.startsWith("kind: case"));
const map = z.record(z.string(), z.unknown());

function flowOf(text: string): Flow {
  const loaded = loadFlow(text, "readme");
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems, undefined, 1));
  return loaded.flow;
}

function caseFlowOf(text: string): CaseFlow {
  const loaded = loadCaseFlow(text, "readme");
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems, undefined, 1));
  return loaded.flow;
}

function roster(): Roster {
  const loaded = loadRoster(readFileSync(new URL("./safety-roster.yaml", import.meta.url), "utf8"));
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.roster;
}

let played: World | undefined;
afterEach(() => played?.end());

describe("the page on writing flows", () => {
  test("begins with a whole return that loads, and has a whole case flow", () => {
    expect(flowOf(whole).id).toBe("safety-inspection");
    expect(caseFlowOf(caseText).id).toBe("fault-report");
    expect(parts.length).toBeGreaterThanOrEqual(4);
  });

  test.each(parts.map((text, index) => [index + 1, text] as const))(
    "has a part %i that fits into it",
    (_index, text) => {
      const together = { ...map.parse(parse(whole)), ...map.parse(parse(text)) };
      expect(flowOf(stringify(together)).id).toBe("safety-inspection");
    },
  );

  test("gives a return that a newcomer can run as it stands", async () => {
    played = await world({
      flows: [flowOf(whole)],
      caseFlows: [caseFlowOf(caseText)],
      roster: roster(),
      language: "en",
      start: "2020-06-01T08:00+08:00",
    });
    await played.at("2020-06-01T09:00+08:00");
    expect(played.heard("north-liaison").join()).toContain("Round 1");
    await played.say("north-liaison", "/report");
    await played.say("north-liaison", "12 3 1");
    const review = await played.say("north-liaison", "4 0 0");
    expect(review).toContain("1 Mines Visits：Sites visited 12 Faults found 3 Faults mended 1");
    await played.press("north-liaison", "Send");
    await played.at("2020-06-05T12:00+08:00");
    const posting = played.heard("leaders").join("\n");
    expect(posting).toContain("South District");
    expect(posting).toMatch(/Mines \| 12 \| 3 \| 1/);
  });

  test("gives a case flow that goes from its opening to its end beside the return", async () => {
    played = await world({
      flows: [flowOf(whole)],
      caseFlows: [caseFlowOf(caseText)],
      roster: roster(),
      language: "en",
      start: "2020-06-01T10:00+08:00",
    });
    await played.say("north-liaison", "/problem new");
    expect(await played.say("north-liaison", "A cracked valve at the works")).toContain("Fault no. 1: reported");
    await played.bot.tick();
    await played.press("clerk", "Set a time limit");
    await played.say("clerk", "6-10");
    await played.bot.tick();
    await played.press("north-liaison", "Mended");
    await played.say("north-liaison", "The valve was replaced");
    await played.bot.tick();
    expect(played.heard("leaders").join("\n")).toContain("The valve was replaced");
    expect(await played.say("clerk", "/problem")).toContain("0 open, 1 closed");
  });
});
