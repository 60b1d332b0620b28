import fc from "fast-check";
import { door } from "../door.ts";
import { callers, liaison, talking } from "../talking.ts";
import { words } from "../words.ts";

const verbs = [..."tdnfzpskmgayxruo", "cmd", "q", ""];
const rounds = ["2020-05-21", "2020-05-28", "1999-01-01", "__proto__", ""];
const screens = [
  "rows",
  "mask.screening",
  "mask.sampling",
  "mask.classes",
  "mask",
  "review",
  "zero",
  "withdraw",
  "proposal",
  "rest",
  "which",
  "work",
  "doubt/x",
  "constructor",
  "",
];
const forged = fc
  .tuple(
    fc.constantFrom(...verbs),
    fc.constantFrom("esw", "x", "summary", "files", "history", ""),
    fc.constantFrom(...rounds),
    fc.constantFrom(...screens),
    fc.oneof(
      fc.constantFrom("mask", "12", "-1", "NaN", "1e9", ""),
      words.map((each) => each.slice(0, 40)),
    ),
  )
  .map((parts) => parts.join(":"));
const fields = fc.dictionary(fc.constantFrom("screened", "failed", "chosen", "__proto__", "x"), words, { maxKeys: 4 });

/** Buttons and forms: true ones of messages long ago, forged ones, true ones with other contents. */
export const press = door(
  "press",
  { ms: 2_000, mb: 600 },
  fc.record({
    caller: fc.oneof({ arbitrary: fc.constant(callers[0]), weight: 4 }, fc.constantFrom(...callers)),
    forged,
    fields: fc.option(fields, { nil: undefined }),
    /** Which of the buttons that were ever shown, from the last; beyond them the forged one is pressed. */
    stale: fc.nat(60),
    cut: fc.nat(3),
  }),
  async () => {
    const { put, close, world } = await talking();
    const shown = () =>
      world.sent
        .filter(({ to }) => to.id === liaison)
        .flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            block.kind === "choices"
              ? block.choices.map(({ action }) => action)
              : block.kind === "inputs"
                ? [block.action]
                : [],
          ),
        );
    return {
      close,
      put: ({ caller, forged: made, fields: given, stale, cut }) => {
        const real = stale < 30 ? shown().at(-1 - stale) : undefined;
        const action = real === undefined ? made : cut === 0 ? real.slice(0, -1) : real;
        return put(caller, { kind: "pressed", action, ...(given ? { fields: given } : {}) });
      },
    };
  },
);
