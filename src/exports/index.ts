import { csv } from "./csv/index.ts";
import type { Export } from "./export.ts";
import { json } from "./json/index.ts";
import { picture } from "./picture/index.ts";
import { report } from "./report/index.ts";
import { workbook } from "./workbook/index.ts";

export { makeChart } from "./chart/make.ts";
export { makeForm } from "./form/form.ts";
export { makePicture } from "./picture/make.ts";
export { workbook };

/** Every kind of file that a return is made into. */
export const exports: readonly Export[] = [workbook, csv, json, picture, report];
