import fc from "fast-check";
import type { Problem } from "../../../src/core/source/problem.ts";
import { flowProblems, inEnglish, mealsRosterText, mealsText, rosterProblems } from "../../flow/files.ts";
import { damaged, shuffled } from "../../flow/spoilt.ts";
import { assert, type Door, door } from "../door.ts";

/** Texts that are made to cost much: aliases that multiply, depth, length, keys without end. */
const costly = fc.constantFrom(
  `${Array.from(
    { length: 30 },
    (_, i) =>
      `a${i}: &a${i} [${Array(9)
        .fill(i === 0 ? "x" : `*a${i - 1}`)
        .join(",")}]`,
  ).join("\n")}\n`,
  "[".repeat(20_000),
  `${"- ".repeat(5_000)}x`,
  `id: ${"口".repeat(200_000)}`,
  Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}`).join("\n"),
  `x: ${"(".repeat(3_000)}`,
  `units:\n${Array.from({ length: 20_000 }, (_, i) => `  - {id: u${i}, nmae: x}`).join("\n")}`,
  `blocks:\n${Array.from({ length: 20_000 }, () => "  - {id: same}").join("\n")}`,
);

/** Its bounds are those of a file of 2 MB, the longest that is read. */
function fileDoor(name: string, whole: string, problemsOf: (text: string) => readonly Problem[]): Door {
  const texts = fc.oneof(
    { arbitrary: damaged(whole), weight: 10 },
    { arbitrary: shuffled(whole), weight: 10 },
    { arbitrary: fc.string({ unit: "binary", maxLength: 300 }), weight: 3 },
    { arbitrary: costly, weight: 1 },
  );
  return door(name, { ms: 8_000, mb: 800 }, texts, async () => ({
    close: async () => {},
    put: async (text) => {
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { line, column, message, fix } of inEnglish(problemsOf(text))) {
        assert(line > 0 && line <= lines && column > 0, `a place outside the file: ${line}:${column}`);
        assert(message !== "" && fix !== "", "a problem without words or without a way out");
        assert(!/\n\s+at |\[object |undefined/.test(message), `no sentence: ${message.slice(0, 200)}`);
      }
    },
  }));
}

/** A questionnaire's file, spoilt: read, or refused with places. */
export const flow = fileDoor("flow", mealsText, flowProblems);
/** The roster's file, spoilt. */
export const roster = fileDoor("roster", mealsRosterText, rosterProblems);
