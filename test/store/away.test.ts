import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reportKey } from "../../src/core/entry.ts";
import { explained } from "../../src/failures.ts";
import type { Line } from "../../src/store/chain.ts";
import { connect } from "../../src/store/postgres/connect.ts";
import { ConnectionLost } from "../../src/store/postgres/database.ts";
import { openOn, openPostgres, type PostgresStore } from "../../src/store/postgres/index.ts";
import { survey } from "../../src/store/survey.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { answered } from "../contracts/store.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";

const key = reportKey("flow", "2020-05-21", "u");

describe.runIf(programs)("a database that goes away", () => {
  let cluster: Cluster;
  let url: string;
  let store: PostgresStore;
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

  const keep = (figure: number) => store.change([key], () => [{ key, entry: answered({ "a.g.x": figure }) }]);

  test("is waited for while the whole history is read", async () => {
    await keep(1);
    const lines = store.lines()[Symbol.asyncIterator]();
    await lines.next();
    await keep(2);
    const restarting = cluster.restart("immediate", 1_000);
    await said(1);
    expect((await lines.next()).value).toHaveLength(1);
    expect(await lines.next()).toMatchObject({ done: true });
    await restarting;
  });

  test("is told of in words where the whole history is read, or taken over, and it does not come back", async () => {
    await keep(1);
    const impatient = await openPostgres(url, { patience: 200 });
    const empty = await openPostgres(await cluster.database());
    const gone = { code: "refused", what: { key: "database-away" } };
    const reading = impatient.lines()[Symbol.asyncIterator]();
    let back: Promise<void> = Promise.resolve();
    const kept: Line[] = [];
    for await (const some of store.lines()) kept.push(...some);
    const taken = (async function* () {
      yield kept;
      back = cluster.restart("immediate", 4_000);
      await said(1);
      yield kept;
    })();
    await reading.next();
    await expect(empty.takeAll(taken)).rejects.toMatchObject(gone);
    await expect(reading.next()).rejects.toMatchObject(gone);
    await back;
    await empty.takeAll(store.lines());
    expect((await survey(empty.lines())).entries).toBe(1);
    for (const each of [impatient, empty]) await each.close();
  });

  test("whose answer to the last statement of taking a history over was lost leaves it open whether it was", async () => {
    await keep(1);
    const database = connect(await cluster.database());
    let lost = false;
    const empty = await openOn({
      ...database,
      transaction: async (work) => {
        const made = await database.transaction(work);
        if (lost) throw new ConnectionLost(new Error("the answer was lost"));
        return made;
      },
    });
    lost = true;
    const cause = await empty.takeAll(store.lines()).catch((cause: unknown) => cause);
    expect(explained(cause, wordingOf("en"))).toMatch(
      /^\[store-unknown\] .*: the answer was lost\n {4}-> .*try again.*npx baosong verify/,
    );
    expect((await survey(empty.lines())).entries).toBe(1);
    await empty.close();
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
