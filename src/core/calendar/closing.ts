import { Temporal } from "temporal-polyfill";
import { type Deliveries, freeFrom, partsFree } from "../delivery.ts";
import { type FlowId, type RoundId, roundKey } from "../entry.ts";
import { closesAt, type Round, versionsOf } from "../round.ts";
import type { Instant } from "../time.ts";
import { actKey, postKey, previewKey, upKey } from "./keys.ts";
import type { Owed } from "./owed.ts";

/** Something that a round owes its readers; `from` is when it may be tried, after the lease of an attempt in doubt. */
export type Closing = Owed & { readonly from: Instant };

/**
 * What an opened round owes as it stands, whenever that is: the preview where units report before the due time, the
 * freeze at the due time, right after it version 1, whether or not anybody reported, and a further version so long
 * (an ISO duration) after the first late or corrected report. No version overtakes the one before it. `posts` is
 * whether there is a group to post to: until there is, the group's part of a version waits, and the rest does not.
 */
export function closing(round: Round, gather: string, posts: boolean): readonly Closing[] {
  const { flow, round: id, state, due } = round;
  const doc = roundKey(flow, id);
  const closes = closesAt(round);
  switch (state) {
    case "unopened":
      return [];
    case "open": {
      const freeze: Closing = {
        key: actKey("freeze", flow, id),
        doc,
        at: closes,
        from: closes,
        act: { kind: "freeze", round: id },
      };
      const key = previewKey(flow, id);
      const free = Math.min(...partsFree(round.deliveries, key));
      if (closes === due || free >= closes) return [freeze];
      return [{ key, doc, at: due, from: Math.max(due, free), act: { kind: "preview", round: id } }, freeze];
    }
    case "frozen":
      return [...posting(round, posts), ...revising(round, gather)];
  }
}

/** Whether a version has gone out to everybody, as far as it can. */
export function isPosted({ flow, round, deliveries }: Round, version: number, posts: boolean): boolean {
  return postingFrees(flow, round, version, deliveries, posts).length === 0;
}

/** The oldest version that has not gone out. */
function posting(round: Round, posts: boolean): readonly Closing[] {
  const { flow, round: id, deliveries } = round;
  for (const [index, { at }] of versionsOf(round).entries()) {
    const key = postKey(flow, id, index + 1);
    const frees = postingFrees(flow, id, index + 1, deliveries, posts);
    if (frees.length === 0) continue;
    const act = { kind: "post", round: id, version: index + 1 } as const;
    return [{ key, doc: roundKey(flow, id), at, from: Math.max(at, Math.min(...frees)), act }];
  }
  return [];
}

/**
 * When each part of a version that is not settled may be tried: the group's, and what goes out beside it to others. The
 * group's is begun last; while it waits for a group, the sheet that goes up tells whether the version was begun.
 */
function postingFrees(
  flow: FlowId,
  round: RoundId,
  version: number,
  deliveries: Deliveries,
  posts: boolean,
): readonly Instant[] {
  const post = postKey(flow, round, version);
  const up = upKey(flow, round, version);
  const beside = Object.keys(deliveries).filter((key) => key.startsWith(`${post}/`) || key.startsWith(`${up}/`));
  const parts = posts && deliveries[up] === undefined ? [post, ...beside] : [...(posts ? [post] : []), up, ...beside];
  return parts.flatMap((key) => freeFrom(deliveries[key]) ?? []);
}

function revising({ flow, round: id, pending = {}, lock }: Round, gather: string): readonly Closing[] {
  const since = Math.min(...Object.values(pending));
  if (since === Number.POSITIVE_INFINITY) return [];
  const gathered = since + Temporal.Duration.from(gather).total("milliseconds");
  // What a round holds when it is locked is told at once: it is the last word for now.
  const at = lock === undefined || lock.at < since ? gathered : Math.min(gathered, lock.at);
  return [
    { key: actKey("revise", flow, id), doc: roundKey(flow, id), at, from: at, act: { kind: "revise", round: id } },
  ];
}
