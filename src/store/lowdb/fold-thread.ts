import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { foldSegments } from "./fold.ts";

const { folder, segments } = z.object({ folder: z.string(), segments: z.array(z.int()) }).parse(workerData);
parentPort?.postMessage(await foldSegments(folder, segments));
