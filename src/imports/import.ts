import type { Sheet } from "../core/interview/sheet/grid.ts";

/** Why a file gives no sheets. */
export type Unreadable = "not-a-workbook" | "old-format" | "encrypted" | "damaged" | "too-much-inside";

/** What a file that somebody sent holds. */
export type Read =
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[] }
  | { readonly kind: "unreadable"; readonly why: Unreadable };

/** A kind of file that figures are read from; one folder each, listed in `imports/index.ts`. Never rejects. */
export interface Import {
  readonly name: string;
  read(name: string, bytes: Uint8Array): Promise<Read>;
}
