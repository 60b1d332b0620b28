import type { Flow } from "../core/flow/flow.ts";
import type { Say, Text } from "../core/message.ts";
import type { Round } from "../core/round.ts";
import type { Running } from "./flows.ts";
import type { House } from "./house.ts";
import { namedRound } from "./named-round.ts";

/** A round that has been frozen, with its flow. */
export type ClosedRound = { readonly running: Running; readonly flow: Flow; readonly round: Round };

/** The frozen round that words name, else the newest frozen one; a sentence where there is none. */
export function closedRound(house: House, words: string): ClosedRound | { readonly say: Say } {
  const frozen = house.flows.flatMap((running) =>
    house.rounds
      .of(running.flow.id)
      .filter(({ state }) => state === "frozen")
      .map((round) => ({ running, flow: running.at(round.flowHash), round })),
  );
  const byTime = [...frozen].sort((a, b) => a.round.due - b.round.due);
  const wanted = words.trim();
  const round =
    wanted === ""
      ? byTime.at(-1)?.round
      : namedRound(
          byTime.map((each) => each.round),
          wanted,
        );
  const found = byTime.find((each) => each.round === round);
  if (found) return found;
  return {
    say: sentence(
      byTime.length === 0 ? { key: "round-none-closed" } : { key: "round-which", args: { part: wanted.slice(0, 20) } },
    ),
  };
}

/** A sentence as the whole answer. */
export function sentence(text: Text): Say {
  return { blocks: [{ kind: "text", text }] };
}
