import type { Fill } from "exceljs";
import { type Fonts, figureLooks, fonts, type Look, textLook } from "../sheet/style.ts";

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });

/** A cell that takes no entry. */
const GREY = solid("FFD9D9D9");
/** A sum that works itself out. */
const PALE = solid("FFF2F2F2");
/** What is chosen for the whole sheet, before the figures. */
const OPTION = solid("FFFFF8DC");

const open = { locked: false };

/** The looks of the form's cells, each made once for a sheet. */
export function formLooks(faces: Fonts) {
  const lookOf = figureLooks();
  const made = new Map<string, Look>();
  const once = (key: string, make: () => Look): Look => {
    const look = made.get(key) ?? make();
    made.set(key, look);
    return look;
  };
  return {
    input: (format: string) => once(`input ${format}`, () => ({ ...lookOf(faces.figure, format), protection: open })),
    printed: (format: string) => lookOf(faces.figure, format),
    sum: (format: string) => once(`sum ${format}`, () => ({ ...lookOf(faces.sum, format), fill: PALE })),
    closed: once("closed", () => ({ ...textLook(faces.figure, "center"), fill: GREY })),
    option: once("option", () => ({ ...textLook(fonts.sum, "center"), fill: OPTION, protection: open })),
  };
}

export type FormLooks = ReturnType<typeof formLooks>;

/** Where words are written in: they begin at the top, as on paper. */
export const answerLook = (locked: boolean): Look => ({
  ...textLook(fonts.label, "left"),
  alignment: { horizontal: "left", vertical: "top", indent: 1, wrapText: true },
  protection: { locked },
});
