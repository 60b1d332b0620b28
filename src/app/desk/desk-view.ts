import type { DeskCourse, DeskNode, DeskOverview, DeskTable } from "../../channels/desk.ts";
import type { UnitId } from "../../core/entry.ts";
import { cellId, type Flow, type FlowBlock } from "../../core/flow/flow.ts";
import type { Block, Text } from "../../core/message.ts";
import { nameIn } from "../../core/roster.ts";
import type { Asked } from "../../core/table/asked.ts";
import { figuresNamed } from "../../core/table/figure.ts";
import type { Line } from "../../core/table/ledger.ts";
import { hear } from "../../core/table/reader.ts";
import type { Table } from "../../core/table/table.ts";
import { type Tree, treeOf } from "../../core/table/tree.ts";
import { vocabularyOf } from "../../core/table/vocabulary.ts";
import { type Language, labelIn, wordingOf } from "../../wording/wording.ts";
import { deliveriesOf } from "../deliveries/desk-deliveries.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import { rangeOf, tablesIn } from "../summaries/consolidate.ts";
import { headGroups, shownIn } from "../summaries/headline.ts";
import { tally } from "../summaries/overview.ts";
import { columnName, headedBy, totalIn } from "../summaries/row-tables.ts";
import { headingOf, summaryBlocks } from "../summaries/summary.ts";
import { blockAsked, coursesOf, pointsOf } from "../summaries/trend.ts";
import { whyBlocks } from "../summaries/why.ts";

const everybody = () => true;

/** A round as leaders see it: what `/summary`, `/status` and `/trend` say, as data for the page. */
export async function overviewFor(
  house: House,
  language: Language,
  round?: string,
  node?: UnitId,
): Promise<DeskOverview | undefined> {
  const question = questionOn(house, round, node);
  if (!question) return undefined;
  const { flow, asked } = question;
  const { text, blocks } = wordingOf(language);
  const ranged = await rangeOf(house, flow, asked, everybody);
  // The tree stays whole whichever of its branches is shown, to go on from.
  const whole = await rangeOf(house, flow, plainly(ranged.round), everybody);
  const tables = tablesIn(ranged);
  const block = blockAsked(question);
  const table = tables.find((each) => each.block === block?.id);
  const said = blocks(await summaryBlocks(house, question, everybody));
  // The tables follow as data; what is said of them in the chat has no place above.
  const firstTable = said.findIndex(({ kind }) => kind === "table") + 1 || undefined;
  const { reported, late, draft } = tally(ranged.standing);
  const opened = house.rounds.of(flow.id);
  return {
    rounds: opened.map(({ round: id, number }) => ({
      id,
      label: text({ key: "round-numbered", args: { number } }),
    })),
    round: ranged.round.round,
    node: node ?? "",
    heading: text(headingOf(house, question)),
    sentences: said.slice(0, firstTable).flatMap((each) => (each.kind === "text" ? [each.text] : [])),
    counts: { of: ranged.standing.length, onTime: reported - late, late, draft },
    tree: nodesOf(house, whole.standing, language),
    tables: block && table ? tablesFor(block, table, asked, language) : [],
    courses: block ? await coursesFor(house, question, block, language) : [],
    ...(await deliveriesOf(house, flow, ranged.round, language)),
  };
}

/** Where a figure came from, by the words that a cell of the overview bears. */
export async function whyFor(
  house: House,
  language: Language,
  words: string,
): Promise<readonly Block<string>[] | undefined> {
  for (const { flow: running, at } of house.flows) {
    const rounds = house.rounds.of(running.id);
    const newest = rounds.at(-1);
    if (!newest) continue;
    const flow = at(newest.flowHash);
    const { units } = house.people.roster;
    const heard = hear(words, vocabularyOf(flow, units, {}), rounds, flow.calendar.zone);
    if (heard.kind !== "terms") continue;
    const [figure] = figuresNamed(flow, heard.terms);
    const unit = heard.terms.findLast((term) => term.kind === "unit");
    if (!figure) continue;
    const asked = { ...plainly(heard.rounds?.at(-1) ?? newest), ...(unit ? { node: unit.unit.id } : {}) };
    const question: Question = { flow, newest, asked, terms: heard.terms, named: true };
    return wordingOf(language).blocks(await whyBlocks(house, question, figure, everybody, language));
  }
  return undefined;
}

