import { z } from "zod";
import { filledFrom } from "../../core/cells.ts";
import { type FlowId, type RoundId, reportKey } from "../../core/entry.ts";
import { type Columns, columns, statuses } from "../columns.ts";
import type { Figures } from "../store.ts";
import type { Query } from "./database.ts";
import { horizonOf } from "./feed.ts";

const rows = z.array(
  z.object({
    unit: z.string(),
    status: z.custom<keyof typeof statuses>((status) => typeof status === "string" && Object.hasOwn(statuses, status)),
    cells: z.record(z.string(), z.union([z.number(), z.literal("n/a")])),
  }),
);

type Known = { readonly made: Columns; from: number; turn: Promise<unknown> };

/** The figures of rounds, added up once and brought up to date by what has changed since. */
export function figuresIn(query: Query): (flow: FlowId, round: RoundId) => Promise<Figures> {
  const rounds = new Map<string, Known>();
  const refresh = async (known: Known, prefix: string): Promise<Figures> => {
    // Taken before the reports are read: what was under way then is read again next time.
    const horizon = await horizonOf(query);
    const read = await query(
      `select split_part(key, '/', 4) as unit, status, cells from documents
       where key >= $1 and key < $2 and position >= $3 order by key`,
      [prefix, `${prefix.slice(0, -1)}0`, known.from],
    );
    for (const { cells, ...report } of rows.parse(read)) known.made.put({ ...report, cells: filledFrom(cells) });
    known.from = horizon;
    return known.made.figures();
  };
  return (flow, round) => {
    const prefix = reportKey(flow, round, "");
    const known = rounds.get(prefix) ?? { made: columns(), from: 0, turn: Promise.resolve() };
    rounds.set(prefix, known);
    // One after the other: an older reading must not be put over a newer one.
    const mine = known.turn.then(() => refresh(known, prefix));
    known.turn = mine.catch(() => undefined);
    return mine;
  };
}
