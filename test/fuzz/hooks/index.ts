import type { Hook } from "../hook.ts";
import { lark } from "./lark.ts";
import { telegram } from "./telegram.ts";

/** Every platform's webhook, one line each. */
export const hooks: readonly [Hook, ...Hook[]] = [lark, telegram];
