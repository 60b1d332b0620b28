import { threadOf } from "./thread.ts";

/** Where documents are written: one at a time, so that two large ones at once take no more memory than one. */
export const press = threadOf({ memoryMb: 384, timeMs: 60_000 });
