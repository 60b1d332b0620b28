import type { Platform } from "./channel.ts";
import { lark } from "./lark/platform.ts";
import { telegram } from "./telegram/platform.ts";

/** Every platform that the bot can talk on, one line each; the simulator stands apart, since it is nobody's phone. */
export const platforms: readonly Platform[] = [lark, telegram];
