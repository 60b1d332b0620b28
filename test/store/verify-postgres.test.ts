import { afterAll, beforeAll, expect, test } from "vitest";
import { seal } from "../../src/app/seal.ts";
import { reportKey } from "../../src/core/entry.ts";
import { openOn } from "../../src/store/postgres/index.ts";
import { verify } from "../../src/store/verify.ts";
import { answered } from "../contracts/store.ts";
import { startPglite } from "./pglite.ts";

const key = reportKey("flow", "2020-05-21", "u");
let lite: Awaited<ReturnType<typeof startPglite>>;
beforeAll(async () => {
  lite = await startPglite();
});
afterAll(() => lite.stop());

test("in a database too it is said which entry was changed, cut off, or lost its words, and which document is none of its entries'", async () => {
  const database = await lite.fresh();
  const store = await openOn(database);
  for (const figure of [1, 2, 3])
    await store.change([key], () => [{ key, entry: answered({ "a.g.x": figure }, { words: `${figure}` }) }]);
  await seal(store, 9);
  expect(await verify(store)).toMatchObject({ findings: [], seals: 1, entries: 6 });
  const after = async (sql: string) => {
    await database.query(`begin; ${sql}`);
    const { findings } = await verify(store);
    await database.query("rollback");
    return findings.map(({ document, entry, what }) => `${document} ${entry} ${what}`);
  };
  const entries = `update entries set entry = replace(entry::text, '"a.g.x":2', '"a.g.x":7')::json where key = '${key}'`;
  expect(await after(entries)).toEqual([`${key} 2 was changed, or the one before it was replaced`]);
  expect(await after(`delete from entries where key = '${key}' and seq = 3`)).toEqual([
    expect.stringMatching(`^${key} 3 is cut off, with all after it: entry 3 was there at `),
  ]);
  expect(await after(`update entries set aside = null where key = '${key}' and seq = 1`)).toContainEqual(
    expect.stringMatching(`^${key} 1 was changed`),
  );
  expect(
    await after(`update documents set doc = replace(doc::text, '"a.g.x":3', '"a.g.x":9')::json where key = '${key}'`),
  ).toEqual([`${key} 3 the document is not what its entries come to`]);
  await store.strip(new Map([[key, new Set([1])]]));
  expect((await verify(store)).findings.map(({ what }) => what)).toEqual([
    "has lost what lay beside it, and no request to remove it is recorded",
  ]);
  await store.close();
});
