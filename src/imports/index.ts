import type { Import } from "./import.ts";
import { readWorkbook } from "./workbook/index.ts";

/** Every kind of file that figures are read from. */
export const imports: readonly Import[] = [readWorkbook];
