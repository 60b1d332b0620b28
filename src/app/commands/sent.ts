import { roundKey } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { moment } from "../../core/interview/when.ts";
import type { Block, Say, Text } from "../../core/message.ts";
import type { Round } from "../../core/round.ts";
import { changesWaiting } from "../changes-waiting.ts";
import { closedRound } from "../closed-round.ts";
import { roundIn } from "../documents.ts";
import type { House } from "../house.ts";
import { amongLeaders } from "../rights.ts";
import { roundRef } from "../round-ref.ts";
import { sentChoice } from "../sent-choice.ts";
import { unitNames } from "../summaries/overview.ts";
import type { Command } from "./command.ts";

/** 已上报: the table has gone up; recorded once, with who said so and when. */
export const sent: Command = {
  name: "sent",
  word: "已上报",
  wordTakes: "words",
  rights: amongLeaders(["coordinator"]),
  kind: "own",
  run: async ({ house, member, args, id, channel, at, sentAt }) => {
    const [name = "", pressed = ""] = args.trim().split(/(?<!\s)\s+v(?=\d+$)/);
    const found = closedRound(house, name, { command: "sent", rest: "" });
    if ("say" in found) return [found.say];
    const { flow, round } = found;
    const key = roundKey(round.flow, round.round);
    let newest = 1;
    const docs = await house.store.change([key], (before) => {
      const { sentUp, revisions = [] } = roundIn(before, key);
      newest = revisions.length + 1;
      // The button below an older version says nothing of the newest one.
      if (pressed !== "" && Number(pressed) < newest) return [];
      // A later version goes up again; the same one goes up once.
      if (sentUp && sentUp.at >= (revisions.at(-1)?.at ?? 0)) return [];
      return [{ key, entry: { kind: "sent-up", id, at, sentAt, by: member.id, channel } }];
    });
    const stands = roundIn(docs, key);
    house.rounds.learn(stands);
    if (pressed !== "" && Number(pressed) < newest) return [olderVersion(flow, stands, Number(pressed), newest)];
    const recorded = { number: stands.number, when: moment(stands.sentUp?.at ?? at, flow) };
    const said: Block<Text> = { kind: "text", text: { key: "sent-recorded", args: recorded } };
    const lock: Block<Text> = {
      kind: "choices",
      choices: [{ label: { key: "sent-lock" }, action: `cmd:lock:${roundRef(flow, stands.round)}` }],
    };
    const left = [...pending(house, stands), ...(await changesWaiting(house, flow, stands))];
    return [{ blocks: [said, ...left, ...(stands.lock ? [] : [lock])] }];
  },
};

/** That the table which went up lacks what came after it and has not been posted yet, and whose that is. */
function pending(house: House, { pending: left = {} }: Round): readonly Block<Text>[] {
  const units = Object.keys(left);
  if (units.length === 0) return [];
  const names = unitNames(units.map((unit) => house.people.unit(unit).short));
  return [{ kind: "text", text: { key: "sent-without", args: { count: units.length, names } } }];
}

/** Below which version the button stood, and that of the newest one to press instead. */
function olderVersion(flow: Flow, { number, round }: Round, pressed: number, newest: number): Say {
  return {
    blocks: [
      { kind: "text", text: { key: "sent-older", args: { number, pressed, newest } } },
      { kind: "choices", choices: [sentChoice(flow, round, newest)] },
    ],
  };
}
