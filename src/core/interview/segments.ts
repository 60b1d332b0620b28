import type { Group, Place, Row } from "../flow/flow.ts";
import { insideWord, isUnit } from "./figures-read.ts";
import { namesOf } from "./names.ts";

/** A stretch of a line and the place that it was written for; `text` is what follows the names. */
export type Segment = { readonly row?: Row; readonly group?: Group; readonly text: string };

type Named =
  | { readonly kind: "row"; readonly name: string; readonly row: Row }
  | { readonly kind: "group"; readonly name: string; readonly group: Group }
  | { readonly kind: "column"; readonly name: string; readonly place: Place };

/**
 * Cuts a folded line where it names a row or a group: `口罩 质量违法 立案3 价格违法 立案1` are two stretches of one row.
 * Names of columns stay in their stretch. `above` is the place that an earlier line led to.
 */
export function segmentsOf(line: string, places: readonly Place[], above: Omit<Segment, "text">): readonly Segment[] {
  const names = namesIn(places);
  const segments: Segment[] = [];
  let place: Omit<Segment, "text"> = above;
  let from = 0;
  const close = (to: number) => {
    const text = line.slice(from, to).replace(/^[\s·:,;、。/|]+|[\s·:,;、。/|]+$/g, "");
    if (text !== "") segments.push({ ...place, text });
  };
  for (let at = 0; at < line.length; ) {
    const hit = names.find((each) => line.startsWith(each.name, at) && !insideWord(line, at, each.name.length));
    if (!hit || (hit.kind === "column" && isUnit(line, at, hit.name, hit.place))) {
      at += 1;
      continue;
    }
    if (hit.kind !== "column") {
      close(at);
      place = hit.kind === "row" ? { row: hit.row } : { ...place, group: hit.group };
      from = at + hit.name.length;
    }
    at += hit.name.length;
  }
  close(line.length);
  // A line of names alone says what the next ones are about.
  return segments.length === 0 || from === line.length ? [...segments, { ...place, text: "" }] : segments;
}

/** The names of what is asked, once for each form: they are looked up at every letter of every line. */
const known = new WeakMap<readonly Place[], readonly Named[]>();

function namesIn(places: readonly Place[]): readonly Named[] {
  const before = known.get(places);
  if (before) return before;
  const rows = [...new Set(places.map((place) => place.row))];
  const groups = [...new Set(places.map((place) => place.group))];
  const columns = [...new Map(places.map((place) => [place.column, place])).values()];
  const all: Named[] = [
    ...rows.flatMap((row) => namesOf(row).map((name) => ({ kind: "row" as const, name, row }))),
    ...groups.flatMap((group) => namesOf(group).map((name) => ({ kind: "group" as const, name, group }))),
    ...columns.flatMap((place) => namesOf(place.column).map((name) => ({ kind: "column" as const, name, place }))),
  ];
  // The longest first, so that 质量抽查企业 is no 质量; of equals the column, which the row's groups can tell apart.
  const sorted = all.sort((a, b) => b.name.length - a.name.length || order[b.kind] - order[a.kind]);
  known.set(places, sorted);
  return sorted;
}

const order = { row: 0, group: 1, column: 2 } as const;
