import type { Flow } from "../../core/flow/flow.ts";
import type { Say } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import type { Asked } from "../../core/table/asked.ts";
import { type Figure, figuresNamed } from "../../core/table/figure.ts";
import { asksAltogether } from "../../core/table/question.ts";
import { roundsNamed } from "../../core/table/rounds-named.ts";
import { superlativeIn } from "../../core/table/superlative.ts";
import { treeOf } from "../../core/table/tree.ts";
import type { Term } from "../../core/table/vocabulary.ts";
import { plain } from "../../core/table/words.ts";
import { type House, languageOf } from "../house.ts";
import type { Only } from "../summaries/consolidate.ts";
import { rankedBlocks } from "../summaries/ranked.ts";
import type { InquiryReading } from "./inquiry-reading.ts";

/**
 * Who has most of a figure, or least, where words ask for it: 哪个市立案最多. Of the rounds that they name, else of the
 * last one that was posted; undefined where no figure is named.
 */
export async function mostTold(
  house: House,
  member: Member,
  words: string,
  { flow, only, posted }: InquiryReading,
  terms: readonly Term[],
): Promise<Say | undefined> {
  const superlative = superlativeIn(words);
  const [figure] = superlative ? figuresNamed(flow, terms) : [];
  if (!superlative || !figure) return undefined;
  const all = house.rounds.of(flow.id);
  const altogether = asksAltogether(words);
  const newest = posted ?? (altogether ? undefined : all.findLast(({ state }) => state !== "open")) ?? all.at(-1);
  if (!newest) return undefined;
  const rounds = roundsIn(words, all, flow) ?? [newest];
  const { order, by } = superlative;
  const asked: Asked = {
    rounds,
    figures: altogether ? "cumulative" : "round",
    by,
    drafts: false,
    ...whose(terms),
    ...rowOf(figure),
  };
  const question = { flow, newest, asked, terms: named(figure), named: true };
  const among = by === "branches" ? inBranches(house, only) : only;
  return { blocks: await rankedBlocks(house, question, among, await languageOf(house, member), order) };
}

/** A part of the roster that the words narrow it to. */
function whose(terms: readonly Term[]): Pick<Asked, "node" | "department"> {
  const unit = terms.findLast((term) => term.kind === "unit")?.unit;
  const department = terms.findLast((term) => term.kind === "department")?.department;
  return { ...(unit ? { node: unit.id } : {}), ...(department === undefined ? {} : { department }) };
}

/** Its row; of a table beside the official one the only row that there is, by which that table is found. */
function rowOf({ block, row }: Figure): Pick<Asked, "row"> {
  const [only, ...others] = block.rows;
  const meant = row ?? (!block.printed && others.length === 0 ? only : undefined);
  return meant ? { row: meant } : {};
}

function named({ group, column }: Figure): readonly Term[] {
  return [
    { kind: "group", group: group.id, label: group.label },
    { kind: "column", column: column.id, label: column.label },
  ];
}

const round = /第\s*[\d一二三四五六七八九十]+\s*期|[上本这]一?期|\b(?:last|previous|this) round\b|\bround \d+/i;

/** The rounds that a sentence names, wherever in it; none where it names none that there is. */
function roundsIn(words: string, rounds: readonly Round[], { calendar }: Flow): readonly Round[] | undefined {
  const found = round.exec(words)?.[0];
  const read = found === undefined ? undefined : roundsNamed(plain(found), rounds, calendar.zone);
  return read?.kind === "rounds" ? read.rounds : undefined;
}

/** What belongs to the top itself lies in no city. */
function inBranches(house: House, only: Only): Only {
  const tree = treeOf(house.people.roster);
  return (unit) => {
    const branch = tree.branchTo(tree.top, unit);
    return only(unit) && branch !== undefined && branch !== unit;
  };
}
