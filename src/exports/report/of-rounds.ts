import type { FlowBlock, FlowColumn } from "../../core/flow/flow.ts";
import type { Table } from "../../core/table/table.ts";
import type { Audience, Return, Word } from "../export.ts";
import { isWhole, reportedOf, roundCaption, roundsOf } from "../return/period.ts";
import { wordQuestions } from "../return/told.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import type { Contents, ReportPart } from "./parts.ts";
import { printed, sentence, unprinted } from "./sentences.ts";
import { tablesOf } from "./table-plan.ts";
import { answers } from "./written.ts";

/**
 * A report of a round or a span: the figures in sentences, the table, what the units wrote; who reported stands in what
 * the leaders get, and is nobody else's business.
 */
export function ofRounds(of: Return, audience: Audience, period: string, word: Word): Contents {
  const tables = tablesOf(of, word);
  return {
    sections: [
      {
        title: word("report-overview"),
        parts: [
          ...(reportedOf(of).reported === 0 ? [] : figures(of, printed(of), word)),
          ...(audience === "up" ? [] : [...figures(of, unprinted(of), word), ...besides(of, word)]),
          came(of, audience, period, word),
        ],
      },
      {
        title: word("report-figures"),
        parts: tables.slice(0, 1).map((table) => ({ kind: "table", table, titled: true })),
      },
      ...wordQuestions(of.flow.questions).map((question) => ({
        title: plain(say(question.label, of.language)),
        parts: answers(of, question, word),
      })),
    ],
    appendices: [
      ...tables.slice(1).map((table) => ({
        title: table.title,
        parts: [{ kind: "table" as const, table, titled: false }],
      })),
      ...(audience === "up" ? [] : [{ title: word("report-units"), parts: [unitsOf(of, word)] }]),
    ],
  };
}

const isBeside = ({ beside }: FlowColumn): boolean => beside !== undefined;

/** How far the figures are whole, once they have been read; sent up, only of how many units they are. */
function came(of: Return, audience: Audience, period: string, word: Word): ReportPart {
  const { of: all, reported, late, draft, missing } = reportedOf(of);
  const counts = { period, of: String(all), reported: String(reported) };
  const several = roundsOf(of).length > 1;
  const text =
    audience === "up"
      ? word(several ? "report-covers-rounds" : "report-covers", counts)
      : word(several ? "report-reported-rounds" : "report-reported", {
          ...counts,
          late: String(late),
          open: String(draft + missing),
        });
  return { kind: "paragraph", text };
}

function figures(of: Return, tables: ReturnType<typeof printed>, word: Word): readonly ReportPart[] {
  return tables.flatMap(({ block, table }): ReportPart[] => {
    const now = sentence(of, block, roundCaption(of, word), table.roundTotals, word);
    const ever = sentence(of, block, word("workbook-cumulative"), table.cumulativeTotals, word);
    return saidOf(of, table, now, ever).map((text) => ({ kind: "paragraph", text }));
  });
}

/** This round's figures and the cumulative ones; once where they are the same, as in the first round. */
function saidOf(of: Return, { roundTotals, cumulativeTotals }: Table, now: string, ever: string): readonly string[] {
  if (isWhole(of)) return [ever];
  const same = Object.entries(cumulativeTotals).every(([id, total]) => roundTotals[id] === total);
  return same ? [now] : [now, ever];
}

/** What others report of the same thing, for those who reconcile it with the table: never added, and not sent up. */
function besides(of: Return, word: Word): readonly ReportPart[] {
  const blocks = of.flow.blocks.filter(({ groups }) => groups.some(({ columns }) => columns.some(isBeside)));
  return blocks.flatMap((block): ReportPart[] => {
    const table = of.tables.find((each) => each.block === block.id);
    if (!table || Object.values(table.cumulativeTotals).every((total) => total === undefined)) return [];
    const now = sentence(of, block, roundCaption(of, word), table.roundTotals, word);
    const ever = sentence(of, block, word("workbook-cumulative"), table.cumulativeTotals, word);
    const said = saidOf(of, table, now, ever).map((text) =>
      word("report-beside", { own: besideWhat(of, block, word), text }),
    );
    return said.map((text) => ({ kind: "paragraph", text }));
  });
}

/** The columns of the table that a block is set beside, by name. */
function besideWhat({ flow, language }: Return, { groups }: FlowBlock, word: Word): string {
  const ids = new Set(groups.flatMap(({ columns }) => columns.flatMap(({ beside }) => beside ?? [])));
  const own = flow.blocks
    .filter(({ printed }) => printed)
    .flatMap((block) => block.groups.flatMap(({ columns }) => columns));
  const names = own.filter(({ id }) => ids.has(id)).map(({ short }) => plain(say(short, language)));
  return [...new Set(names)].join(word("list-comma"));
}

/** Who reported and who did not. */
function unitsOf({ units }: Return, word: Word): ReportPart {
  const rows = (["on-time", "late", "draft", "missing"] as const).flatMap((each) => {
    const names = units.filter(({ standing }) => standing === each).map(({ name }) => plain(name));
    const said = names.join(word("list-comma"));
    return names.length === 0 ? [] : [[word(`workbook-standing-${each}`), String(names.length), said]];
  });
  return { kind: "list", head: [word("workbook-standing"), word("report-count"), word("workbook-unit")], rows };
}
