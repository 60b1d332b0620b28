import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { json } from "../../src/exports/json/index.ts";
import { returnSchema, returnShape } from "../../src/exports/json/shape.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, flowOf } from "../flow/files.ts";
import { returnWith, unitPart } from "./fixture.ts";

const flow = flowOf(campaignText);
const of = returnWith(flow, [
  unitPart("a", { "mask.screening.screened": 12, "mask.screening.failed": 0, "mask.price.filed": "n/a" }),
]);
const read = async (audience: "up" | "leaders") =>
  returnShape.parse(JSON.parse(new TextDecoder().decode((await json.make(of, audience, wordingOf("en").word)).bytes)));

test("the shape of the file is documented beside the code", () => {
  const path = new URL("../../src/exports/json/return.schema.json", import.meta.url);
  if (process.env.GOLDEN === "update") writeFileSync(path, returnSchema());
  expect(readFileSync(path, "utf8")).toBe(returnSchema());
});

test("a nought is there, what nobody reported is not, and n/a is said", async () => {
  const { tables, units } = await read("leaders");
  expect(tables[0]?.round["mask.screening.failed"]).toBe(0);
  expect(tables[0]?.round).not.toHaveProperty(["mask.screening.rectified"]);
  expect(units?.[0]?.cells["mask.price.filed"]).toBe("n/a");
});

test("every cell of its tables is named by its schema", async () => {
  const { blocks, tables } = await read("up");
  const named = blocks.flatMap(({ rows, groups }) =>
    rows.flatMap((row) => groups.flatMap((group) => group.columns.map((each) => `${row.id}.${group.id}.${each.id}`))),
  );
  const used = tables.flatMap(({ round, cumulative }) => [...Object.keys(round), ...Object.keys(cumulative)]);
  expect(used.filter((id) => !named.includes(id))).toEqual([]);
  expect(used.length).toBeGreaterThan(0);
});
