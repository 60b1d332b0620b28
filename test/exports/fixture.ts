import ExcelJS from "exceljs";
import { type Cells, filledFrom } from "../../src/core/cells.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import { emptyReport, type Report } from "../../src/core/report.ts";
import { emptyRound } from "../../src/core/round.ts";
import { tabulate } from "../../src/core/table/tabulate.ts";
import type { Audience, Return, UnitPart } from "../../src/exports/export.ts";
import { workbook } from "../../src/exports/index.ts";
import { type Language, wordingOf } from "../../src/wording/wording.ts";

/** A unit that sent in these cells; whatever else is given takes the place of what a plain report has. */
export function unitPart(id: string, cells: Cells, more: Partial<UnitPart> = {}): UnitPart {
  const given = more.standing ?? "on-time";
  const status: Report["status"] = given === "missing" ? "none" : given === "draft" ? "draft" : "submitted";
  const report = { ...emptyReport("flow", "r1", id), status, cells: filledFrom(cells) };
  return {
    id,
    name: id,
    department: "market-regulation",
    standing: given,
    zero: false,
    report,
    cumulative: () => (status === "submitted" ? cells : {}),
    told: report.told,
    kept: report.kept,
    ...more,
  };
}

/** A return of these units, its tables added up. */
export function returnWith(flow: Flow, units: readonly UnitPart[], more: Partial<Return> = {}): Return {
  return {
    flow,
    round: { ...emptyRound(flow.id, "r1"), number: 1 },
    language: flow.languages[0] ?? "en",
    head: { unit: "福建省市场监督管理局", reporter: "林静", phone: "0591-87654321" },
    asOf: "2020-05-20",
    tables: tabulate(flow, units),
    units,
    ...more,
  };
}

/** The workbook of a return, as the product makes it. */
export async function made(of: Return, audience: Audience) {
  const language: Language = of.language === "en" ? "en" : "zh-CN";
  return workbook.make(of, audience, wordingOf(language).word);
}

/** The workbook of a return, read back by the library. */
export async function opened(of: Return, audience: Audience): Promise<ExcelJS.Workbook> {
  return read((await made(of, audience)).bytes);
}

export async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  await book.xlsx.load(buffer);
  return book;
}

/** Every asked cell of the campaign's sheet with a figure of a realistic size, the same on every run. */
export function realistic(flow: Flow, seed: number): Cells {
  const block = flow.blocks[0];
  if (!block) throw new Error("no block");
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Object.fromEntries(
    block.rows.flatMap((row) =>
      block.groups
        .filter((group) => !group.sums)
        .flatMap((group) =>
          group.columns
            .filter((column) => !column.computed)
            .map((column) => [
              `${row.id}.${group.id}.${column.id}`,
              column.kind === "amount" ? next(9_000_000) / 10_000 : next(column.id === "officers" ? 30_000 : 900),
            ]),
        ),
    ),
  );
}
