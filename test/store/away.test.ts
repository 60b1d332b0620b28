import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPostgres } from "../../src/store/postgres/index.ts";
import type { Store } from "../../src/store/store.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";

describe.runIf(programs)("a database that goes away", () => {
  let cluster: Cluster;
  let url: string;
  let store: Store;
  let lines: string[];
  beforeAll(async () => {
    cluster = await startCluster(["fsync=off"]);
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    lines = [];
    const note = (level: string) => (about: Readonly<Record<string, unknown>>, message: string) =>
      void lines.push(`${level} ${JSON.stringify({ ...about, message })}`);
    url = (await cluster.database()).replace("baosong@", "baosong:a-password@");
    store = await openPostgres(url, { log: { error: note("error"), info: note("info") } });
  });
  afterEach(() => store.close());

  const said = async (lines_: number) => {
    while (lines.length < lines_) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  test("is told of once with what to do, and once when it is back, however much is asked meanwhile", async () => {
    const restarting = cluster.restart("immediate", 2_000);
    await said(1);
    await Promise.all(Array.from({ length: 20 }, () => store.position()));
    await restarting;
    await said(2);
    const place = new URL(url);
    expect(lines).toEqual([
      expect.stringMatching(/^error .*"code":"database-away".*"cause":"\w+".*"todo":"[^"]+"/),
      expect.stringMatching(/^info .*"code":"database-back".*"away":\d+/),
    ]);
    for (const line of lines) expect(line).toContain(`${place.host}${place.pathname}`);
    expect(lines.join()).not.toContain("a-password");
  });

  test("is told of anew the next time", async () => {
    for (const times of [1, 2]) {
      await cluster.restart("fast", 1_500);
      await said(2 * times);
    }
    expect(lines.map((line) => /"code":"([\w-]+)"/.exec(line)?.[1])).toEqual([
      "database-away",
      "database-back",
      "database-away",
      "database-back",
    ]);
  });

  test("is not told of where a single connection was ended and the next one stood at once", async () => {
    const client = new pg.Client(url);
    await client.connect();
    const others =
      "select count(pg_terminate_backend(pid))::int as ended from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    const { rows } = await client.query(others);
    await client.end();
    expect(rows).toEqual([{ ended: expect.toSatisfy((ended: number) => ended > 0) }]);
    await store.position();
    // What came after it has passed the watch: it listens again.
    let duty = await store.stand(() => {});
    while (!duty.held()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      duty = await store.stand(() => {});
    }
    expect(lines).toEqual([]);
  });
});
