import { afterAll, beforeAll, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { openOn } from "../../src/store/postgres/index.ts";
import type { Store } from "../../src/store/store.ts";
import { answered } from "../contracts/store.ts";
import { startPglite } from "./pglite.ts";

const key = (unit: string) => reportKey("flow", "2020-05-21", unit);
const add = (store: Store, unit: string, figure: number) =>
  store.change([key(unit)], () => [{ key: key(unit), entry: answered({ "a.g.x": figure }) }]);
const figureOf = async (store: Store, unit: string): Promise<unknown> => {
  const doc = await store.read(key(unit));
  return doc?.kind === "report" ? cellAt(doc.doc.cells, "a.g.x") : undefined;
};
let lite: Awaited<ReturnType<typeof startPglite>>;
beforeAll(async () => {
  lite = await startPglite();
});
afterAll(() => lite.stop());

/** What a version that folds otherwise would have made of a document. */
const misfolded = (unit: string, rules: string) => `
  update documents set rules = ${rules}, cells = '{"a.g.x": 99}', doc = replace(doc::text, '"x":2', '"x":99')::json
  where key = '${key(unit)}'`;

test("documents that another version folded are made again from their entries, before anything is read", async () => {
  const database = await lite.fresh();
  const before = await openOn(database);
  for (const unit of ["u", "v", "w"]) for (const figure of [1, 2]) await add(before, unit, figure);
  await before.close();
  await database.query(misfolded("u", "'of an earlier version'"));
  await database.query(misfolded("v", "null"));
  const store = await openOn(database);
  expect([await figureOf(store, "u"), await figureOf(store, "v"), await figureOf(store, "w")]).toEqual([2, 2, 2]);
  // Also where others read them with SQL of their own.
  expect(await database.query("select unit, value::float8 from figures order by unit", [])).toEqual([
    { unit: "u", value: 2 },
    { unit: "v", value: 2 },
    { unit: "w", value: 2 },
  ]);
  expect(await database.query("select count(distinct rules)::float8 as kinds from documents", [])).toEqual([
    { kinds: 1 },
  ]);
  await store.close();
});

test("what an instance of another version folds while both run is read from its entries, and built upon", async () => {
  const database = await lite.fresh();
  await database.query("delete from documents; delete from entries");
  const store = await openOn(database);
  for (const figure of [1, 2]) await add(store, "u", figure);
  await database.query(misfolded("u", "'of a later version'"));
  expect(await figureOf(store, "u")).toBe(2);
  let stood: unknown;
  await store.change([key("u")], (docs) => {
    const doc = docs.get(key("u"));
    stood = doc.kind === "report" ? cellAt(doc.doc.cells, "a.g.x") : undefined;
    return [{ key: key("u"), entry: answered({ "a.g.y": 5 }) }];
  });
  expect(stood).toBe(2);
  expect(await database.query(`select cells from documents where key = '${key("u")}'`, [])).toEqual([
    { cells: { "a.g.x": 2, "a.g.y": 5 } },
  ]);
  await store.close();
});

test("a change that an instance of the version before keeps is marked as folded by nobody knows whom", async () => {
  const database = await lite.fresh();
  await database.query("delete from documents; delete from entries");
  const store = await openOn(database);
  await add(store, "u", 1);
  const kept = `select keep_change(array['${key("u")}'], array[1], array['${key("u")}'], array[2], array['h'],
    array['{"kind":"report","doc":{}}']::json[], array['draft'], array['{}']::json[], array['${key("u")}'],
    array[2], array['h'], array['m'],
    array['{"kind":"answered","at":1,"by":"p","id":"m","screen":"s","cells":{"a.g.x":7}}']::json[], array['s'],
    array[null]::json[])`;
  await database.query(kept, []);
  expect(await figureOf(store, "u")).toBe(7);
  await store.close();
});
