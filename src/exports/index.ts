export { workbook } from "./workbook/index.ts";
