import { dateIn } from "../../core/calendar/words.ts";
import { blockOf, cellId, type FlowBlock, type Group } from "../../core/flow/flow.ts";
import type { Table, Total } from "../../core/table/table.ts";
import type { Audience, Return, UnitPart, Word } from "../export.ts";
import { named } from "../return/named.ts";
import { dayPrinted, daysOf, reportedOf, roundCaption, roundsNamed } from "../return/period.ts";
import { shown } from "../return/shown.ts";
import { inWords, wordQuestions } from "../return/told.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";

/** A table of the report: rows of the form across, columns down under the heads of their groups. */
export type ReportTable = {
  readonly title: string;
  readonly head: readonly string[];
  readonly bands: readonly {
    readonly label: string;
    readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  }[];
};

/** A part of the report; `by` is who wrote a paragraph, set off from it. */
export type ReportPart =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly by?: string }
  /** `titled`: the table bears its title itself. */
  | { readonly kind: "table"; readonly table: ReportTable; readonly titled: boolean }
  | { readonly kind: "signature"; readonly lines: readonly string[] }
  /** What follows begins a new page under this name. */
  | { readonly kind: "appendix"; readonly name: string; readonly title: string }
  | { readonly kind: "list"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The report whole, in words; plain data, for it is written in another thread. */
export type Report = {
  readonly title: string;
  readonly under: string;
  readonly parts: readonly ReportPart[];
};

/** A report in words: the period, the figures in sentences, the table, what the units wrote, who reported. */
export function reportOf(of: Return, audience: Audience, word: Word): Report {
  const { flow, language } = of;
  const days = daysOf(of);
  const period = word("report-period", { from: dayPrinted(days.from, word), to: dayPrinted(days.to, word) });
  const numerals = word("report-numerals").split(" ");
  const tables = tablesOf(of, word);
  const sections: readonly (readonly [title: string, parts: readonly ReportPart[]])[] = [
    [word("report-overview"), overview(of, period, word)],
    [word("report-figures"), tables.slice(0, 1).map((table) => ({ kind: "table" as const, table, titled: true }))],
    ...wordQuestions(flow.questions).map((question) => {
      const told = answers(of, question, word);
      return [plain(say(question.label, language)), told] as const;
    }),
  ];
  const signed = dateIn(of.round.due, flow.calendar.zone);
  const appendices = [
    ...tables.slice(1).map((table) => ({
      title: table.title,
      parts: [{ kind: "table" as const, table, titled: false }],
    })),
    { title: word("report-units"), parts: [unitsOf(of, audience, word)] },
  ];
  return {
    title: plain(of.title ?? say(flow.name, language)),
    under: word("report-under", { rounds: roundsNamed(of, word), period }),
    parts: [
      ...sections.flatMap(([title, parts], index): ReportPart[] => [
        { kind: "heading", text: word("report-heading", { number: numerals[index] ?? String(index + 1), title }) },
        ...parts,
      ]),
      { kind: "signature", lines: [plain(of.head.unit), dayPrinted(signed, word)] },
      ...appendices.flatMap(({ title, parts }, index): ReportPart[] => {
        const name = word("report-appendix", { number: String(index + 1) });
        return [{ kind: "appendix", name, title }, ...parts];
      }),
    ],
  };
}

function overview(of: Return, period: string, word: Word): readonly ReportPart[] {
  const { of: all, reported, late, draft, missing } = reportedOf(of);
  const first = word("report-reported", {
    period,
    of: String(all),
    reported: String(reported),
    late: String(late),
    open: String(draft + missing),
  });
  const figures = printed(of).flatMap(({ block, table }): ReportPart[] => [
    { kind: "paragraph", text: sentence(of, block, roundCaption(of, word), table.roundTotals, word) },
    { kind: "paragraph", text: sentence(of, block, word("workbook-cumulative"), table.cumulativeTotals, word) },
  ]);
  return [{ kind: "paragraph", text: first }, ...(reported > 0 ? figures : [])];
}

/** Blocks of the official sheets with their tables. */
function printed({ flow, tables }: Return): readonly { readonly block: FlowBlock; readonly table: Table }[] {
  return tables.flatMap((table) => {
    const block = blockOf(flow, table.block);
    return block.printed ? [{ block, table }] : [];
  });
}

/** The totals of the groups that no other sums up, in one sentence. */
function sentence(
  { language }: Return,
  block: FlowBlock,
  lead: string,
  totals: Readonly<Record<string, Total>>,
  word: Word,
): string {
  const summed = new Set(block.groups.flatMap((group) => group.sums ?? []));
  const groups = block.groups
    .filter(({ id }) => !summed.has(id))
    .map((group) => groupSaid(group, language, totals, word));
  return word("report-sentence", { lead, groups: groups.join(word("report-semicolon")) });
}

function groupSaid(group: Group, language: string, totals: Readonly<Record<string, Total>>, word: Word): string {
  const figures = group.columns.map((column) => {
    const value = totals[`${group.id}.${column.id}`];
    const figure = value === undefined ? word("report-none") : shown(column, value);
    const name = say(column.short, language);
    const unit = column.unit && !column.computed && value !== undefined ? say(column.unit, language) : "";
    return word("report-figure", { name, figure, unit: name.endsWith(unit) ? "" : unit }).trimEnd();
  });
  return word("report-group", { group: say(group.label, language), figures: figures.join(word("list-comma")) });
}

/** The table that the official sheet shows first, then the other one. */
function tablesOf(of: Return, word: Word): readonly ReportTable[] {
  return printed(of).flatMap(({ block, table }) => {
    const round = tableOf(of, block, table.round, table.roundTotals, roundCaption(of, word), word);
    const ever = tableOf(of, block, table.cumulative, table.cumulativeTotals, word("workbook-cumulative"), word);
    const layout = of.flow.layouts.find((each) => each.block === block.id);
    return layout?.first === "round" ? [round, ever] : [ever, round];
  });
}

/** Amounts are shown with so many decimals at most in the narrow columns of a page; sentences have all of them. */
const DECIMALS = 2;

function tableOf(
  { flow, language }: Return,
  block: FlowBlock,
  cells: Readonly<Record<string, Total>>,
  totals: Readonly<Record<string, Total>>,
  which: string,
  word: Word,
): ReportTable {
  const total = block.rows.length > 1;
  return {
    title: word("report-table", { title: plain(say(flow.title, language)), which }),
    head: [
      "",
      ...block.rows.map(({ short }) => plain(say(short, language))),
      ...(total ? [word("workbook-total")] : []),
    ],
    bands: block.groups.map((group) => ({
      label: plain(say(group.label, language)),
      rows: group.columns.map((column) => {
        const values = block.rows.map((row) => cells[cellId(row.id, group.id, column.id)]);
        const all = total ? [...values, totals[`${group.id}.${column.id}`]] : values;
        return {
          label: named(column, language, word),
          cells: all.map((value) => (value === undefined ? "" : shown(column, value, DECIMALS))),
        };
      }),
    })),
  };
}

/** What the units that reported wrote to a question; what says nothing new is left out. */
function answers(of: Return, question: ReturnType<typeof wordQuestions>[number], word: Word): readonly ReportPart[] {
  const nothing = question.type === "text" && question.zero ? Object.values(question.zero) : [];
  const said = of.units.flatMap((unit): ReportPart[] => {
    const text =
      unit.report.status === "submitted" ? inWords(question, unit.told[question.id], of.language).trim() : "";
    return text === "" || nothing.includes(text)
      ? []
      : [{ kind: "paragraph", text: plain(text), by: word("report-by", { unit: plain(unit.name) }) }];
  });
  return said.length > 0 ? said : [{ kind: "paragraph", text: word("report-nothing") }];
}

/** Who reported and who did not; sent up, a report that is not sent in is none. */
function unitsOf({ units }: Return, audience: Audience, word: Word): ReportPart {
  const standing = ({ standing: given }: UnitPart) =>
    audience === "up" && given === "draft" ? ("missing" as const) : given;
  const rows = (["on-time", "late", "draft", "missing"] as const).flatMap((each) => {
    const names = units.filter((unit) => standing(unit) === each).map(({ name }) => plain(name));
    const said = names.join(word("list-comma"));
    return names.length === 0 ? [] : [[word(`workbook-standing-${each}`), String(names.length), said]];
  });
  return { kind: "list", head: [word("workbook-standing"), word("report-count"), word("workbook-unit")], rows };
}
