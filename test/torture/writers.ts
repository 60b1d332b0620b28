import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chance } from "../../src/app/rehearsal/chance.ts";
import { cellAt } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { killWriter } from "../store/killed.ts";
import { tear } from "./tear.ts";

/** Kills on one folder before another is taken: its journal is read back whole after each. */
const ON_ONE_FOLDER = 25;
/** Bytes of a segment: so few that nearly every kill falls into closing a segment or folding one. */
const SEGMENTS = [1_500, 4_000, 20_000, 100_000] as const;

export type Writers = {
  kills: number;
  answers: number;
  torn: number;
  readonly lost: string[];
  readonly doubled: string[];
  readonly uncaught: string[];
};

/** Kills a process that writes to the store alone, over and over on one folder, and reads back what it was told. */
export async function killWriters(kills: number, seed: number): Promise<Writers> {
  const luck = chance(seed);
  const so: Writers = { kills: 0, answers: 0, torn: 0, lost: [], doubled: [], uncaught: [] };
  while (so.kills < kills) {
    const folder = await mkdtemp(join(tmpdir(), "baosong-writers-"));
    const told = new Map<string, number>();
    const isAcknowledged = (message: string) => {
      const [unit = "", figure = ""] = message.split("-");
      return Number(figure) <= (told.get(unit) ?? 0);
    };
    for (let turn = 0; turn < ON_ONE_FOLDER && so.kills < kills; turn += 1) {
      const death = { acknowledgements: luck.whole(1, 400), after: luck.happens(0.5) ? luck.whole(0, 40) : 0 };
      const { last, ended } = await killWriter(folder, luck.oneOf(SEGMENTS), death);
      if (ended !== undefined) so.uncaught.push(`a writer ended by itself with ${ended}`);
      for (const [unit, figure] of last) told.set(unit, figure);
      so.kills += 1;
      if (luck.happens(0.3) && (await tear(folder, { isAcknowledged, knows: () => false }, luck))) so.torn += 1;
      await readBack(folder, told, so);
    }
    so.answers += [...told.values()].reduce((sum, each) => sum + each, 0);
    await rm(folder, { recursive: true });
  }
  return so;
}

/** Each unit's figures are 1, 2, 3 … without a gap or a repeat, at least as far as was acknowledged. */
async function readBack(folder: string, told: Map<string, number>, so: Writers): Promise<void> {
  const store = await openLowdb({ folder, segmentSize: 2_000 });
  try {
    for (const [unit, last] of told) {
      const key = reportKey("flow", "2020-05-21", unit);
      const figures = (await store.history(key)).map(({ entry }) =>
        entry.kind === "answered" ? entry.cells["a.g.x"] : 0,
      );
      if (figures.length < last) so.lost.push(`${unit}: ${last} acknowledged, ${figures.length} there`);
      if (figures.some((figure, index) => figure !== index + 1))
        so.doubled.push(`${unit}: ${figures.join().slice(0, 200)}`);
      const doc = await store.read(key);
      const stands = doc?.kind === "report" ? cellAt(doc.doc.cells, "a.g.x") : undefined;
      if (stands !== figures.at(-1)) so.lost.push(`${unit} stands at ${stands}, its history at ${figures.at(-1)}`);
      // What is there but was never acknowledged stays there: from here on it counts as told.
      told.set(unit, figures.length);
    }
  } finally {
    await store.close();
  }
}
