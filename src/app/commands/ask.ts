import { address, inquire } from "../inquiries/inquire.ts";
import { readInquiryRef } from "../inquiries/inquiry-ref.ts";
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
    const named = args.startsWith("#") ? readInquiryRef(args) : undefined;
    const [, unit] = /^u\.(\S+)$/.exec(named?.rest ?? "") ?? [];
    if (named && unit !== undefined) return address(house, member, named, unit, call);
    return inquire(house, member, args, call);
  },
};
