import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that `mutate.ts` names, alone, each property with a few of its cases. */
export default defineConfig({
  resolve: {
    alias: [{ find: /^fast-check$/, replacement: fileURLToPath(new URL("./few-runs.ts", import.meta.url)) }],
  },
  test: { include: [process.env.MUTATED_TESTS ?? ""], testTimeout: 60_000 },
});
