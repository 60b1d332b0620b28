import type { UnitId } from "../../core/entry.ts";
import { dayOf, momentEnding } from "../../core/interview/when.ts";
import { type Block, type Text, textOf, worded } from "../../core/message.ts";
import type { Asked } from "../../core/table/asked.ts";
import { attendanceOf, rateShown } from "../../core/table/attendance.ts";
import type { Return } from "../../exports/export.ts";
import { type Language, wordingOf } from "../../wording/wording.ts";
import type { CampaignEnd } from "../campaign-end.ts";
import { ledgerSheets, ledgerStates, type Seen } from "../cases/ledger.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import { attendedIn, timelinessChart } from "./attendance.ts";
import type { Only } from "./consolidate.ts";
import { fileBlocks } from "./files.ts";
import { keyFigures } from "./key-figures.ts";
import { chartBlocks } from "./pictures.ts";
import { spanReturn } from "./returns.ts";

/** What a final summary is of: a campaign that has ended, and what of it its reader may see. */
export type FinalOf = {
  readonly ended: Extract<CampaignEnd, { readonly kind: "ended" }>;
  readonly only: Only;
  /** A branch or a unit, where it is not of everything. */
  readonly node?: UnitId;
  readonly seen: Seen;
};

/** The return of a whole campaign in a language: every round, how the ledgers stand, what was written. */
export async function finalReturn(house: House, of: FinalOf, language: Language): Promise<Return> {
  const { text } = wordingOf(language);
  const { only, seen } = of;
  const ledgers = ledgerStates(house, seen).map(({ counts, open = "" }) =>
    text({ join: open === "" ? [counts] : [counts, open], by: { key: "list-semicolon" } }),
  );
  return {
    ...(await spanReturn(house, questionOf(of), only, language)),
    ledgers: ledgerSheets(house, language, seen),
    final: { title: text(titleOf(house, of)), ledgers },
  };
}

function questionOf({ ended: { flow, last, rounds }, node }: FinalOf): Question {
  const of = node === undefined ? {} : { node };
  const asked: Asked = { rounds, figures: "cumulative", by: "rows", drafts: false, ...of };
  return { flow, newest: last, terms: [], named: true, asked };
}

/** What it is called, with the part that it is of where it is not of everything. */
function titleOf(house: House, { ended: { flow }, node }: FinalOf): Text {
  const { final_title, name } = flow;
  const title: Text = final_title ? { label: final_title } : { key: "final-title", args: { name: { label: name } } };
  if (node === undefined) return title;
  return { key: "final-title-part", args: { title, part: textOf(house.people.unit(node).short) } };
}

/** The final summary in words: what the campaign collected, how timely, how the ledgers stand, a line each. */
export function finalWords(house: House, of: Return, whole: FinalOf): readonly Block<Text>[] {
  return [
    { kind: "heading", text: titleOf(house, whole) },
    ...figures(of),
    ...ledgerStates(house, whole.seen).map(({ counts }): Block<Text> => ({ kind: "text", text: counts })),
  ];
}

/** What comes with it: the strip of rounds and units, the report in words, the workbook in the language of the return. */
export async function finalFiles(
  house: House,
  of: Return,
  whole: FinalOf,
  language: Language,
): Promise<readonly Block<Text>[]> {
  return [
    ...(await strip(house, whole, language)),
    ...(await fileBlocks(house, of, "up", 1, ["docx"])),
    ...(await fileBlocks(house, of, "leaders", 1, ["xlsx"])),
  ];
}

function figures({ flow, rounds = [], round, units, tables }: Return): readonly Block<Text>[] {
  const { all } = attendanceOf(units);
  const from = dayOf((rounds[0] ?? round).covers.from, flow);
  const rates = {
    units: units.length,
    due: all.due,
    came: all.onTime + all.late,
    late: all.late,
    missing: all.missing,
    rate: rateShown(all.onTimeRate),
  };
  return [
    worded("final-span", { count: rounds.length, from, to: momentEnding(round.covers.to, flow) }),
    worded("final-due", rates),
    ...(all.onTime + all.late > 0 ? keyFigures({ flow, tables }, { figures: "cumulative" }) : []),
  ];
}

/** How the units stood in each round, as a picture. */
async function strip(house: House, of: FinalOf, language: Language): Promise<readonly Block<Text>[]> {
  const { flow, asked } = questionOf(of);
  const attended = await attendedIn(house, flow, asked, of.only);
  const title = wordingOf(language).text({ key: "final-timeliness" });
  return chartBlocks(house, timelinessChart(house, attended, { title, theme: "light" }, language), language);
}
