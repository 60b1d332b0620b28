import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/** Which tests hold which part of the core to its word; each runs for every change that is tried in it. */
const heldBy: Readonly<Record<string, string>> = {
  ".": "test/{core,interview,conversations}/**/*.test.ts",
  calendar: "test/calendar/**/*.test.ts",
  cases: "test/cases/**/*.test.ts",
  flow: "test/flow/**/*.test.ts",
  interview: "test/{interview,conversations}/**/*.test.ts",
  source: "test/flow/**/*.test.ts",
  table: "test/table/**/*.test.ts",
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    "one-in": { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
  },
});
const known = readdirSync("src/core", { withFileTypes: true }).flatMap((each) =>
  each.isDirectory() ? [each.name] : [],
);
const [asked = ""] = positionals;
const [folder = "", named = ""] = asked.split(/\/(.*)/s);
// The top folder is the files in it: those below are folders of their own.
const file = named || (folder === "." ? "*.ts" : "**/*.ts");
const tests = heldBy[folder];
if (tests === undefined || ![".", ...known].includes(folder)) {
  process.stderr.write(
    `npm run mutate -- FOLDER[/FILE.ts] [--one-in N] [--seed S], where FOLDER is below src/core, or . for the files right in it, one of ${Object.keys(heldBy).join(", ")}\n`,
  );
  process.exit(1);
}

/** Changes a part of the core in every small way, and counts the changes that no test notices. */
process.env.MUTATED_TESTS = tests;
process.env.MUTATED_ONE_IN = values["one-in"];
process.env.MUTATED_SEED = values.seed;
const tried = await new Stryker({
  mutate: [`src/core/${folder}/${file}`],
  testRunner: "vitest",
  plugins: [
    "@stryker-mutator/vitest-runner",
    fileURLToPath(new URL("./sample.ts", import.meta.url)),
    fileURLToPath(new URL("./progress.ts", import.meta.url)),
  ],
  ignorers: ["sample"],
  coverageAnalysis: "perTest",
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  ignorePatterns: ["data/run", "data/rehearsal", ".github"],
  // A folder is tried over several evenings: what has not changed since keeps what came of it.
  incremental: true,
  incrementalFile: `reports/mutation/${`${asked} ${values["one-in"]} ${values.seed}`.replaceAll(/[^\w-]+/g, "_")}.json`,
  reporters: ["progress-lines", ...(values.json ? [] : ["clear-text"])],
  // What it says on its way would stand before the figures; its processes warn of the sample that only the first needs.
  configFile: fileURLToPath(new URL("./settings.json", import.meta.url)),
  // One at a time: the tests beside it start processes of their own.
  concurrency: 1,
  // What a module works out as it is loaded would have every test run anew for each change in it.
  ignoreStatic: true,
  timeoutMS: 20_000,
  // The sandbox needs no rewritten tsconfig, and the rewriting asks for an API that TypeScript 7 has not.
  tsconfigFile: "none.json",
  allowEmpty: false,
}).runMutationTest();
const of = (status: string) => tried.filter((each) => each.status === status).length;
const [killed, timeout, survived, uncovered] = [of("Killed"), of("Timeout"), of("Survived"), of("NoCoverage")];
const noticed = killed + timeout;
const figures = {
  folder,
  one_in: Number(values["one-in"]),
  mutants: noticed + survived + uncovered,
  killed,
  timeout,
  survived,
  no_coverage: uncovered,
  score: Math.round((noticed / Math.max(1, noticed + survived + uncovered)) * 1000) / 10,
  survivors: tried
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ fileName, location: { start }, mutatorName, replacement }) => ({
      at: `${fileName.slice(fileName.indexOf("src/"))}:${start.line}:${start.column}`,
      mutator: mutatorName,
      replacement: (replacement ?? "").slice(0, 60),
    })),
};
process.stdout.write(values.json ? `${JSON.stringify(figures, undefined, 1)}\n` : `score ${figures.score} of 100\n`);
