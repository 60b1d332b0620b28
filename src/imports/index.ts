export { readWorkbook } from "./workbook/index.ts";
