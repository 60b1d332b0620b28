import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backupOf } from "../../src/backup/make.ts";
import { reportKey } from "../../src/core/entry.ts";
import { explained } from "../../src/failures.ts";
import { openPostgres, type PostgresStore } from "../../src/store/postgres/index.ts";
import { survey } from "../../src/store/survey.ts";
import { verify } from "../../src/store/verify.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { answered } from "../contracts/store.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";

const key = reportKey("flow", "2020-05-21", "u");
/** How long reading everything waits here, in milliseconds. */
const HELD = 1_000;

describe.runIf(programs)("a history that a transaction of somebody else holds back", () => {
  let cluster: Cluster;
  let store: PostgresStore;
  let holder: pg.Client;
  beforeAll(async () => {
    cluster = await startCluster(["fsync=off", "max_prepared_transactions=5"]);
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    store = await openPostgres(await cluster.database(), { held: HELD });
    // Another database of the same server: its transactions hold this one's history back all the same.
    holder = new pg.Client(await cluster.database());
    await holder.connect();
    await keep(1);
    await holder.query("begin; select pg_current_xact_id()");
    await keep(2);
  });
  afterEach(async () => {
    await holder.end();
    await store.close();
  });
  const keep = (figure: number) => store.change([key], () => [{ key, entry: answered({ "a.g.x": figure }) }]);

  test("is refused with the way to find it, rather than given without what was kept since it began", async () => {
    await expect(survey(store.lines())).rejects.toMatchObject({ code: "refused", what: { key: "database-held" } });
    const cause = await survey(store.lines()).catch((cause: unknown) => cause);
    for (const language of ["en", "zh-CN"] as const)
      expect(explained(cause, wordingOf(language))).toMatch(
        /^\[store-refused\] .+\n {4}-> .*pg_stat_activity.*pg_prepared_xacts/,
      );
    await holder.query("rollback");
    expect((await survey(store.lines())).entries).toBe(2);
  });

  test("is refused as well where that was prepared and forgotten", async () => {
    await holder.query("prepare transaction 'forgotten'");
    await expect(survey(store.lines())).rejects.toMatchObject({ what: { key: "database-held" } });
    await holder.query("rollback prepared 'forgotten'");
    expect((await survey(store.lines())).entries).toBe(2);
  });

  test("is waited for where that ends before long", async () => {
    const read = survey(store.lines());
    await new Promise((resolve) => setTimeout(resolve, HELD / 10));
    await holder.query("commit");
    expect((await read).entries).toBe(2);
  });

  test("makes no backup, and no verification in which all is in order", async () => {
    const backup = async () => {
      for await (const _ of backupOf(store, "/nowhere", "now"));
    };
    await expect(backup()).rejects.toMatchObject({ what: { key: "database-held" } });
    expect((await verify(store)).findings).toMatchObject([{ what: { key: "verify-unreadable" } }]);
  });

  test("is given up to where it stood when asked for, whoever holds back what comes later", async () => {
    await holder.query("commit");
    const lines = store.lines()[Symbol.asyncIterator]();
    expect((await lines.next()).value).toHaveLength(2);
    await holder.query("begin; select pg_current_xact_id()");
    await keep(3);
    expect(await lines.next()).toMatchObject({ done: true });
    await holder.query("commit");
  });
});
