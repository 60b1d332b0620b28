import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two workers: the torture and browser tests start processes of their own beside them.
    maxWorkers: 2,
  },
});
