import { address, inquire } from "../inquire.ts";
import { amongLeaders, reading } from "../rights.ts";
import type { Command } from "./command.ts";

/** A question to a unit about a figure: it goes to the unit's liaison, and the answer comes back to where it was asked. */
export const ask: Command = {
  name: "ask",
  word: "提问",
  wordTakes: "words",
  rights: amongLeaders(reading),
  kind: "own",
  run: async ({ usable: _offered, args, ...call }) => {
    const { house, member } = call;
    const chosen = /^#(\d{1,6}) u\.(\S+)$/.exec(args);
    if (chosen) return address(house, member, Number(chosen[1]), chosen[2] ?? "", call);
    return inquire(house, member, args, call);
  },
};
