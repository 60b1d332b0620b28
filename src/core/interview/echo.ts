import { type CellValue, cellAt, type Filled } from "../cells.ts";
import { cellId, type FlowColumn, type Group, groupOf, type Place } from "../flow/flow.ts";
import type { Text } from "../message.ts";
import type { ReadFigure } from "./reading/figures-read.ts";
import { roundTo, showFigure } from "./reading/quantity.ts";

/** The row and, where its columns are named alike in several groups, the group that figures stand in. */
export function placeName(place: Place): Text {
  const { block, group, row } = place;
  const shared = block.groups.some(
    (other) => other !== group && !other.sums && other.columns.some((column) => column.id === place.column.id),
  );
  return shared ? { join: [{ label: row.short }, { label: group.short }] } : { label: row.short };
}

/**
 * `口罩 排查12 不合格2 整改1`: names with their figures, what was converted, what stood there before, and the rate that
 * follows. `before` are the cells as they stood.
 */
export function echoFigures(figures: readonly ReadFigure[], cells: Filled, before: Filled): Text {
  const first = figures[0]?.place;
  if (!first) return "";
  const shown = figures.map((figure) => echoFigure(figure, cellAt(before, figure.place.id)));
  return { join: [placeName(first), ...shown, ...rates(first, cells)] };
}

/** One figure with its name: `立案3`, `立案 3 → 5`, `罚没1.5万元（15000元）`, `立案3（累计8）`. */
export function echoFigure({ place, value, said, rounded, booked }: ReadFigure, before: CellValue | undefined): Text {
  const name: Text = { label: place.column.short };
  if (value === "n/a") return { key: "figure-not-applicable", args: { name } };
  const figure = showFigure(value);
  const shown: Text =
    before === undefined || before === value
      ? { key: "figure", args: { name, figure } }
      : { key: "figure-changed", args: { name, figure, before: showValue(before) } };
  const decimals = place.column.decimals;
  if (booked !== undefined) {
    const key = rounded ? "figure-booked-rounded" : "figure-booked";
    return { join: [shown, { key, args: { booked: showFigure(booked), said: said ?? "", decimals } }], by: "" };
  }
  if (said === undefined) return shown;
  const unit: Text = { label: place.column.unit ?? {} };
  const key = rounded ? "figure-rounded" : "figure-said";
  return { join: [shown, { key, args: { unit, said, decimals } }], by: "" };
}

/** As many figures are named in a list of what was lost. */
const NAMED = 8;

/** `口罩 质量违法 立案3 处罚2、防护服 排查26`: what stands at these places, by row and group. */
export function echoStanding(places: readonly Place[], cells: Filled): Text {
  const shown = places.slice(0, NAMED);
  const screens = [...new Set(shown.map(({ row, group }) => `${row.id}.${group.id}`))];
  const lists = screens.map((screen): Text => {
    const here = shown.filter(({ row, group }) => `${row.id}.${group.id}` === screen);
    const figures = here.map((place) => echoFigure({ place, value: cellAt(cells, place.id) ?? 0 }, undefined));
    return { join: [...here.slice(0, 1).map(placeName), ...figures] };
  });
  return { join: places.length > NAMED ? [...lists, "…"] : lists, by: { key: "list-comma" } };
}

/** A cell's value as people read it. */
export function showValue(value: CellValue): Text {
  return value === "n/a" ? { key: "value-not-applicable" } : showFigure(value);
}

/** The computed rates of a group for one row, where both their parts are there. */
function rates(place: Place, cells: Filled): readonly Text[] {
  const at = (column: string) => cellAt(cells, cellId(place.row.id, place.group.id, column));
  return groupOf(place.block, place.group.id).columns.flatMap((column): readonly Text[] => {
    if (!column.computed) return [];
    const [part, whole] = [at(column.computed.of), at(column.computed.to)];
    if (typeof part !== "number" || typeof whole !== "number" || whole === 0) return [];
    const figure = showFigure(roundTo((part / whole) * 100, 1));
    return [{ key: "figure-rate", args: { name: { label: column.short }, figure } }];
  });
}

/** The unit that all asked columns of a group share, if they do. */
export function sharedUnit(columns: readonly FlowColumn[]): FlowColumn["unit"] {
  const [first] = columns;
  const same = (column: FlowColumn) => JSON.stringify(column.unit) === JSON.stringify(first?.unit);
  return first && columns.every(same) ? first.unit : undefined;
}

/** A column as a prompt names it: with its unit in brackets where the group's columns have several. */
export function columnName(column: FlowColumn, group: Group): Text {
  if (!column.unit || column.kind === "count" || sharedUnit(group.columns)) return { label: column.short };
  return { key: "column-with-unit", args: { name: { label: column.short }, unit: { label: column.unit } } };
}
