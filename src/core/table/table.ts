import type { CellId } from "../cells.ts";

/** A consolidated cell; `undefined` where nobody reported a figure (blank, never 0). */
export type Total = number | undefined;

/** A consolidated block: for each row, group and column (computed ones too) this round's and the cumulative total. */
export type Table = {
  readonly block: string;
  /** By cell id, computed cells included; a rate is in percent, from sums, and absent with no batch sampled. */
  readonly round: Readonly<Record<CellId, Total>>;
  readonly cumulative: Readonly<Record<CellId, Total>>;
  /** Totals over the rows, by `group.column`; columns that add entries say so on the sheet. */
  readonly roundTotals: Readonly<Record<string, Total>>;
  readonly cumulativeTotals: Readonly<Record<string, Total>>;
};

/** How a unit stands in a round. */
export type Standing = "on-time" | "late" | "draft" | "missing";
