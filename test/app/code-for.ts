import type { World } from "../world.ts";

/** A code that the coordinator makes for somebody. */
export async function codeFor(it: World, who: string): Promise<string> {
  const said = await it.say("fj-coordinator", `邀请 ${who}`);
  await it.bot.idle();
  return /[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}/.exec(said)?.[0] ?? "no code";
}
