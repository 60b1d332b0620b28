import { openLowdb } from "../../src/store/lowdb/index.ts";

/** A fresh process: how long opening takes, what it weighs then, and the first reading of one closed round. */
const began = performance.now();
const store = await openLowdb({ folder: process.argv[2] ?? "" });
const ms = performance.now() - began;
const rss = process.memoryUsage.rss() / 1e6;
const from = performance.now();
await store.figures("epidemic-supplies-weekly", "2020-01-03");
const figures = performance.now() - from;
process.stdout.write(JSON.stringify({ ms, rss, figures }));
await store.close();
