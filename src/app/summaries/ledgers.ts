import { type FlowId, type RoundId, reportKey, type UnitId } from "../../core/entry.ts";
import { kindOf } from "../../core/failure-kind.ts";
import type { Flow } from "../../core/flow/flow.ts";
import type { Round } from "../../core/round.ts";
import { asCounted, waitingIn } from "../../core/submission.ts";
import {
  type Columns,
  columnsOf,
  copyOf,
  counts,
  enter,
  type Line,
  lineOf,
  noSums,
  type Summed,
  type Sums,
} from "../../core/table/ledger.ts";
import type { Position, Store } from "../../store/store.ts";
import { readReport } from "../documents.ts";
import { lanes } from "../lanes.ts";
import type { Log } from "../log.ts";
import { standingOf } from "./standings.ts";

/** A round's reports as lines, in the order of its units, under the flow that reads them; and those that count, summed. */
export type Ledger = { readonly columns: Columns; readonly lines: readonly Line[]; readonly counted: Summed };

/** What sums and lists are made from: read once, and then kept up with the store's change feed. */
export type Ledgers = {
  /** The round as it stands, with every change that was durable when it was asked for. Rejects where the store does. */
  of(flow: Flow, round: Round): Promise<Ledger>;
};

type Kept = {
  readonly lines: Map<UnitId, Line>;
  readonly stale: Set<UnitId>;
  readonly columns: Columns;
  readonly total: Sums;
  /** As it was handed out last: the same again for as long as nothing changes. */
  ledger?: Ledger;
};

/** Follows the store from the first question on; what another instance changes is followed likewise. */
export function ledgersOf(store: Store, log: Pick<Log, "warn">): Ledgers {
  const rounds = new Map<string, Kept>();
  const columns = new WeakMap<Flow, Columns>();
  const reading = lanes();
  let following: Promise<Following> | undefined;

  const follow = async (): Promise<Following> => {
    const from = await store.position();
    const feed = followed(store, from, {
      changed: (flow, round, unit) => rounds.get(`${flow}/${round}`)?.stale.add(unit),
      lost: (cause) => log.warn({ code: "sums-feed-lost", cause: kindOf(cause) }, "the next question reads all again"),
    });
    feed.ended.then(() => {
      // Nothing is known of what happens from here on: the next question reads everything again.
      rounds.clear();
      following = undefined;
    });
    return feed;
  };
  const columnsFor = (flow: Flow): Columns => {
    const known = columns.get(flow) ?? columnsOf(flow);
    columns.set(flow, known);
    return known;
  };

  /** Reads what changed since the last time; one question of a round after the other. */
  const readUp = async (flow: Flow, round: Round, name: string): Promise<Ledger> => {
    const known = rounds.get(name);
    const columns = columnsFor(flow);
    const kept: Kept =
      known?.columns === columns
        ? known
        : { lines: new Map(), stale: new Set(round.units), columns, total: noSums(columns) };
    rounds.set(name, kept);
    if (kept.ledger && kept.stale.size === 0) return kept.ledger;
    const wanted = [...kept.stale];
    // Taken off before it is read: what changes meanwhile is put on again and read by the next who asks.
    kept.stale.clear();
    try {
      const read = await Promise.all(wanted.map((unit) => readReport(store, round.flow, round.round, unit)));
      // A change that waits for its reason or its approval does not count yet.
      for (const report of read) {
        const line = lineOf(columns, asCounted(report), standingOf(report));
        replace(kept, { ...line, waiting: waitingIn(report).changes });
      }
    } catch (cause) {
      for (const unit of wanted) kept.stale.add(unit);
      throw cause;
    }
    const lines = round.units.flatMap((unit) => kept.lines.get(unit) ?? []);
    // What is handed out must not move under whoever reads it.
    kept.ledger = {
      columns,
      lines,
      counted: { lines: lines.filter((line) => counts(line)), total: copyOf(kept.total) },
    };
    return kept.ledger;
  };

  return {
    of: async (flow, round) => {
      following ??= follow();
      const feed = await following.catch((cause: unknown) => {
        following = undefined;
        throw cause;
      });
      await feed.reached(await store.position());
      const name = `${round.flow}/${round.round}`;
      return reading(name, () => readUp(flow, round, name));
    },
  };
}

/** Puts a unit's line in the place of the one before, and moves the running total by the difference. */
function replace({ lines, total }: Kept, line: Line): void {
  const before = lines.get(line.unit);
  if (before && counts(before)) enter(total, before, -1);
  if (counts(line)) enter(total, line, 1);
  lines.set(line.unit, line);
}

type Following = { reached(position: Position): Promise<void>; readonly ended: Promise<void> };

type Follower = {
  changed(flow: FlowId, round: RoundId, unit: UnitId): void;
  /** Hears why the feed ended before its time. */
  lost(cause: unknown): void;
};

function followed(store: Store, from: Position, { changed, lost }: Follower): Following {
  let seen = from;
  let over = false;
  const waiting = new Set<() => void>();
  const ended = (async () => {
    for await (const { key, position } of store.since(from)) {
      const [kind, flow = "", round = "", unit = ""] = key.split("/");
      if (kind === "report" && key === reportKey(flow, round, unit)) changed(flow, round, unit);
      seen = position;
      for (const wake of waiting) wake();
    }
  })()
    .catch(lost)
    .then(() => {
      over = true;
      for (const wake of waiting) wake();
    });
  return {
    ended,
    reached: async (position) => {
      while (seen < position && !over)
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
    },
  };
}
