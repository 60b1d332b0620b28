import type { DataValidation, Workbook, Worksheet } from "exceljs";
import type { ChoiceQuestion, TextQuestion } from "../../core/flow/schema.ts";
import type { Told } from "../../core/report.ts";
import type { FormSheet, Word } from "../export.ts";
import { newSheet } from "../sheet/page.ts";
import { say } from "../sheet/plan.ts";
import { fonts, heightOf, plain, putText, textLook, widthOf } from "../sheet/style.ts";
import { answerLook } from "./looks.ts";
import { linesAcross, writeFoot, writeTop } from "./top.ts";

type Asked = TextQuestion | ChoiceQuestion;

const WIDTHS = { question: 22, answer: 80, hint: 36 };
/** Points of a line of an answer, and of the tallest row that the format knows. */
const LINE = 15;
const TALLEST = 400;
/** The least height of an answer: of a text that is to be written, and of anything else. */
const LEAST = { text: 110, other: 26 };
/** The longest list of choices that a cell may hold, by the file format. */
const LONGEST_LIST = 250;

/** Adds the sheet of texts and choices: the question, the answer, what is wanted. None where there are none. */
export async function addWords(book: Workbook, of: FormSheet, word: Word): Promise<void> {
  const questions = of.questions.flatMap((question) => (question.type === "table" ? [] : [question]));
  if (questions.length === 0) return;
  const sheet = newSheet(book, word("form-words"), of.sent ? "one" : "one-wide");
  const heads = [word("form-question"), word("form-answer"), ...(of.sent ? [] : [word("form-hint")])];
  [WIDTHS.question, WIDTHS.answer, WIDTHS.hint].slice(0, heads.length).forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const line = linesAcross(of, sheet, heads.length);
  const top = writeTop(of, line, word);
  heads.forEach((head, index) => {
    putText(sheet.getCell(top, index + 1), head, textLook(fonts.list, "center"));
  });
  sheet.getRow(top).height = LEAST.other;
  let row = top + 1;
  for (const question of questions) row = writeQuestion(of, sheet, row, question, word);
  const end = writeFoot(of, line, row, word);
  sheet.pageSetup.printArea = `A1:${sheet.getCell(end - 1, heads.length).address}`;
  if (of.sent) return;
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: top }];
  await sheet.protect("", { formatColumns: true, formatRows: true });
}

/** Writes a question and its answer; on paper over as many rows as the answer needs. Gives the row after them. */
function writeQuestion(of: FormSheet, sheet: Worksheet, row: number, question: Asked, word: Word): number {
  const { language } = of;
  const answer = answerWords(question, of.told[question.id], of, word);
  const needed = linesOf(answer) * LINE + 8;
  const rows = of.sent ? Math.ceil(needed / TALLEST) : 1;
  const hint = of.sent ? "" : hintOf(question, language, word);
  const room = !of.sent && question.type === "text" ? LEAST.text : LEAST.other;
  const name = say(question.label, language);
  const least = Math.max(room, heightOf(hint, WIDTHS.hint) + 6, heightOf(name, WIDTHS.question) + 6);
  for (let each = row; each < row + rows; each += 1) {
    sheet.getRow(each).height = Math.min(TALLEST, Math.max(least, needed / rows));
    sheet.getCell(each, 1).style = textLook(fonts.label, "center");
    sheet.getCell(each, 2).style = answerLook(of.sent !== undefined);
  }
  if (rows > 1) for (const column of [1, 2]) sheet.mergeCells(row, column, row + rows - 1, column);
  sheet.getCell(row, 1).value = plain(name);
  if (answer !== "") sheet.getCell(row, 2).value = plain(answer);
  if (of.sent) return row + rows;
  putText(sheet.getCell(row, 3), hint, textLook(fonts.label, "left"));
  const check = checkOf(question, language, word);
  if (check) sheet.getCell(row, 2).dataValidation = check;
  return row + rows;
}

function answerWords(question: Asked, told: Told | undefined, of: FormSheet, word: Word): string {
  switch (told?.kind) {
    case "text":
      return told.text;
    case "option": {
      const option = question.type === "choice" && question.options.find(({ id }) => id === told.option);
      return option ? say(option.label, of.language) : told.option;
    }
    case "skipped":
      return of.sent ? word("form-nothing") : "";
    case undefined:
      return "";
  }
}

function hintOf(question: Asked, language: string, word: Word): string {
  const need = question.required ? word("form-required") : word("form-optional");
  const hint = word("form-ask", { need, ask: say(question.ask, language) });
  if (question.type === "text") return hint;
  return word("form-options", { hint, options: question.options.map(({ label }) => say(label, language)).join(" / ") });
}

function checkOf(question: Asked, language: string, word: Word): DataValidation | undefined {
  switch (question.type) {
    case "text":
      return {
        type: "textLength",
        operator: "lessThanOrEqual",
        formulae: [question.max],
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: "warning",
        error: word("form-length-warning", { question: say(question.label, language), most: String(question.max) }),
      };
    case "choice": {
      const labels = question.options.map(({ label }) => say(label, language));
      const list = labels.join(",");
      // The format parts the choices at commas and cannot say one inside; the hint names them all the same.
      if (list.length > LONGEST_LIST || labels.some((label) => /[",]/.test(label))) return undefined;
      return { type: "list", formulae: [`"${list}"`], allowBlank: !question.required, showErrorMessage: true };
    }
  }
}

/** How many lines a text takes in the column of answers. */
function linesOf(text: string): number {
  const room = WIDTHS.answer - 5;
  return text.split("\n").reduce((sum, each) => sum + Math.max(1, Math.ceil(widthOf(each) / room)), 0);
}
