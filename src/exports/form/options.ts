import type { Worksheet } from "exceljs";
import type { Word } from "../export.ts";
import { widthsOf } from "../sheet/page.ts";
import { ROW_HEIGHT } from "../sheet/section.ts";
import { fonts, heightOf, putText, textLook } from "../sheet/style.ts";
import type { FormLooks } from "./looks.ts";

/** What is chosen for the whole sheet: the label, the values to choose from (the first stands), and what they mean. */
type Option = { readonly label: string; readonly values: readonly (string | number)[]; readonly note: string };

/** The two options of a form: whether its figures are of the round or sums, and what an empty cell says. */
export function optionsOf(word: Word): readonly Option[] {
  return [
    {
      label: word("form-filled"),
      values: [word("form-filled-round"), word("form-filled-cumulative")],
      note: word("form-filled-note"),
    },
    { label: word("form-blank"), values: [0, word("form-blank-unreported")], note: word("form-blank-note") },
  ];
}

/** Writes each option in a line: label, value with what it may be, note. Gives the first row after them. */
export function writeOptions(sheet: Worksheet, top: number, columns: number, looks: FormLooks, word: Word): number {
  const options = optionsOf(word);
  options.forEach(({ label, values, note }, index) => {
    const row = top + index;
    const room = widthsOf(sheet, columns) - widthsOf(sheet, 2);
    sheet.getRow(row).height = Math.max(ROW_HEIGHT, heightOf(note, room));
    putText(sheet.getCell(row, 1), label, textLook(fonts.list, "center"));
    const cell = sheet.getCell(row, 2);
    cell.style = looks.option;
    cell.value = values[0] ?? "";
    cell.dataValidation = {
      type: "list",
      allowBlank: false,
      formulae: [`"${values.join(",")}"`],
      showErrorMessage: true,
      error: `${label}: ${values.join(" / ")}`,
    };
    if (columns > 3) sheet.mergeCells(row, 3, row, columns);
    putText(sheet.getCell(row, 3), note, {
      font: fonts.label,
      alignment: { horizontal: "left", vertical: "middle", indent: 1, wrapText: true },
    });
  });
  return top + options.length;
}
