import type { FlowColumn } from "../../core/flow/flow.ts";
import type { Total } from "../../core/table/table.ts";

/** A figure as a reader wants it, `1,204` or `31.2`, with no more than so many decimals; a rate bears its sign. */
export function shown(column: FlowColumn, total: Exclude<Total, undefined>, decimals = column.decimals): string {
  const [whole = "0", fraction = ""] = Math.abs(total).toFixed(Math.min(decimals, column.decimals)).split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const tail = fraction.replace(/0+$/, "");
  const sign = total < 0 && (Number(whole) > 0 || tail !== "") ? "-" : "";
  return `${sign}${parted}${tail === "" ? "" : `.${tail}`}${column.computed ? "%" : ""}`;
}
