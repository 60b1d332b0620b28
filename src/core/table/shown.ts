import type { FlowColumn } from "../flow/flow.ts";
import type { Total } from "./table.ts";

/**
 * A figure as every reader sees it, in words, tables, pictures and files alike: `1,204` or `31.2`, with the decimals of
 * its column and no nought at their end; a rate bears its sign.
 */
export function shown(column: Pick<FlowColumn, "decimals" | "computed">, total: Exclude<Total, undefined>): string {
  return `${parted(total, column.decimals)}${column.computed ? "%" : ""}`;
}

/** A number with thousands apart and so many decimals at most. */
export function parted(total: number, decimals: number): string {
  const [whole = "0", fraction = ""] = Math.abs(total).toFixed(decimals).split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const tail = fraction.replace(/0+$/, "");
  const sign = total < 0 && (Number(whole) > 0 || tail !== "") ? "-" : "";
  return `${sign}${apart}${tail === "" ? "" : `.${tail}`}`;
}
