import { cellAt } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";

/** A process that writes until it is killed, and says on its output what was acknowledged: `unit figure`. */
const [folder = "", segmentSize = "100000"] = process.argv.slice(2);
const store = await openLowdb({ folder, segmentSize: Number(segmentSize) });
process.stdout.write("ready\n");
await Promise.all(Array.from({ length: 8 }, (_, writer) => write(`u${writer}`)));

async function write(unit: string): Promise<never> {
  const key = reportKey("flow", "2020-05-21", unit);
  for (;;) {
    let figure = 0;
    await store.change([key], (docs) => {
      const doc = docs.get(key);
      const before = doc.kind === "report" ? cellAt(doc.doc.cells, "a.g.x") : 0;
      figure = (typeof before === "number" ? before : 0) + 1;
      const entry = { kind: "answered", screen: "a.g", cells: { "a.g.x": figure } } as const;
      return [
        { key, entry: { ...entry, id: `${unit}-${figure}`, at: figure, by: unit, aside: { words: String(figure) } } },
      ];
    });
    process.stdout.write(`${unit} ${figure}\n`);
  }
}
