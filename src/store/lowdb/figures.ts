import type { Doc } from "../../core/document.ts";
import { type DocKey, type FlowId, type RoundId, reportKey } from "../../core/entry.ts";
import { asCounted } from "../../core/submission.ts";
import { type Columns, columns } from "../columns.ts";
import type { Figures } from "../store.ts";
import type { Slot } from "./checkpoint.ts";

/** The figures of the rounds that were asked for: added up once, and kept up with every report that becomes durable. */
export type RoundFigures = {
  of(flow: FlowId, round: RoundId): Promise<Figures>;
  /** A document as it stands now, once it is durable. */
  changed(doc: Doc): void;
  /** What was added up may hold what was undone since: the next who asks has it added up again. */
  forget(): void;
};

type Known = { readonly made: Columns; readonly whole: Promise<void> };

/** `keys` names the documents whose key begins so, `each` gives them as they stand. */
export function roundFigures(
  keys: (prefix: string) => readonly DocKey[],
  each: (keys: readonly DocKey[], see: (key: DocKey, slot: Slot) => void) => Promise<void>,
): RoundFigures {
  const rounds = new Map<string, Known>();

  /** Those who ask meanwhile wait for the same columns; what changes meanwhile is put into them as well. */
  const addUp = (flow: FlowId, round: RoundId): Known => {
    const made = columns();
    const whole = each(keys(reportKey(flow, round, "")), (_key, { doc }) => {
      if (doc.kind === "report") made.put(asCounted(doc.doc));
    });
    return { made, whole };
  };
  return {
    of: async (flow, round) => {
      const name = `${flow}/${round}`;
      const known = rounds.get(name) ?? addUp(flow, round);
      rounds.set(name, known);
      try {
        await known.whole;
      } catch (cause) {
        rounds.delete(name);
        throw cause;
      }
      return known.made.figures();
    },
    changed: (doc) => {
      if (doc.kind === "report") rounds.get(`${doc.doc.flow}/${doc.doc.round}`)?.made.put(asCounted(doc.doc));
    },
    forget: () => rounds.clear(),
  };
}
