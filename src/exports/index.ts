export { makeForm } from "./form/form.ts";
export { workbook } from "./workbook/index.ts";
