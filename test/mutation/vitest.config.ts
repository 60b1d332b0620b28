import { defineConfig } from "vitest/config";

/** The tests that `mutate.ts` names, alone. */
export default defineConfig({
  test: { include: [process.env.MUTATED_TESTS ?? ""], testTimeout: 60_000 },
});
