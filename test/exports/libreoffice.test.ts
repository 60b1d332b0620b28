import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { campaignText, flowOf } from "../flow/files.ts";
import { made, read, realistic, returnWith, unitPart } from "./fixture.ts";

const office = spawnSync("soffice", ["--version"]).status === 0;
if (!office && process.env.CI !== "true") console.warn("soffice is not installed: formulas are not recalculated here");

/** Every formula of a book with its result, by sheet and cell. */
function results(book: ExcelJS.Workbook): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) found.set(`${sheet.name} ${cell.address}`, Number(cell.result));
      }),
    );
  return found;
}

// Under CI the office suite must be there, so the test runs and fails without it.
test.skipIf(!office && process.env.CI !== "true")(
  "a spreadsheet program that recalculates every formula comes to the figures that the file holds",
  { timeout: 90_000 },
  async () => {
    const flow = flowOf(campaignText);
    const units = [1, 2, 3].map((seed) => unitPart(`unit ${seed}`, realistic(flow, seed)));
    const zero = unitPart("zero", Object.fromEntries(Object.keys(realistic(flow, 1)).map((id) => [id, 0])));
    const { bytes } = await made(
      returnWith(flow, [...units, zero, unitPart("none", {}, { standing: "missing" })]),
      "leaders",
    );
    const folder = mkdtempSync(join(tmpdir(), "workbook-"));
    try {
      const file = join(folder, "return.xlsx");
      const held = results(await read(bytes));
      // Without the stored results nothing can come back but what was calculated anew.
      const bare = await read(bytes);
      for (const sheet of bare.worksheets)
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.formula) cell.value = { formula: cell.formula };
          }),
        );
      writeFileSync(file, new Uint8Array(await bare.xlsx.writeBuffer()));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      const to = ["--convert-to", "xlsx", "--outdir", join(folder, "out")];
      execFileSync("soffice", ["--headless", profile, ...to, file], { stdio: "ignore", timeout: 80_000 });
      const again = results(await read(readFileSync(join(folder, "out", "return.xlsx"))));
      // Both sections of the full sheet, and in the one by unit sums, rates and totals besides.
      expect(held.size).toBeGreaterThan(2 * 8 * 6 + 9 * 36);
      expect([...again.keys()]).toEqual([...held.keys()]);
      for (const [cell, value] of held) expect(again.get(cell), cell).toBeCloseTo(value, 6);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
