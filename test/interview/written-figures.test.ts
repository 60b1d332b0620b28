import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { askedOf } from "../../src/core/flow/flow.ts";
import { readQuantity } from "../../src/core/interview/reading/quantity.ts";
import { realFlow } from "./talk.ts";

/** What is written, the unit of the column it is written for, and the figure it stands for or why it is none. */
const cases = z
  .array(z.tuple([z.string(), z.enum(["家", "件", "批次", "人次", "万元"]), z.string()]))
  .parse(JSON.parse(readFileSync(new URL("written-figures.json", import.meta.url), "utf8")));

const places = askedOf(realFlow(), "market-regulation");

describe("the table of written figures", () => {
  test("holds at least 400 cases, none twice", () => {
    expect(cases.length).toBeGreaterThanOrEqual(400);
    expect(new Set(cases.map((each) => each.join("\t"))).size).toBe(cases.length);
  });

  test.each(cases)("%j for %s is %s", (text, unit, expected) => {
    const column = places.find((place) => place.column.unit?.["zh-CN"] === unit)?.column;
    if (!column) throw new Error(`the campaign has no column in ${unit}`);
    const read = readQuantity(text, column);
    expect(read.kind === "figure" ? String(read.value) : read.why).toBe(expected);
  });
});
