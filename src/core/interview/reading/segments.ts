import type { Group, Place, Row } from "../../flow/flow.ts";
import { workedOut } from "../../worked-out.ts";
import { insideWord, isUnit } from "./column-names.ts";
import { type ByLetter, byLetter, namesOf } from "./names.ts";

/** A stretch of a line and the place that it was written for; `text` is what follows the names. */
export type Segment = {
  readonly row?: Row;
  readonly group?: Group;
  readonly text: string;
  /** Places named right before this one, with nothing said of them alone: 口罩、防护服 都是0. */
  readonly also?: readonly At[];
  /** Where the stretch begins its line: in front of every name. */
  readonly first?: true;
};
type At = Omit<Segment, "text" | "also" | "first">;

type Named =
  | { readonly kind: "row"; readonly name: string; readonly row: Row }
  | { readonly kind: "group"; readonly name: string; readonly group: Group }
  | { readonly kind: "column"; readonly name: string; readonly place: Place };

/**
 * Cuts a folded line where it names a row or a group: `口罩 质量违法 立案3 价格违法 立案1` are two stretches of one row.
 * Names of columns stay in their stretch. `above` is the place that an earlier line led to.
 */
export function segmentsOf(line: string, places: readonly Place[], above: At): readonly Segment[] {
  const names = workedOut(known, places, namesOfForm);
  const segments: Segment[] = [];
  let place: At = above;
  let also: readonly At[] = [];
  let from = 0;
  const textTo = (to: number) => line.slice(from, to).replace(joins, "").replace(edges, "");
  const close = (to: number) => {
    const text = textTo(to);
    if (text !== "")
      segments.push({ ...place, text, ...(also.length > 0 ? { also } : {}), ...(from === 0 ? { first: true } : {}) });
  };
  for (let at = 0; at < line.length; ) {
    const hit = names
      .get(line.charAt(at))
      ?.find(({ name }) => line.startsWith(name, at) && !insideWord(line, at, name.length));
    if (!hit || (hit.kind === "column" && isUnit(line, at, hit.name, hit.place))) {
      at += 1;
      continue;
    }
    if (hit.kind !== "column") {
      const together = from > 0 && /^(和|与|及|以及|跟|and|&)?$/.test(textTo(at)) && isBeside(place, hit);
      if (!together) close(at);
      const below = hit.kind === "group" && from > 0 && textTo(at) === "" && place.group === undefined;
      // 口罩和防护服 质量违法 立案2: the class is one of all the rows that were named together.
      if (hit.kind === "group" && below) also = also.map((each) => ({ ...each, group: hit.group }));
      else also = together ? [...also, place] : [];
      place = hit.kind === "row" ? { row: hit.row } : { ...place, group: hit.group };
      from = at + hit.name.length;
    }
    at += hit.name.length;
  }
  close(line.length);
  // A line of names alone says what the next ones are about.
  const bare = {
    ...place,
    text: "",
    ...(also.length > 0 ? { also } : {}),
    ...(from === 0 ? { first: true as const } : {}),
  };
  return segments.length === 0 || from === line.length ? [...segments, bare] : segments;
}

/** Whether a name stands beside another of its kind, and not below it: 口罩、防护服, but 口罩 质量违法. */
function isBeside(place: At, hit: Named): boolean {
  if (hit.kind === "row") return place.row !== undefined && place.group === undefined && place.row !== hit.row;
  return hit.kind === "group" && place.group !== undefined && place.group !== hit.group;
}

/** The names of what is asked, once for each form: they are looked up at every letter of every line. */
const known = new WeakMap<readonly Place[], ByLetter<Named>>();

function namesOfForm(places: readonly Place[]): ByLetter<Named> {
  const rows = [...new Set(places.map((place) => place.row))];
  const groups = [...new Set(places.map((place) => place.group))];
  const columns = [...new Map(places.map((place) => [place.column, place])).values()];
  const all: Named[] = [
    ...rows.flatMap((row) => namesOf(row).map((name) => ({ kind: "row" as const, name, row }))),
    ...groups.flatMap((group) => namesOf(group).map((name) => ({ kind: "group" as const, name, group }))),
    ...columns.flatMap((place) => namesOf(place.column).map((name) => ({ kind: "column" as const, name, place }))),
  ];
  // The longest first, so that 质量抽查企业 is no 质量; of equals the column, which the row's groups can tell apart.
  return byLetter(all.sort((a, b) => b.name.length - a.name.length || order[b.kind] - order[a.kind]));
}

/** What stands around a stretch, and the words that lead over to the next. A run is tried at its head alone, or each place in it would be. */
const edges = /^[\s·:,;、。/|]+|(?<![\s·:,;、。/|])[\s·:,;、。/|]+$/g;
const joins = /(?<![\s,;、。])[\s,;、。]+(?:另外|此外|还有|以及|同时|其中|并且?)[\s,:]*$/;

const order = { row: 0, group: 1, column: 2 } as const;
