import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { cellAt } from "../../../src/core/cells.ts";
import { reportKey } from "../../../src/core/entry.ts";
import { MEND } from "../../../src/core/source/problem.ts";
import { explained } from "../../../src/failures.ts";
import { openLowdb } from "../../../src/store/lowdb/index.ts";
import { type Kept, StoreFailure } from "../../../src/store/store.ts";
import { wordingOf } from "../../../src/wording/wording.ts";
import { answered } from "../../contracts/store.ts";
import { assert, door } from "../door.ts";

const keys = ["a", "b", "c"].map((unit) => reportKey("flow", "2020-05-21", unit));
const segmentSize = 1_500;

/** What is done to one file: bytes changed, a stretch cut out or doubled, the end cut off, rubbish behind it. */
const harm = fc.oneof(
  fc.record({ how: fc.constant("flip" as const), at: fc.nat(), bytes: fc.integer({ min: 1, max: 255 }) }),
  fc.record({
    how: fc.constantFrom("cut" as const, "double" as const),
    at: fc.nat(),
    bytes: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ how: fc.constant("end" as const), at: fc.nat(), bytes: fc.constant(0) }),
  fc.record({ how: fc.constant("more" as const), at: fc.nat(255), bytes: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ how: fc.constant("empty" as const), at: fc.constant(0), bytes: fc.constant(0) }),
);
type Harm = {
  readonly how: "flip" | "cut" | "double" | "end" | "more" | "empty";
  readonly at: number;
  readonly bytes: number;
};

/** A folder of the store with one file harmed: opened with what is whole, or refused with the place; never other figures. */
export const journal = door("journal", { ms: 3_000, mb: 300 }, fc.record({ file: fc.nat(), harm }), async () => {
  const root = await mkdtemp(join(tmpdir(), "baosong-fuzz-journal-"));
  const whole = join(root, "whole");
  const store = await openLowdb({ folder: whole, segmentSize });
  for (let each = 0; each < 24; each += 1) {
    const key = keys[each % keys.length] ?? keys[0];
    if (key) await store.change([key], () => [{ key, entry: answered({ "a.g.x": each }) }]);
  }
  await store.folded();
  const stood = new Map(await Promise.all(keys.map(async (key) => [key, await store.history(key)] as const)));
  await store.close();
  const files = await filesOf(whole);
  let count = 0;
  return {
    close: () => rm(root, { recursive: true }),
    put: async ({ file, harm: done }) => {
      const folder = join(root, String(count));
      count += 1;
      await cp(whole, folder, { recursive: true });
      try {
        const path = join(folder, files[file % files.length] ?? "");
        await writeFile(path, harmed(await readFile(path), done));
        await hold(folder, stood);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
});

/** Everything below the folder that the store wrote. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const kinds = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).isFile()));
  return names.filter((_, index) => kinds[index]).sort();
}

function harmed(bytes: Buffer, { how, at, bytes: many }: Harm): Buffer {
  const from = at % Math.max(1, bytes.length);
  switch (how) {
    case "flip": {
      const copy = Buffer.from(bytes);
      copy[from] = (copy[from] ?? 0) ^ many;
      return copy;
    }
    case "cut":
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + many)]);
    case "double":
      return Buffer.concat([bytes.subarray(0, from + many), bytes.subarray(from)]);
    case "end":
      return bytes.subarray(0, from);
    case "more":
      return Buffer.concat([bytes, Buffer.alloc(many, at)]);
    case "empty":
      return Buffer.alloc(0);
  }
}

/** What is read is what was kept, or its beginning: a torn end is nobody's, everything else is told as damage. */
async function hold(folder: string, stood: ReadonlyMap<(typeof keys)[number], readonly Kept[]>): Promise<void> {
  try {
    const store = await openLowdb({ folder, segmentSize });
    try {
      for (const [key, history] of stood) {
        const now = await store.history(key);
        assert(isDeepStrictEqual(now, history.slice(0, now.length)), `${key} reads otherwise than it was kept`);
        const doc = await store.read(key);
        const last = now.at(-1)?.entry;
        const figure = last?.kind === "answered" ? last.cells["a.g.x"] : undefined;
        assert(
          doc?.kind !== "report" || cellAt(doc.doc.cells, "a.g.x") === figure,
          `${key} is not what its history comes to`,
        );
      }
      const [key] = keys;
      if (key) await store.change([key], () => [{ key, entry: answered({ "a.g.x": 99 }) }]);
    } finally {
      await store.close();
    }
  } catch (cause) {
    if (!(cause instanceof StoreFailure)) throw cause;
    const said = explained(cause, wordingOf("en")) ?? "";
    assert(said.includes(folder) && said.includes(MEND), `it does not say where, or what to do: ${said}`);
    assert(!/\n\s+at |undefined/.test(said), `no sentence: ${said}`);
  }
}
