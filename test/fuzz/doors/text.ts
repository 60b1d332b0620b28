import fc from "fast-check";
import { door } from "../door.ts";
import { callers, talking } from "../talking.ts";
import { words } from "../words.ts";

/** What anybody writes, in private or in a group. */
export const text = door(
  "text",
  { ms: 2_000, mb: 600 },
  fc.record({
    caller: fc.oneof({ arbitrary: fc.constant(callers[0]), weight: 4 }, fc.constantFrom(...callers)),
    words,
  }),
  async () => {
    const { put, close } = await talking();
    return { close, put: ({ caller, words: said }) => put(caller, { kind: "said", text: said }) };
  },
);
