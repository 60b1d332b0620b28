import { askedColumns, blockOf, cellId, type Place } from "../core/flow/flow.ts";
import { type Block, type Text, textOf } from "../core/message.ts";
import type { Return } from "../exports/export.ts";
import { shownIn } from "./headline.ts";
import type { House } from "./house.ts";

/** A figure stands out that is at least so many times the last round's, and by so much more. */
const TIMES = 3;
const MORE = 5;
/** So many are said: a reader acts on one or two. */
const SAID = 3;

type Jump = { readonly place: Place; readonly now: number; readonly before: number };

/** What rose most against the round before, each with the unit that reported most of it; nothing where all is even. */
export function changes(house: House, of: Return, before: Return | undefined): readonly Block<Text>[] {
  if (!before?.units.some(({ report }) => report.status === "submitted")) return [];
  const jumps = jumpsOf(of, before)
    .sort((a, b) => b.now - b.before - (a.now - a.before))
    .slice(0, SAID);
  if (jumps.length === 0) return [];
  const said: Text = { join: jumps.map((jump) => change(house, of, jump)), by: { key: "list-semicolon" } };
  return [{ kind: "text", text: { key: "posting-changes", args: { changes: said } } }];
}

function jumpsOf(of: Return, before: Return): Jump[] {
  return of.tables.flatMap((table, index) => {
    const block = blockOf(of.flow, table.block);
    const earlier = before.tables[index];
    if (!block.printed || earlier?.block !== table.block) return [];
    return block.rows.flatMap((row) =>
      block.groups.flatMap((group) =>
        askedColumns(group).flatMap((column): Jump[] => {
          const id = cellId(row.id, group.id, column.id);
          const [now = 0, then = 0] = [table.round[id], earlier.round[id]];
          if (now < TIMES * then || now - then < MORE) return [];
          return [{ place: { id, block, row, group, column }, now, before: then }];
        }),
      ),
    );
  });
}

function change(house: House, of: Return, { place, now, before }: Jump): Text {
  const { row, group, column, id } = place;
  const name: Text = { join: [{ label: row.short }, { label: group.short }, { label: column.short }] };
  const [most] = of.units
    .flatMap((unit) => {
      const figure = unit.report.status === "submitted" ? unit.report.cells[id] : undefined;
      return typeof figure === "number" ? [{ unit: house.people.unit(unit.id), figure }] : [];
    })
    .sort((a, b) => b.figure - a.figure);
  return {
    key: "posting-change",
    args: {
      name,
      now: shownIn(column, now),
      before: shownIn(column, before),
      unit: most ? textOf(most.unit.short) : "",
      figure: shownIn(column, most?.figure),
    },
  };
}
