import { setImmediate } from "node:timers/promises";
import { cellsIn } from "../../core/cells.ts";
import { cellId, type FlowBlock } from "../../core/flow/flow.ts";
import type { Table, Total } from "../../core/table/table.ts";
import { tabulate } from "../../core/table/tabulate.ts";
import type { Audience, Export, Return, UnitPart, Word } from "../export.ts";
import { returnFile } from "../return/file-name.ts";
import { roundsNamed } from "../return/period.ts";
import { columnsOf, say, wholeLayout } from "../sheet/plan.ts";
import { csvLine, MARK } from "./line.ts";

/** The table as comma-separated values: a line for each row of the form; for the leaders, then for each unit and row. */
export const csv: Export = { format: "csv", make };

/** So many units are written at a stretch; then whoever waits for an answer comes first. */
const AT_A_STRETCH = 20;

async function make(of: Return, audience: Audience, word: Word) {
  const blocks = blocksFor(of, audience);
  const lines = [csvLine(head(of, blocks, word))];
  for (const which of ["round", "cumulative"] as const)
    for (const block of blocks) {
      const table = of.tables.find((each) => each.block === block.id);
      const rows = table ? tableLines(of, blocks, block, which === "round" ? table.round : table.cumulative) : [];
      for (const row of rows)
        lines.push(csvLine([word(`csv-${which}`), roundsNamed(of, word), word("csv-all"), "", ...row]));
    }
  if (audience === "leaders")
    for (const [index, unit] of of.units.entries()) {
      if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate();
      for (const row of unitLines(of, blocks, unit, word)) lines.push(csvLine(row));
    }
  const bytes = new TextEncoder().encode(`${MARK}${lines.join("")}`);
  return { name: returnFile(of, audience, "csv", word), type: "text/csv; charset=utf-8", bytes };
}

/** What is sent up holds what is on the official sheets; the leaders have every block. */
function blocksFor({ flow }: Return, audience: Audience): readonly FlowBlock[] {
  return audience === "up" ? flow.blocks.filter(({ printed }) => printed) : flow.blocks;
}

function head({ language }: Return, blocks: readonly FlowBlock[], word: Word): readonly string[] {
  const columns = blocks.flatMap((block) =>
    columnsOf(block, wholeLayout(block)).map(({ group, column }) => {
      const name = say(column.label, language);
      const unit = column.unit ? say(column.unit, language) : "";
      const said = unit === "" || name.includes(unit) ? name : word("return-name-unit", { name, unit });
      return `${say(group.label, language)} ${said}`;
    }),
  );
  const labels = ["csv-figures", "csv-rounds", "workbook-unit", "workbook-standing", "workbook-row"] as const;
  return [...labels.map((label) => word(label)), ...columns];
}

type Figures = Readonly<Record<string, Total | string>>;

/** The rows of a block with their figures; columns of other blocks stay blank. */
function tableLines({ language }: Return, blocks: readonly FlowBlock[], of: FlowBlock, figures: Figures) {
  return of.rows.map((row) => [
    say(row.label, language),
    ...blocks.flatMap((block) =>
      columnsOf(block, wholeLayout(block)).map(({ group, column }) =>
        block === of ? figures[cellId(row.id, group.id, column.id)] : undefined,
      ),
    ),
  ]);
}

/** A unit's rows that hold any figure; one line that says how it stands where none does. */
function unitLines(of: Return, blocks: readonly FlowBlock[], unit: UnitPart, word: Word) {
  const labels = [word("csv-round"), roundsNamed(of, word), unit.name, word(`workbook-standing-${unit.standing}`)];
  const tables = tabulate({ ...of.flow, blocks: [...blocks] }, [unit]);
  const lines = blocks.flatMap((block, index) => {
    const figures = stated(unit, tables[index], word);
    return tableLines(of, blocks, block, figures).filter(([, ...cells]) => cells.some((cell) => cell !== undefined));
  });
  return lines.length > 0 ? lines.map((line) => [...labels, ...line]) : [labels];
}

/** The unit's figures, and "not applicable" in words where that is what was said. */
function stated({ report }: UnitPart, table: Table | undefined, word: Word): Figures {
  if (report.status !== "submitted") return {};
  const said = cellsIn(report.cells).filter(([, value]) => value === "n/a");
  return { ...table?.round, ...Object.fromEntries(said.map(([id]) => [id, word("csv-not-applicable")])) };
}
