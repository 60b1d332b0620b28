import { roundKey } from "../../core/entry.ts";
import { moment } from "../../core/interview/when.ts";
import type { Block, Text } from "../../core/message.ts";
import { closedRound } from "../closed-round.ts";
import { roundIn } from "../documents.ts";
import { amongLeaders } from "../rights.ts";
import type { Command } from "./command.ts";

/** 已上报: the table has gone up; recorded once, with who said so and when. */
export const sent: Command = {
  name: "sent",
  word: "已上报",
  wordTakes: "words",
  rights: amongLeaders(["coordinator"]),
  kind: "own",
  run: async ({ house, member, args, id, channel, at, sentAt }) => {
    const found = closedRound(house, args);
    if ("say" in found) return [found.say];
    const { flow, round } = found;
    const key = roundKey(round.flow, round.round);
    const docs = await house.store.change([key], (before) => {
      const { sentUp } = roundIn(before, key);
      // A later version goes up again; the same one goes up once.
      if (sentUp && sentUp.at >= (round.revisions?.at(-1)?.at ?? 0)) return [];
      return [{ key, entry: { kind: "sent-up", id, at, sentAt, by: member.id, channel } }];
    });
    const stands = roundIn(docs, key);
    house.rounds.learn(stands);
    const recorded = { number: stands.number, when: moment(stands.sentUp?.at ?? at, flow) };
    const said: Block<Text> = { kind: "text", text: { key: "sent-recorded", args: recorded } };
    const lock: Block<Text> = {
      kind: "choices",
      choices: [{ label: { key: "sent-lock" }, action: `cmd:lock:${stands.round}` }],
    };
    return [{ blocks: stands.lock ? [said] : [said, lock] }];
  },
};
