import { roundKey } from "../../core/entry.ts";
import { moment } from "../../core/interview/when.ts";
import { sentence, worded } from "../../core/message.ts";
import { changesWaiting } from "../changes-waiting.ts";
import { closedRound } from "../closed-round.ts";
import { roundIn } from "../documents.ts";
import { roundAtHead } from "../named-round.ts";
import { amongLeaders } from "../rights.ts";
import type { Command } from "./command.ts";

/** 锁定: nothing of a round changes any more, for a reason that everybody who tries is told. */
export const lock: Command = {
  name: "lock",
  word: "锁定",
  wordTakes: "words",
  rights: amongLeaders(["coordinator"]),
  kind: "own",
  run: async ({ house, member, args, id, channel, at, sentAt }) => {
    const { name, rest: written } = roundAtHead(args);
    const found = closedRound(house, name, { command: "lock", rest: written });
    if ("say" in found) return [found.say];
    const { flow, round } = found;
    // That the table has gone up is reason enough, and needs no words.
    if (written === "" && round.sentUp === undefined)
      return [sentence({ key: "lock-why", args: { number: round.number } })];
    const key = roundKey(round.flow, round.round);
    const docs = await house.store.change([key], (before) => {
      // Pressed twice it is locked once; written again with other words, those are what units read from then on.
      const { lock: stands } = roundIn(before, key);
      if (stands && (written === "" || stands.reason === written)) return [];
      const reason = written === "" ? {} : { reason: written };
      return [{ key, entry: { kind: "locked", ...reason, id, at, sentAt, by: member.id, channel } }];
    });
    const stands = roundIn(docs, key);
    house.rounds.learn(stands);
    // What the round holds beside its newest version is due from this moment on, and the timer waits for later ones.
    house.wake();
    const when = moment(stands.lock?.at ?? at, flow);
    const { number } = stands;
    const reason = stands.lock?.reason ?? { key: "lock-sent-up" };
    const done = worded("lock-done", { number, when, reason });
    return [{ blocks: [done, ...(await changesWaiting(house, flow, stands))] }];
  },
};
