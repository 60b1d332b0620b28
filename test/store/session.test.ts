import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../src/store/postgres/connect.ts";
import { ConnectionLost, type Database } from "../../src/store/postgres/database.ts";
import { StoreFailure } from "../../src/store/store.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";

describe.runIf(programs)("a session that cannot be told what it must be told", () => {
  let cluster: Cluster;
  let admin: pg.Client;
  let database: Database;
  beforeAll(async () => {
    cluster = await startCluster(["fsync=off"]);
    const url = await cluster.database();
    admin = new pg.Client(url);
    await admin.connect();
    await admin.query("create role bot login");
    database = connect(url.replace("baosong@", "bot@"));
  });
  afterAll(async () => {
    await database.close();
    await admin.end();
    await cluster.stop();
  });

  /** Whether the server comes to have no connection of the bot's any more. */
  const noneLeft = async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      const { rows } = await admin.query("select from pg_stat_activity where usename = 'bot'");
      if (rows.length === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };

  test("because the server refuses it leaves no connection behind", async () => {
    await admin.query("revoke select on pg_settings from public");
    await expect(database.session()).rejects.toBeInstanceOf(StoreFailure);
    await admin.query("grant select on pg_settings to public");
    expect(await noneLeft()).toBe(true);
  });

  test("because the server does not answer leaves no connection behind", async () => {
    await admin.query("begin; lock table pg_settings in access exclusive mode");
    await expect(database.session()).rejects.toBeInstanceOf(ConnectionLost);
    await admin.query("rollback");
    expect(await noneLeft()).toBe(true);
  });
});
