import type { Flow } from "../../core/flow/flow.ts";
import type { Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import type { Vocabulary } from "../../core/table/vocabulary.ts";
import type { House } from "../house.ts";
import type { Only } from "../summaries/consolidate.ts";
import { type Kinds, wordsFor } from "./asking.ts";
import { earlier } from "./inquiry-meant.ts";

const kinds: Kinds = ["unit", "department", "row", "group", "column"];

/** What a leader's question is read with. */
export type InquiryReading = {
  readonly flow: Flow;
  /** The round that it is about, and behind it those in which what it names is looked for as well. */
  readonly rounds: readonly [Round, ...Round[]];
  readonly vocabulary: Vocabulary;
  /** The round whose posting it stands under. */
  readonly posted?: Round;
  /** Whose figures the leader may hear. */
  readonly only: Only;
};

/** How a question is read: about the round of the posting that it stands under, else the newest; undefined before the first. */
export function readingOf(house: House, member: Member, posted: Round | undefined): InquiryReading | undefined {
  const running = house.flows.find(({ flow }) => (posted ? flow.id === posted.flow : house.rounds.newest(flow.id)));
  const newest = posted ?? (running && house.rounds.newest(running.flow.id));
  if (!running || !newest) return undefined;
  const flow = running.at(newest.flowHash);
  return {
    flow,
    ...(posted ? { posted } : {}),
    rounds: [newest, ...(posted ? [] : earlier(house, newest))],
    vocabulary: wordsFor(house, flow, member, kinds),
    only: (unit) => house.people.oversees(member, unit),
  };
}
