import { parentPort, workerData } from "node:worker_threads";
import type { Read } from "../import.ts";
import { flawOf } from "./archive.ts";
import { sheetsOf } from "./sheets.ts";

parentPort?.postMessage(await read(workerData));

async function read(bytes: unknown): Promise<Read> {
  if (!(bytes instanceof Uint8Array)) return { kind: "unreadable", why: "damaged" };
  const why = flawOf(bytes);
  if (why) return { kind: "unreadable", why };
  try {
    return { kind: "sheets", sheets: await sheetsOf(bytes) };
  } catch {
    // Whatever the library stumbles over, the file is at fault, and its sender is told so.
    return { kind: "unreadable", why: "damaged" };
  }
}
