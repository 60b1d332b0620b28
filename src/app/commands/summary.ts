import type { Block, Text } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Alone } from "../../core/table/vocabulary.ts";
import type { Return } from "../../exports/export.ts";
import type { Language } from "../../wording/wording.ts";
import { ledgerSheets } from "../cases/ledger.ts";
import { seesCase } from "../cases/list.ts";
import type { House } from "../house.ts";
import { type Kinds, type Question, questionsIn } from "../inquiries/asking.ts";
import { amongLeaders, mayNameMissing, reading } from "../rights.ts";
import { fileBlocks } from "../summaries/files.ts";
import { finalAsked } from "../summaries/final-asked.ts";
import { returnFor } from "../summaries/returns.ts";
import { summaryBlocks } from "../summaries/summary.ts";
import { nextQuestions } from "../summaries/summary-next.ts";
import { summaryPicture } from "../summaries/summary-pictures.ts";
import type { Call, Command } from "./command.ts";

const kinds: Kinds = ["unit", "department", "row", "figures", "by", "drafts", "alone"];

/**
 * Up to so many reports the picture and the workbook are ready in a moment, and come in the same message; of more the
 * figures go first. Told by their number and not by a clock, so that the same question is answered alike every time.
 */
const AT_ONCE = 400;

/** The consolidated table: of any rounds, units, departments and rows, as far as the person answers for them. */
export const summary: Command = {
  name: "summary",
  word: "汇总",
  wordTakes: "words",
  rights: amongLeaders(reading),
  kind: "own",
  run: async (call) => {
    const { house, member, args } = call;
    const read = questionsIn(house, member, "summary", args, kinds);
    if ("say" in read) return [read.say];
    const only = (unit: string) => house.people.oversees(member, unit);
    const blocks: Block<Text>[] = [];
    for (const question of read.questions) {
      const { asked, terms } = question;
      const alone = terms.find((term) => term.kind === "alone");
      if (alone) {
        blocks.push(...(await filesAlone(call, question, alone.alone)));
        continue;
      }
      blocks.push(...(await summaryBlocks(house, question, only, mayNameMissing(call.place, question.flow))));
      const reports = asked.rounds.reduce((sum, round) => sum + round.units.filter(only).length, 0);
      // What is not submitted is shown and never handed on as a file.
      if (!asked.drafts && reports <= AT_ONCE) blocks.push(...(await files(call, question)));
      if (!asked.drafts && reports > AT_ONCE) {
        blocks.push({ kind: "text", text: { key: "summary-files-follow" } });
        call.follow(() => files(call, question));
      }
      blocks.push(...nextQuestions(house, question));
    }
    return [{ blocks }];
  },
};

/** The picture and the workbook of a question. */
async function files(call: Call, question: Question): Promise<readonly Block<Text>[]> {
  const { house, member, language } = call;
  const only = (unit: string) => house.people.oversees(member, unit);
  const of = await returnFor(house, question, only, language);
  // Where nobody has ever reported the message says so; an empty table beside it would say it again.
  const none = (totals: Readonly<Record<string, unknown>>) => Object.values(totals).every((each) => each === undefined);
  const empty =
    of.units.every(({ report }) => report.status !== "submitted") &&
    of.tables.every((table) => none(table.roundTotals) && none(table.cumulativeTotals));
  if (empty) return [];
  const picture = await summaryPicture(house, question, of, only, language);
  return [...picture, ...(await workbook(call, question, of))];
}

/** The workbook that the readers may have: the leaders' own names who is missing. */
function workbook(call: Call, question: Question, of: Return): Promise<readonly Block<Text>[]> {
  const { house, member, language } = call;
  const whole = withLedgersSeen(house, member, language, of);
  return fileBlocks(house, whole, mayNameMissing(call.place, question.flow) ? "leaders" : "up");
}

/** With the ledgers of the cases that the reader may see. */
function withLedgersSeen(house: House, member: Member, language: Language, of: Return): Return {
  const ledgers = ledgerSheets(house, language, (running, doc) => seesCase(house, member, running, doc));
  return { ...of, ledgers };
}

/** The picture, the workbook or the summary of the whole campaign by itself, as it stands now. */
async function filesAlone(call: Call, question: Question, alone: Alone): Promise<readonly Block<Text>[]> {
  const { house, member, language } = call;
  if (alone === "final") return finalAsked(call, question);
  if (question.asked.drafts) return [{ kind: "text", text: { key: "summary-drafts-no-file" } }];
  const only = (unit: string) => house.people.oversees(member, unit);
  // A picture or a workbook is of the whole form.
  const { row: _any, ...asked } = question.asked;
  const whole: Question = { ...question, asked };
  const of = await returnFor(house, whole, only, language);
  if (alone === "workbook") return workbook(call, whole, of);
  const picture = await summaryPicture(house, whole, of, only, language);
  return picture.length > 0 ? picture : [{ kind: "text", text: { key: "posting-nobody" } }];
}
