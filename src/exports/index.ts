import { csv } from "./csv/index.ts";
import type { Export, MakeForm } from "./export.ts";
import { json } from "./json/index.ts";
import { picture } from "./picture/index.ts";
import { report } from "./report/index.ts";
import { workbook } from "./workbook/index.ts";

export { makeChart } from "./chart/make.ts";
export { makePicture } from "./picture/make.ts";
export { workbook };

/** Every kind of file that a return is made into. */
export const exports: readonly Export[] = [workbook, csv, json, picture, report];

/** The workbook of one unit's report; the library that writes it is loaded with the first. */
export const makeForm: MakeForm = async (of, word) => (await import("./form/form.ts")).makeForm(of, word);
