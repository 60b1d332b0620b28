import fc from "fast-check";
import { assert, door } from "../door.ts";
import { callers, liaison, talking } from "../talking.ts";
import { words } from "../words.ts";

/** Edited messages: of answers long ago, of others', of none that there ever was. */
export const amend = door(
  "amend",
  { ms: 2_000, mb: 600 },
  fc.record({
    caller: fc.constantFrom(...callers),
    of: fc.nat(20),
    words,
    first: fc.option(words, { nil: undefined }),
  }),
  async () => {
    const { put, close, world } = await talking();
    let count = 0;
    return {
      close,
      put: async ({ caller, of, words: text, first }) => {
        if (first !== undefined) {
          await world.say(liaison, first, { id: `said-${count}` });
          count += 1;
        }
        // An edit of somebody else's message, or of none, must find nothing to correct.
        const before = await world.bot.desk.report("2020-05-21", "fuzhou-market");
        await put(caller, { kind: "amended", of: `said-${Math.max(0, count - 1 - of)}`, text });
        const after = await world.bot.desk.report("2020-05-21", "fuzhou-market");
        const own = caller.person === liaison;
        assert(own || before?.revision === after?.revision, `${caller.person}'s edit changed what the liaison said`);
      },
    };
  },
);
