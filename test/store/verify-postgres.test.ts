import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seal } from "../../src/app/deliveries/seal.ts";
import { reportKey } from "../../src/core/entry.ts";
import { openOn, openPostgres } from "../../src/store/postgres/index.ts";
import { verify } from "../../src/store/verify.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { answered } from "../contracts/store.ts";
import { endAll, ran } from "../operations/baosong.ts";
import { programs, startCluster } from "./cluster.ts";
import { startPglite } from "./pglite.ts";

const { text } = wordingOf("en");
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
    return findings.map(({ document, entry, what }) => `${document} ${entry} ${text(what)}`);
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
    await after(`update documents set doc = replace(doc::text, '"x":3', '"x":9')::json where key = '${key}'`),
  ).toEqual([`${key} 3 the document is not what its entries come to`]);
  await store.strip(new Map([[key, new Set([1])]]));
  expect((await verify(store)).findings.map(({ what }) => text(what))).toEqual([
    "has lost what lay beside it, and no request to remove it is recorded",
  ]);
  await store.close();
});

test.runIf(programs)(
  "baosong verify goes through the database that DATABASE_URL names",
  async () => {
    const cluster = await startCluster(["fsync=off"]);
    const folder = await mkdtemp(join(tmpdir(), "baosong-verify-"));
    try {
      const DATABASE_URL = await cluster.database();
      const store = await openPostgres(DATABASE_URL);
      for (const figure of [1, 2]) await store.change([key], () => [{ key, entry: answered({ "a.g.x": figure }) }]);
      await store.close();
      const verifies = () => ran(["verify"], { DATABASE_URL, BAOSONG_DATA: join(folder, "none") });
      expect(await verifies()).toMatchObject({ code: 0 });
      const client = new pg.Client(DATABASE_URL);
      await client.connect();
      await client.query(`update entries set hash = 'x' where seq = 1 and key = '${key}'`);
      await client.end();
      const { code, out, err } = await verifies();
      expect([code, out + err]).toEqual([1, expect.stringContaining(`${key}`)]);
    } finally {
      endAll();
      await cluster.stop();
      await rm(folder, { recursive: true });
    }
  },
  240_000,
);
