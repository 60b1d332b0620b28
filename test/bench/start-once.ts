import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { reportKey } from "../../src/core/entry.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";

/**
 * A fresh process on a folder, as `how` says: `start` opens the store and reads the open round as the first tick does,
 * `bytes` reads and parses the same bytes and does nothing with them, `closed` asks for the figures of a closed round.
 */
const [folder = "", how = "", flow = "", round = "", units = "0"] = process.argv.slice(2);
const heap = () => {
  global.gc?.();
  return process.memoryUsage().heapUsed;
};
const before = heap();
const began = performance.now();
const say = (found: object) =>
  process.stdout.write(
    JSON.stringify({ ms: performance.now() - began, rss: process.memoryUsage.rss() / 1e6, ...found }),
  );

if (how === "bytes") {
  const manifest = JSON.parse(await readFile(join(folder, "checkpoints", "manifest.json"), "utf8"));
  const prefix = reportKey(flow, round, "");
  for (const { name, keys } of manifest.files)
    if (keys.some((key: string) => key.startsWith(prefix)))
      JSON.parse(await readFile(join(folder, "checkpoints", name), "utf8"));
  const live = String(manifest.folded + 1).padStart(8, "0");
  for (const line of (await readFile(join(folder, "journal", `${live}.log`), "utf8")).split("\n"))
    if (line !== "") JSON.parse(line.slice(9));
  say({});
} else {
  const store = await openLowdb({ folder });
  if (how === "closed") {
    await store.figures(flow, round);
    say({});
  } else {
    const keys = Array.from({ length: Number(units) }, (_, unit) => reportKey(flow, round, `u${unit}`));
    const docs = await Promise.all(keys.map((key) => store.read(key)));
    const ms = performance.now() - began;
    const json = docs.reduce((sum, doc) => sum + JSON.stringify(doc).length, 0) / docs.length;
    say({ ms, json, heap: (heap() - before) / docs.length });
  }
  await store.close();
}
