import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCaseFlow } from "../../src/core/cases/load.ts";
import { inEnglish } from "../flow/files.ts";

const text = readFileSync(new URL("../../flows/clue-transfer.yaml", import.meta.url), "utf8");

/** What is said of the shipped flow once one thing in it is another. */
function problems(from: string | RegExp, to: string): readonly string[] {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`there is no ${from} in the flow`);
  const loaded = loadCaseFlow(changed, "hash");
  return "problems" in loaded
    ? inEnglish(loaded.problems).map(({ line, message, fix }) => `${line}: ${message} -> ${fix}`)
    : [];
}

describe("a case flow", () => {
  test("is in order as it is shipped", () => {
    expect("flow" in loadCaseFlow(text, "hash")).toBe(true);
  });

  test("is refused where no move leads to a state", () => {
    expect(problems("to: returned", "to: ended").join("\n")).toContain("no move leads to returned");
  });

  test("is refused where a state can never be left", () => {
    const stuck = problems("from: [accepted]", "from: [handed_over]");
    expect(stuck.join("\n")).toContain("nobody can leave accepted");
  });

  test("is refused where a case can turn in a circle and never end", () => {
    const circle = problems(/to: done\n/, "to: handed_over\n");
    expect(circle.join("\n")).toContain("no move leads to done");
  });

  test("is refused where a step names a party that there is not, with the nearest one", () => {
    expect(problems("by: [receiver]", "by: [reciever]").join("\n")).toMatch(
      /reciever is not among the parties -> write receiver/,
    );
  });

  test("is refused where nobody may take a step", () => {
    expect(problems("by: [receiver]", "by: []").length).toBeGreaterThan(0);
  });

  test("is refused where a private matter would be told in a group", () => {
    expect(problems("tells: [receiver, lead]", "tells: [receiver, group]").join("\n")).toContain(
      "never spoken of in a group",
    );
  });

  test("is refused where a question is never asked", () => {
    expect(problems("ask: [given_up]", "ask: [reason]").join("\n")).toContain("nobody is ever asked given_up");
  });

  test("is refused where a button would be too long for the strictest platform", () => {
    const long = "c".repeat(24);
    const found = problems(/id: class\n/, `id: ${long}\n`);
    const both = loadCaseFlow(
      text.replaceAll("class", long).replaceAll("id: certification,", `id: ${"o".repeat(24)},`),
      "hash",
    );
    expect(found.length).toBeGreaterThan(0);
    expect("problems" in both && inEnglish(both.problems).some(({ message }) => /bytes too long/.test(message))).toBe(
      true,
    );
  });

  test("is refused where a reply is to answer several questions", () => {
    const several = problems("ask: [result]\n    tells", "ask: [result, reason]\n    reply: true\n    tells");
    expect(several.join("\n")).toContain("a reply is the answer to one text question");
  });

  test("is refused where a nag counts from a time limit that there is none of", () => {
    expect(problems("{ after: P7D, again: P7D,", "{ on: due, after: P7D,").join("\n")).toContain("knows no time limit");
  });
});