function plainly(round: Asked["rounds"][number]): Asked {
  return { rounds: [round], figures: "round", by: "rows", drafts: false };
}

function questionOn(house: House, round: string | undefined, node: UnitId | undefined): Question | undefined {
  for (const { flow: running, at } of house.flows) {
    const rounds = house.rounds.of(running.id);
    const newest = rounds.at(-1);
    const chosen = round === undefined ? newest : rounds.find((each) => each.round === round);
    if (!newest || !chosen) continue;
    const flow: Flow = at(chosen.flowHash);
    const asked = { ...plainly(chosen), ...(node === undefined ? {} : { node }) };
    return { flow, newest, asked, terms: [], named: false };
  }
  return undefined;
}

/** Every node that has a reporting unit in it, a branch before what lies in it, its own level first. */
function nodesOf(house: House, standing: readonly Line[], language: Language): readonly DeskNode[] {
  const tree: Tree = treeOf(house.people.roster);
  const lines = new Map(standing.map((line) => [line.unit, line]));
  const walk = (id: UnitId | undefined, depth: number): readonly DeskNode[] => {
    const own = tree.below(id).filter((unit) => tree.below(unit.id).length === 0);
    const branches = tree.below(id).filter((unit) => tree.below(unit.id).length > 0);
    return [...own, ...branches].flatMap((unit): readonly DeskNode[] => {
      const within = [...tree.within(unit.id)].flatMap((each) => lines.get(each) ?? []);
      if (within.length === 0) return [];
      const line = lines.get(unit.id);
      const { reported, late, draft } = tally(within);
      const node = {
        id: unit.id,
        name: nameIn(unit.short, language),
        depth,
        of: within.length,
        reported,
        late,
        draft,
        ...(line ? { standing: line.standing } : {}),
      };
      return [node, ...walk(unit.id, depth + 1)];
    });
  };
  return walk(tree.top, 0);
}

function tablesFor(block: FlowBlock, table: Table, asked: Asked, language: Language): readonly DeskTable[] {
  const { text } = wordingOf(language);
  const [round] = asked.rounds;
  const where = asked.node === undefined ? "" : ` u.${asked.node}`;
  const over = totalIn(table, asked);
  return headGroups(block).map((group) => {
    const columns = group.columns.filter(({ beside }) => beside === undefined);
    const why = (row: string, column: string) => `f.${row}.${group.id}.${column} ${round?.number ?? ""}${where}`;
    const rows = block.rows.map((row) => ({
      name: labelIn(row.short, language),
      cells: columns.map((column) => {
        const total = table.round[cellId(row.id, group.id, column.id)];
        const shown = { text: shownIn(column, total) };
        return total === undefined || total === 0 ? shown : { ...shown, why: why(row.id, column.id) };
      }),
    }));
    const sum = columns.map((column) => {
      const total = over(group.id, column.id);
      const shown = { text: shownIn(column, total) };
      return total === undefined || total === 0 ? shown : { ...shown, why: why("", column.id) };
    });
    const head: readonly Text[] = [{ key: "posting-row" }, ...columns.map(columnName)];
    return {
      caption: text(headedBy(block, group)),
      head: head.map(text),
      rows: [...rows, { name: text({ key: "posting-total" }), cells: sum }],
    };
  });
}

/** The columns that say it all, each over every round. */
async function coursesFor(
  house: House,
  question: Question,
  block: FlowBlock,
  language: Language,
): Promise<readonly DeskCourse[]> {
  const points = await pointsOf(house, question, block, everybody);
  const { text } = wordingOf(language);
  return coursesOf(block, question).map(({ group, column }) => ({
    name: labelIn(column.short, language),
    unit: column.unit ? labelIn(column.unit, language) : "",
    points: points.map(({ round, total }) => {
      const value = total(group.id, column.id);
      return {
        round: text({ key: "round-numbered", args: { number: round.number } }),
        open: round.state === "open",
        text: shownIn(column, value),
        ...(value === undefined ? {} : { value }),
      };
    }),
  }));
}
