import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { connect } from "../../src/store/postgres/connect.ts";
import { ConnectionLost, type Query } from "../../src/store/postgres/database.ts";
import { openOn, openPostgres } from "../../src/store/postgres/index.ts";
import type { Store } from "../../src/store/store.ts";
import { answered } from "../contracts/store.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";

const key = (unit: string) => reportKey("flow", "2020-05-21", unit);
const figure = (entry: { kind: string; cells?: object }) => Object.values(entry.cells ?? {})[0];
const add = (store: Store, unit: string) =>
  store.change([key(unit)], (docs) => {
    const doc = docs.get(key(unit));
    const stands = doc.kind === "report" ? cellAt(doc.doc.cells, "a.g.x") : undefined;
    return [{ key: key(unit), entry: answered({ "a.g.x": (typeof stands === "number" ? stands : 0) + 1 }) }];
  });

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.runIf(programs)("several stores on one database", () => {
  let cluster: Cluster;
  let url: string;
  let stores: Store[];
  let client: pg.Client;
  beforeAll(async () => {
    // The server crashes here, the machine does not.
    cluster = await startCluster(["fsync=off"]);
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    url = await cluster.database();
    stores = [await openPostgres(url), await openPostgres(url)];
    client = new pg.Client(url);
    client.on("error", () => undefined);
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    for (const store of stores) await store.close();
  });
  const one = () => stores[0] as Store;
  const other = () => stores[1] as Store;

  test("lose no increment of a document that all of them write to", async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => add(index % 2 === 0 ? one() : other(), "u")));
    const history = await one().history(key("u"));
    expect(history.map(({ entry }) => figure(entry))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  test("feed each other's entries once and in order, also one whose transaction ends late", async () => {
    const from = await one().position();
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const { entry } of one().since(from)) if (seen.push(figure(entry)) === 3) return;
    })();
    await other().change([key("v")], () => [{ key: key("v"), entry: answered({ "a.g.x": 1 }) }]);
    await until(() => seen.length === 1);
    // What a slow instance does: its transaction has its number, and others come after it and are done before it.
    await client.query("begin");
    await client.query(
      `select keep_change(array['${key("w")}'], array[0], array['${key("w")}'], array[1], array['h'],
         array['{"kind":"report","doc":{}}']::json[], array['draft'], array['{}']::json[], array['${key("w")}'],
         array[1], array['h'], array['m'], array['{"kind":"answered","cells":{"x":2}}']::json[], array['s'],
         array[null]::json[])`,
    );
    await other().change([key("v")], () => [{ key: key("v"), entry: answered({ "a.g.x": 3 }) }]);
    expect((await other().figures("flow", "2020-05-21")).units).toEqual(["v"]);
    await client.query("commit");
    await reading;
    expect(seen).toEqual([1, 2, 3]);
    expect((await other().figures("flow", "2020-05-21")).units).toEqual(["v", "w"]);
  });

  test("give the duty to one of them, and to another when that one is gone", async () => {
    const [first, second] = [await one().stand(() => {}), await other().stand(() => {})];
    expect([first.held(), second.held()].filter(Boolean)).toHaveLength(1);
    const [holder, heir] = first.held() ? [one(), second] : [other(), first];
    await holder.close();
    await until(heir.held);
    expect(heir.held()).toBe(true);
  });

  test("send a document that everybody reads only where it has changed, and none that is out of date", async () => {
    const database = connect(url);
    const sent: string[] = [];
    const store = await openOn({
      ...database,
      query: async (sql, values) => {
        const rows = await database.query(sql, values);
        if (/from documents/.test(sql) && /case when hash/.test(sql)) sent.push(JSON.stringify(rows));
        return rows;
      },
    });
    stores.push(store);
    await add(other(), "u");
    for (let turn = 0; turn < 2; turn += 1) await add(store, "u");
    await add(other(), "u");
    await add(store, "u");
    expect(sent.map((rows) => rows.includes('"doc":null'))).toEqual([false, true, false]);
    const history = await one().history(key("u"));
    expect(history.map(({ entry }) => figure(entry))).toEqual([1, 2, 3, 4, 5]);
  });

  test("take the duty from one that hangs with its connection open", async () => {
    const database = connect(url);
    const hanging = await database.session();
    await hanging.query("select pg_advisory_lock(1112494416, 1)");
    const duty = await one().stand(() => {});
    expect(duty.held()).toBe(false);
    await until(duty.held);
    await hanging.lost;
    await database.close();
  });

  test("give the duty up with the session that holds it", async () => {
    let gained = 0;
    const duty = await one().stand(() => {
      gained += 1;
    });
    await client.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 1112494416",
    );
    // Given up and taken again before anybody could look: there is nobody else who stands for it.
    await until(() => gained === 2);
    expect(duty.held()).toBe(true);
  });

  test("leave the figures as plain rows for SQL of one's own", async () => {
    await one().change([key("u")], () => [
      { key: key("u"), entry: answered({ "mask.quality.filed": 2.5, "mask.quality.fined": "n/a" }) },
      { key: key("u"), entry: { id: "w", at: 1, by: "p", kind: "wrote", question: "q", text: "\u0000 \ud83d" } },
    ]);
    const { rows } = await client.query(`select * from figures order by "column"`);
    const row = { flow: "flow", round: "2020-05-21", unit: "u", status: "draft", product: "mask" };
    expect(rows).toEqual([
      { ...row, column: "quality.filed", value: "2.5", not_applicable: false },
      { ...row, column: "quality.fined", value: null, not_applicable: true },
    ]);
  });

  test("number what comes after a restored copy behind what is in it", async () => {
    await add(one(), "u");
    await client.query("update entries set position = position + 1000000000000");
    stores.push(await openPostgres(url));
    const from = await one().position();
    await add(one(), "u");
    for await (const { entry } of one().since(from)) {
      expect(figure(entry)).toBe(2);
      break;
    }
  });

  test("are refused where the database was made by a later version", async () => {
    await client.query("insert into migrations values (99, 'from the future')");
    await expect(openPostgres(url)).rejects.toMatchObject({
      code: "refused",
      what: { key: "database-unusable", args: { why: { key: "database-newer" } } },
      todo: { key: "database-newer-fix" },
    });
  });

  test("keep a change once whose answer was lost, be it the statement's or the commit's", async () => {
    const database = connect(url);
    const lost = () => {
      throw new ConnectionLost(new Error("the answer was lost"));
    };
    let [answersLost, commitsLost, overtakes] = [0, 0, 0];
    const query: Query = async (sql, values) => {
      if (/keep_change/.test(sql) && overtakes-- > 0) await add(other(), "u");
      const rows = await database.query(sql, values);
      return /keep_change/.test(sql) && answersLost-- > 0 ? lost() : rows;
    };
    const store = await openOn({
      ...database,
      query,
      transaction: async (work) => {
        const made = await database.transaction(work);
        return commitsLost-- > 0 ? lost() : made;
      },
    });
    stores.push(store);
    answersLost = 3;
    await add(store, "u");
    expect(await one().history(key("u"))).toHaveLength(1);
    [overtakes, commitsLost] = [1, 1];
    await add(store, "u");
    expect(commitsLost).toBeLessThanOrEqual(0);
    const history = await one().history(key("u"));
    expect(history.map(({ entry }) => figure(entry))).toEqual([1, 2, 3]);
  });

  test("come through a crash of the database: what was acknowledged is there, nothing is there twice", async () => {
    const acknowledged = new Map<string, number>();
    let going = true;
    const write = async (store: Store, unit: string) => {
      while (going) {
        const doc = (await add(store, unit)).get(key(unit));
        if (doc.kind === "report") acknowledged.set(unit, Number(cellAt(doc.doc.cells, "a.g.x")));
      }
    };
    const writers = Promise.all(stores.flatMap((store, index) => [write(store, `u${index}`), write(store, "both")]));
    await until(() => (acknowledged.get("both") ?? 0) > 20);
    await cluster.restart("immediate", 500);
    const back = acknowledged.get("both") ?? 0;
    await until(() => (acknowledged.get("both") ?? 0) > back + 20);
    going = false;
    await writers;
    for (const [unit, last] of acknowledged) {
      const history = await one().history(key(unit));
      expect(history.length).toBeGreaterThanOrEqual(last);
      expect(history.map(({ entry }) => figure(entry))).toEqual(history.map((_, index) => index + 1));
    }
  });
});
