import ExcelJS from "exceljs";
import { cellAt } from "../../src/core/cells.ts";
import { cellId } from "../../src/core/flow/flow.ts";
import type { Return } from "../../src/exports/export.ts";
import { makePicture, workbook } from "../../src/exports/index.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { realistic, returnWith, unitPart } from "../exports/fixture.ts";
import { flowFrom } from "../interview/talk.ts";
import { type Figure, median } from "./figure.ts";
import { watched } from "./watched.ts";

const UNITS = 3_000;
const RUNS = 5;
/** A busy unit saw work on so many products; the others are noughts. */
const BUSY = 3;
const { word } = wordingOf("zh-CN");

/** Files for 3,000 units: time, memory beyond what stood before, and how long whoever asks meanwhile is kept waiting. */
export async function benchExported(): Promise<readonly Figure[]> {
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const rows = flow.blocks[0]?.rows.slice(0, BUSY).map(({ id }) => id) ?? [];
  const units = Array.from({ length: UNITS }, (_, seed) => {
    const cells = Object.entries(realistic(flow, seed)).map(([id, value]) => {
      const busy = rows.some((row) => id.startsWith(`${row}.`));
      return [id, busy ? value : 0] as const;
    });
    return unitPart(`第${seed}市市场监督管理局`, Object.fromEntries(cells));
  });
  const of = returnWith(flow, units);

  const plain = await watched(() => unstreamed(of));
  const ours = await watched(async () => void (await workbook.make(of, "leaders", word)));
  const what = { block: flow.blocks[0]?.id ?? "", figures: "round", theme: "light" } as const;
  const first = await watched(async () => void (await makePicture(of, what, word)));
  const took: number[] = [];
  for (let run = 0; run < RUNS; run += 1)
    took.push((await watched(async () => void (await makePicture(of, what, word)))).ms);

  const beside = { peer: "exceljs, unstreamed, same lines by unit, no looks or formulas" };
  return [
    {
      name: "workbook-3000",
      value: ours.ms,
      unit: "ms",
      ...beside,
      ratio: Number((plain.ms / ours.ms).toFixed(2)),
      target: "≤ 4000",
      met: ours.ms <= 4_000,
    },
    {
      name: "workbook-3000 memory",
      value: ours.mb,
      unit: "MB",
      ...beside,
      ratio: Number((plain.mb / Math.max(1, ours.mb)).toFixed(2)),
      target: "≤ 200",
      met: ours.mb <= 200,
    },
    { name: "workbook-3000 answers wait at most", value: ours.held, unit: "ms" },
    { name: "workbook-3000 exceljs unstreamed", value: plain.ms, unit: "ms" },
    { name: "workbook-3000 exceljs unstreamed memory", value: plain.mb, unit: "MB" },
    { name: "picture first", value: first.ms, unit: "ms" },
    { name: "picture", value: Math.round(median(took)), unit: "ms" },
    { name: "picture answers wait at most", value: first.held, unit: "ms" },
  ];
}

/** The lines by unit as the library alone would write them. */
async function unstreamed({ flow, units }: Return): Promise<void> {
  const sheet = new ExcelJS.Workbook().addWorksheet("units");
  const [block] = flow.blocks;
  const columns = block?.groups.flatMap((group) => group.columns.map(({ id }) => [group.id, id] as const)) ?? [];
  for (const { name, report } of units)
    for (const row of block?.rows ?? []) {
      const figures = columns.map(([group, column]) => cellAt(report.cells, cellId(row.id, group, column)));
      if (figures.some((figure) => figure !== undefined && figure !== 0)) sheet.addRow([name, row.id, ...figures]);
    }
  await sheet.workbook.xlsx.writeBuffer();
}
