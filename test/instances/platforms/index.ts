import type { Ground } from "./ground.ts";
import { lark } from "./lark.ts";
import { telegram } from "./telegram.ts";

/** The platforms on which a round is played on several instances. */
export const grounds: Readonly<Record<string, Ground>> = { telegram, lark };
