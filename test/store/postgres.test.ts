import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explained } from "../../src/failures.ts";
import type { PostgresStore } from "../../src/store/postgres/index.ts";
import { openOn, openPostgres } from "../../src/store/postgres/index.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { type StoreUnderTest, storeContract } from "../contracts/store.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";
import { startPglite } from "./pglite.ts";

/** A store on what `open` opens, closed and opened again on the same data. */
async function under(open: () => Promise<PostgresStore>): Promise<StoreUnderTest> {
  let store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    end: () => store.close(),
  };
}

describe.runIf(programs)("on a PostgreSQL of its own", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(["fsync=off"]);
  });
  afterAll(() => cluster.stop());

  storeContract("PostgreSQL", async () => {
    const url = await cluster.database();
    return under(() => openPostgres(url));
  });
});

describe.skipIf(programs)("without a PostgreSQL on this machine, within the process", () => {
  let lite: Awaited<ReturnType<typeof startPglite>>;
  beforeAll(async () => {
    lite = await startPglite();
  });
  afterAll(() => lite.stop());

  storeContract("PGlite", async () => {
    const database = await lite.fresh();
    await database.query("drop schema public cascade; create schema public");
    return under(() => openOn(database));
  });

  test.skip("left out: several processes on one database, restarts, moving (install Debian's postgresql)", () => {});
});

test("a database that cannot be reached is refused in words, without its password", async () => {
  const opening = openPostgres("postgres://bot:secret@127.0.0.1:1/baosong");
  const said = await opening.catch((cause: unknown) => explained(cause, wordingOf("en")) ?? "");
  expect(said).toMatch(
    /^\[store-refused\] .*127\.0\.0\.1:1\/baosong cannot be used: .*ECONNREFUSED.*\n +-> see that it runs/,
  );
  expect(said).not.toContain("secret");
});
