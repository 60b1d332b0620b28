import { threadOf } from "../thread/thread.ts";

/**
 * Where pictures are drawn. The canvas is told to load no typeface of the machine: what is drawn is the same everywhere,
 * and a machine with none draws all of it.
 */
export const easel = threadOf({ memoryMb: 256, timeMs: 30_000, env: { DISABLE_SYSTEM_FONTS_LOAD: "1" } });

/** What comes back from it: PNG, and its size in pixels. */
export type Drawn = { readonly png: Uint8Array; readonly width: number; readonly height: number };
