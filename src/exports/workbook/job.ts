import { setImmediate } from "node:timers/promises";
import { type CellId, cellAt } from "../../core/cells.ts";
import { askedColumns, cellId, type Flow } from "../../core/flow/flow.ts";
import type { Total } from "../../core/table/table.ts";
import type { Audience, Printed, PrintedUnit, Return, UnitPart, Word } from "../export.ts";
import { packWords } from "./words.ts";

/** A unit without its cells by id: a submitted report's figures stand in a row of numbers, NaN where there is none. */
type Unit = Omit<UnitPart, "report" | "cumulative"> & {
  readonly status: UnitPart["report"]["status"];
  readonly attachments: UnitPart["report"]["attachments"];
  readonly figures: Float64Array<ArrayBuffer>;
};

/** A return as it is sent to the press: plain data, its many figures packed so that sending them takes no time. */
export type WorkbookJob = {
  readonly audience: Audience;
  readonly of: Omit<Return, "flow" | "units"> & { readonly flow: Omit<Flow, "check"> };
  readonly units: readonly Unit[];
  readonly words: Readonly<Record<string, string>>;
};

/** So many units are packed at a stretch; then whoever waits for an answer comes first. */
const AT_A_STRETCH = 50;

/** Packs a return; what is sent up shows no unit, so none is packed. Gives the memory that may be handed over whole. */
export async function pack(of: Return, audience: Audience, word: Word) {
  const { flow, units: all, ledgers, ...whole } = of;
  const rest = audience === "leaders" && ledgers ? { ...whole, ledgers } : whole;
  const { check: _function, ...plainFlow } = flow;
  const ids = askedIds(flow);
  const units: Unit[] = [];
  for (const [index, unit] of (audience === "leaders" ? all : []).entries()) {
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate();
    units.push(packUnit(unit, ids));
  }
  const job: WorkbookJob = { audience, of: { ...rest, flow: plainFlow }, units, words: packWords(of, word) };
  return { job, transfer: units.map(({ figures }) => figures.buffer) };
}

function packUnit({ report, cumulative: _tables, ...unit }: UnitPart, ids: readonly CellId[]): Unit {
  const submitted = report.status === "submitted";
  const figures = new Float64Array(submitted ? ids.length : 0);
  for (let index = 0; index < figures.length; index += 1) {
    const value = cellAt(report.cells, ids[index] ?? "");
    figures[index] = typeof value === "number" ? value : Number.NaN;
  }
  return { ...unit, status: report.status, attachments: report.attachments, figures };
}

/** A unit in the press: its report without cells, its figures in the row of numbers in which they came. */
export type Unpacked = PrintedUnit & { readonly figureAt: (id: CellId) => Total };
export type UnpackedReturn = Printed & { readonly units: readonly Unpacked[] };

/** The return again. Figures are read where they lie: put back into cells by id they took an eighth of all the work, and made garbage of it. */
export function unpack({ of, units }: WorkbookJob): UnpackedReturn {
  const flow: Flow = { ...of.flow, check: () => [] };
  const places = new Map(askedIds(flow).map((id, place) => [id, place]));
  return { ...of, flow, units: units.map((unit) => unpackUnit(unit, places)) };
}

function unpackUnit({ status, attachments, figures, ...unit }: Unit, places: ReadonlyMap<CellId, number>): Unpacked {
  const report = { status, ...(attachments ? { attachments } : {}) };
  const figureAt = (id: CellId): Total => {
    const value = figures[places.get(id) ?? -1];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  return { ...unit, report, figureAt };
}

function askedIds(flow: Pick<Flow, "blocks">): readonly CellId[] {
  return flow.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.groups.flatMap((group) => askedColumns(group).map((column) => cellId(row.id, group.id, column.id))),
    ),
  );
}
