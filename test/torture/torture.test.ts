import { describe, expect, test } from "vitest";
import { failedSeeds } from "./cases.ts";
import { tryPlatform } from "./platform.ts";
import { torture } from "./torture.ts";
import { whereabouts } from "./whereabouts.ts";
import { killWriters } from "./writers.ts";

const right = { lost: [], doubled: [] };

describe("nothing is lost, doubled or left owing", () => {
  test.each(failedSeeds.bot)(
    "when the real bot is killed over a round, on bad disks and jumping clocks (seed %i)",
    async (seed) => {
      const { kills, uncaught, wrong } = await torture({ kills: 6, seed, units: 5 }, () => {});
      expect({ uncaught, wrong }).toEqual({ uncaught: [], wrong: [] });
      expect(kills).toBeGreaterThanOrEqual(6);
    },
    300_000,
  );

  test("when a writer is killed while it folds and rotates", async () => {
    const { lost, doubled, uncaught, answers } = await killWriters(5, 7);
    expect({ lost, doubled, uncaught }).toEqual({ ...right, uncaught: [] });
    expect(answers).toBeGreaterThan(0);
  }, 120_000);

  test.each([7, ...failedSeeds.platform])(
    "on a platform that is down, slow, loses its answers, gives messages twice and out of order (seed %i)",
    async (seed) => {
      const { lost, doubled, owed, sends, mismarked, marked, counted } = await tryPlatform(seed);
      expect({ lost, doubled, owed, mismarked }).toEqual({ ...right, owed: [], mismarked: [] });
      expect(counted).toBe(marked);
      expect(marked).toBeGreaterThan(0);
      expect(sends).toBeGreaterThan(0);
    },
    120_000,
  );
});

test("a bot that does not start any more ends the torture with what it said, and is not waited for without end", async () => {
  const { up, stands } = whereabouts(() => "[store-damaged] the journal is damaged", 30);
  await expect(up()).rejects.toThrow("no bot took messages for 0.03 s; the last one said: [store-damaged]");
  const waiting = up();
  stands("http://127.0.0.1:1");
  expect(await waiting).toBe("http://127.0.0.1:1");
});
