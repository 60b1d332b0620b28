import { cellAt } from "../../core/cells.ts";
import { emptyDoc, evolve } from "../../core/document.ts";
import { reportKey } from "../../core/entry.ts";
import { askedOf, type Place as Cell } from "../../core/flow/flow.ts";
import { showValue } from "../../core/interview/echo.ts";
import { placesNamed } from "../../core/interview/reading/locate.ts";
import { dayAndClock } from "../../core/interview/when.ts";
import type { Block, Text } from "../../core/message.ts";
import { nameIn } from "../../core/roster.ts";
import { countedUntil } from "../../core/table/provenance.ts";
import type { Language } from "../../wording/wording.ts";
import type { Examples } from "../examples.ts";
import type { House } from "../house.ts";
import type { Place } from "../place.ts";
import { wayOf } from "../way-of.ts";

/** As many changes are shown; the newest ones. */
const SHOWN = 20;

/** Every change of the figures that the words name: when, who, from what to what, and by which way. */
export async function cellHistory(
  house: House,
  place: Place,
  words: string,
  language: Language,
  examples: Examples,
): Promise<readonly Block<Text>[]> {
  const { flow, round, unit } = place;
  const cells = placesNamed(words, askedOf(flow, unit.department ?? ""));
  if (cells.length === 0) return [{ kind: "text", text: { key: "history-unclear", args: examples } }];
  const key = reportKey(flow.id, round.round, unit.id);
  const changes: { readonly text: Text; readonly revision: number }[] = [];
  let doc = emptyDoc(key);
  const history = (await house.store.history(key)).map(({ entry }) => entry);
  for (const entry of history) {
    const after = evolve(doc, entry);
    if (doc.kind === "report" && after.kind === "report")
      for (const cell of cells) {
        const [before, now] = [cellAt(doc.doc.cells, cell.id), cellAt(after.doc.cells, cell.id)];
        if (before === now) continue;
        const who = house.people.member(entry.by);
        const args = {
          when: dayAndClock(entry.at, flow),
          who: who ? nameIn(who.name, language) : "",
          what: cellName(cell),
          before: before === undefined ? { key: "history-blank" } : showValue(before),
          after: now === undefined ? { key: "history-blank" } : showValue(now),
          way: wayOf(entry, history, cell),
        };
        changes.push({ text: { key: "history-change", args }, revision: after.doc.revision });
      }
    doc = after;
  }
  if (changes.length === 0) return [{ kind: "text", text: { key: "history-none" } }];
  const counted = countedUntil(doc);
  const awaited = doc.kind === "report" && doc.doc.toApprove !== undefined;
  const waits: Text = { key: awaited ? "history-waits-head" : "history-waits" };
  const shown = changes
    .slice(-SHOWN)
    .map(({ text, revision }): Text => (revision > counted ? { join: [text, waits], by: "" } : text));
  const earlier: Text[] =
    changes.length > SHOWN ? [{ key: "history-earlier", args: { count: changes.length - SHOWN } }] : [];
  return [...earlier, ...shown].map((text) => ({ kind: "text", text }));
}

function cellName({ row, group, column }: Cell): Text {
  return { join: [{ label: row.short }, { label: group.short }, { label: column.short }] };
}
