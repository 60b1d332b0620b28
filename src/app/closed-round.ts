import type { Flow } from "../core/flow/flow.ts";
import { moment } from "../core/interview/when.ts";
import { type Say, sentence, type Text } from "../core/message.ts";
import type { Round } from "../core/round.ts";
import type { Running } from "./flows.ts";
import type { House } from "./house.ts";
import { commandChoice } from "./inquiries/asking.ts";
import { namedRound } from "./named-round.ts";
import { readRoundRef, roundRef } from "./round-ref.ts";

/** A round that has been frozen, with its flow. */
export type ClosedRound = { readonly running: Running; readonly flow: Flow; readonly round: Round };

/** So many of the newest rounds are offered where a name fits none. */
const OFFERED = 4;

/**
 * The frozen round that words or a button name, else the newest frozen one; a sentence where there is none. Where
 * the name fits no round, or one of several returns, a choice of the command to give again, with the rest of its words.
 */
export function closedRound(
  house: House,
  words: string,
  again: { readonly command: string; readonly rest: string },
): ClosedRound | { readonly say: Say } {
  const frozen = house.flows.flatMap((running) =>
    house.rounds
      .of(running.flow.id)
      .filter(({ state }) => state === "frozen")
      .map((round) => ({ running, flow: running.at(round.flowHash), round })),
  );
  const byTime = [...frozen].sort((a, b) => a.round.due - b.round.due);
  const wanted = words.trim();
  const ref = readRoundRef(wanted);
  const found = house.flows.flatMap(({ flow }) => {
    const mine = byTime.filter(({ round }) => round.flow === flow.id);
    const rounds = mine.map(({ round }) => round);
    const named = ref
      ? rounds.find(({ round }) => round === ref.round && flow.code === ref.code)
      : namedRound(rounds, wanted, flow.calendar.zone);
    return mine.filter(({ round }) => round === named);
  });
  const [only, another] = found;
  if (only && another) return { say: whichOf(found, again) };
  if (only) return only;
  if (byTime.length === 0) return { say: sentence({ key: "round-none-closed" }) };
  const newest = [...byTime].reverse().slice(0, OFFERED);
  return { say: whichOf(newest, again, { key: "round-which", args: { part: wanted.slice(0, 20) } }) };
}

function whichOf(
  found: readonly ClosedRound[],
  { command, rest }: { readonly command: string; readonly rest: string },
  lead: Text = { key: "which-return-meant" },
): Say {
  const severally = new Set(found.map(({ flow }) => flow.id)).size > 1;
  const choices = found.flatMap(({ flow, round }) => {
    const due = moment(round.due, flow);
    const label: Text = severally
      ? { key: "which-one", args: { name: { label: flow.name }, due } }
      : { key: "which-round", args: { number: round.number, due } };
    const ref = roundRef(flow, round.round);
    const whole = commandChoice(label, command, `${ref} ${rest}`.trim());
    return whole.length > 0 ? whole : commandChoice(label, command, ref);
  });
  return {
    blocks: [
      { kind: "text", text: lead },
      { kind: "choices", choices },
    ],
  };
}
