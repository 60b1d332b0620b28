import { z } from "zod";
import type { DocKey } from "../../core/entry.ts";
import { rulesOfFolding } from "../rules.ts";
import type { Store } from "../store.ts";
import { away, doubtful } from "./away.ts";
import { ConnectionLost, type Database, insist, type Query } from "./database.ts";
import { type Plan, planned } from "./plan.ts";
import { remembered } from "./remembered.ts";
import { documentColumns, entryColumns } from "./rows.ts";
import { readSlots } from "./slots.ts";

type Options = {
  readonly database: Database;
  readonly salt: () => string;
  /** How long a change waits for a database that is away, in milliseconds. */
  readonly patience: number;
  /** Hears the position of what has been kept. */
  readonly kept: (position: number) => void;
};

const answers = z.tuple([z.object({ position: z.number() })]);

/**
 * Changes documents: reads them, works out what follows, and has it kept where nothing came between, in one statement.
 * What did not get through so is done over with the documents locked first, so that everybody's turn comes.
 */
export function changing({ database, salt, patience, kept }: Options): Store["change"] {
  const memory = remembered();
  const read = async (query: Query, keys: readonly DocKey[]) => {
    const slots = await readSlots(query, keys, memory.known(keys));
    memory.learn(slots);
    return slots;
  };
  return async (keys, by) => {
    let sent: Plan | undefined;
    /** Keeps it where nothing came between. Asked again after a lost connection, it is kept once all the same. */
    const keepOnce = async (plan: Plan): Promise<boolean> => {
      sent = plan;
      const position = await insist(() => keep(database.query, plan), patience);
      if (position > 0) {
        memory.learn(plan.after);
        kept(position);
      }
      return position > 0;
    };
    /** Works it out and keeps it with the documents locked; where the commit is lost, it may or may not be kept. */
    const underLock = async (): Promise<Plan> => {
      let made: Plan | undefined;
      try {
        return await database.transaction(async (query) => {
          await query("select lock_documents($1, $1)", [keys]);
          made = planned(keys, await read(query, keys), by, salt);
          if (made.lines.length > 0) await keep(query, made);
          return made;
        });
      } catch (cause) {
        if (!(cause instanceof ConnectionLost) || !made) throw cause;
        return made;
      }
    };
    try {
      let plan = planned(keys, await insist(() => read(database.query, keys), patience), by, salt);
      // What was kept under lock is asked for once more: the database finds it, also where its commit seemed lost.
      while (plan.lines.length > 0 && !(await keepOnce(plan))) plan = await insist(underLock, patience);
      return plan.docs;
    } catch (cause) {
      if (cause instanceof ConnectionLost) throw sent === undefined ? away(cause) : doubtful(cause);
      throw cause;
    }
  };
}

async function keep(query: Query, { keys, before, lines, after }: Plan): Promise<number> {
  const seqs = keys.map((key) => before.get(key)?.seq ?? 0);
  const asked = await query(
    "select keep_change($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)::float8 as position",
    [rulesOfFolding(), keys, seqs, ...documentColumns(after), ...entryColumns(lines)],
  );
  return answers.parse(asked)[0].position;
}
