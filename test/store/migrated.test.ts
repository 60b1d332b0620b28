import { expect, test } from "vitest";
import { byId, type Cells } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { openOn } from "../../src/store/postgres/index.ts";
import { answered } from "../contracts/store.ts";
import { startPglite } from "./pglite.ts";

const key = reportKey("f", "2020-05-21", "u");
const cells: Cells = { "mask.screening.screened": 12, "mask.quality.filed": "n/a", "gown.quality.fines": 1.5 };

test("a database whose reports were folded with their cells by id goes on with the same cells", async () => {
  const lite = await startPglite();
  const database = await lite.fresh();
  const first = await openOn(database);
  await first.change([key], () => [{ key, entry: answered(cells) }]);
  const kept = await first.read(key);
  await first.close();
  await database.query(
    "update documents set rules = null, doc = jsonb_set(doc::jsonb, '{doc,cells}', cells::jsonb)::json where key = $1",
    [key],
  );

  const again = await openOn(database);
  const doc = await again.read(key);
  expect(doc).toEqual(kept);
  expect(doc?.kind === "report" && byId(doc.doc.cells)).toEqual(cells);
  await again.change([key], () => [{ key, entry: answered({ "mask.quality.filed": 3 }) }]);
  const { units, columns, values } = await again.figures("f", "2020-05-21");
  expect([units.length, values[columns.indexOf("mask.quality.filed")]]).toEqual([1, 3]);
  await again.close();
  await lite.stop();
});
