import type { Platform } from "./channel.ts";
import { lark } from "./lark/index.ts";
import { telegram } from "./telegram/index.ts";

export { simulator } from "./simulator/index.ts";

/** Every platform that the bot can talk on, one line each; the simulator stands apart, since it is nobody's phone. */
export const platforms: readonly Platform[] = [lark, telegram];
