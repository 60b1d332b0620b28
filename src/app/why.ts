import { type Entry, reportKey, type UnitId } from "../core/entry.ts";
import { sentence } from "../core/interview/checking.ts";
import { dayAndClock } from "../core/interview/when.ts";
import { type Block, type Choice, type Text, textOf } from "../core/message.ts";
import type { KeptWarning, Report } from "../core/report.ts";
import { nameIn } from "../core/roster.ts";
import type { Round } from "../core/round.ts";
import type { Reason } from "../core/submission.ts";
import { cellsOf, checksOn, type Figure, figureWords, partsOfSum } from "../core/table/figure.ts";
import { figureIn, type Line } from "../core/table/ledger.ts";
import { type Change, changesOf } from "../core/table/provenance.ts";
import type { Total } from "../core/table/table.ts";
import type { Language } from "../wording/wording.ts";
import { commandChoice, type Question } from "./asking.ts";
import { wayOf } from "./cell-history.ts";
import { type Only, type Ranged, rangeOf, tablesIn } from "./consolidate.ts";
import { readReport } from "./documents.ts";
import { shownIn } from "./headline.ts";
import type { House } from "./house.ts";
import { reasonIn } from "./revised.ts";
import { totalIn } from "./row-tables.ts";

/** So many contributors are shown with their words at first, and so many where all are asked for. */
const FIRST = 5;
const MOST = 30;

/** What one unit put into a figure, over the rounds asked for; `lines` are its reports that bear any of it. */
export type Contribution = {
  readonly unit: UnitId;
  readonly figure: number;
  readonly to?: number;
  readonly lines: readonly Line[];
};

const say = (key: string, args: Readonly<Record<string, Text | number>> = {}): Block<Text> => ({
  kind: "text",
  text: { key, args },
});

/** Where a figure came from: who put in how much, in what words or file, with marks and reasons, and what it passed. */
export async function whyBlocks(
  house: House,
  question: Question,
  figure: Figure,
  only: Only,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const { flow, asked } = question;
  const { row: _any, ...scope } = asked;
  const over = figure.row ? { ...scope, row: figure.row } : scope;
  const ranged = await rangeOf(house, flow, over, only);
  const table = tablesIn(ranged).find(({ block }) => block === figure.block.id);
  const total = table && totalIn(table, over)(figure.group.id, figure.column.id);
  const all = contributions(ranged, figure, asked.figures === "cumulative");
  const corrected = question.terms.some(({ kind }) => kind === "corrections");
  const heading: Block<Text> = { kind: "heading", text: headingOf(house, question, figure, total) };
  if (all.length === 0) return [heading, say("why-nobody")];
  const listed = corrected ? all.filter(({ lines }) => lines.some((line) => line.corrections > 0)) : all;
  const shown = listed.slice(0, corrected || asked.by === "units" ? MOST : FIRST);
  const told = await Promise.all(shown.map((each) => tell(house, question, figure, each, corrected, language)));
  const lines = told.flat();
  return [
    heading,
    say("why-units", { count: all.length, shown: shown.length }),
    ...(lines.length > 0 ? lines : [say("why-no-corrections")]),
    ...(await checked(house, question, figure, all)),
    ...buttons(question, figure, all, corrected),
  ];
}

/** 口罩 · 生产企业排查 · 排查企业数量 = 312 · 第1期 */
function headingOf(house: House, { asked }: Question, { row, group, column }: Figure, total: Total): Text {
  const [first, last] = [asked.rounds[0]?.number ?? 0, asked.rounds.at(-1)?.number ?? 0];
  const when: Text =
    asked.figures === "cumulative"
      ? { key: "summary-cumulative", args: { number: last } }
      : first === last
        ? { key: "round-numbered", args: { number: last } }
        : { key: "summary-span", args: { from: first, to: last } };
  const whose = asked.node === undefined ? [] : [textOf(house.people.unit(asked.node).short)];
  const name: Text = {
    join: [...whose, ...(row ? [{ label: row.short }] : []), { label: group.short }, { label: column.label }],
    by: " · ",
  };
  return { key: "why-heading", args: { name, total: shownIn(column, total), when } };
}

/** Who put in how much, the most first; units that reported nought put in nothing. */
export function contributions(ranged: Ranged, figure: Figure, cumulative: boolean): readonly Contribution[] {
  const { of, to } = cellsOf(figure);
  const units = new Map<UnitId, { figure: number; to: number; lines: Line[] }>();
  const sum = (line: Line, cells: readonly string[]) =>
    cells.reduce((total, id) => total + Math.round((figureIn(ranged.columns, line, id) ?? 0) * 1e6), 0);
  for (const line of cumulative ? ranged.ever : ranged.counted) {
    const [part, whole] = [sum(line, of), sum(line, to)];
    if (part === 0 && whole === 0) continue;
    const before = units.get(line.unit) ?? { figure: 0, to: 0, lines: [] };
    units.set(line.unit, { figure: before.figure + part, to: before.to + whole, lines: [...before.lines, line] });
  }
  return [...units]
    .map(([unit, each]) => ({
      unit,
      figure: each.figure / 1e6,
      ...(to.length > 0 ? { to: each.to / 1e6 } : {}),
      lines: each.lines,
    }))
    .sort((a, b) => Math.abs(b.figure) - Math.abs(a.figure) || (b.to ?? 0) - (a.to ?? 0));
}

/** One contributor: how much, who, when, in what words; then its corrections, and why a warning was let stand. */
async function tell(
  house: House,
  { flow, asked }: Question,
  figure: Figure,
  { unit, figure: amount, to, lines }: Contribution,
  correctionsAlone: boolean,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const last = lines.at(-1);
  if (!last) return [];
  const { of, to: whole } = cellsOf(figure);
  const key = reportKey(flow.id, last.round, unit);
  const history = (await house.store.history(key)).map(({ entry }) => entry);
  const changes = changesOf(key, history, [...of, ...whole]);
  const corrections = changes.filter(({ corrects }) => corrects);
  if (correctionsAlone && corrections.length === 0) return [];
  const source = changes.at(-1);
  const round = house.rounds.of(flow.id).find((each) => each.round === last.round);
  const shown = to === undefined ? shownIn(figure.column, amount) : `${amount}/${to}`;
  const earlier = asked.rounds.length > 1 || asked.figures === "cumulative";
  const report = await readReport(house.store, flow.id, last.round, unit);
  const kept = report.kept.filter(({ cells }) => cells.some((cell) => of.includes(cell) || whole.includes(cell)));
  return [
    say("why-unit", {
      unit: textOf(house.people.unit(unit).short),
      figure: shown,
      marks: marksOf(last, round, amount, earlier),
    }),
    ...(source ? [say("why-source", sourceArgs(house, source.entry, flow, language))] : []),
    ...lateReason(report, language),
    ...corrections.flatMap((change) => [
      say("why-correction", correctionArgs(change, figure, flow)),
      ...reasonLine(correctionReason(history, change), language),
    ]),
    ...kept.map((warning) => say("why-kept", { what: checkOf(flow, warning), reason: warning.reason })),
  ];
}

function sourceArgs(house: House, entry: Entry, flow: Question["flow"], language: Language) {
  const who = house.people.member(entry.by);
  const unit = who && nameIn(house.people.unit(who.unit).name, language);
  const name = who ? nameIn(who.name, language) : "";
  // The unit stands right above: of a post that is named after it only the post is new.
  const named: Text = unit && who && name.startsWith(unit) ? { key: `post-${who.role}` } : name;
  return { when: dayAndClock(entry.at, flow), who: named, way: wayOf(entry) };
}

function correctionArgs({ before, after, entry }: Change, { column }: Figure, flow: Question["flow"]) {
  return {
    before: shownIn(column, before),
    after: shownIn(column, after),
    when: dayAndClock(entry.at, flow),
    way: wayOf(entry),
  };
}

/** Why the report came late, where it did. */
function lateReason({ submission }: Report, language: Language): readonly Block<Text>[] {
  return submission?.late ? reasonLine(submission.reason, language, "why-late-reason") : [];
}

function reasonLine(reason: Reason | undefined, language: Language, key = "why-reason"): readonly Block<Text>[] {
  const said = reasonIn(reason, language);
  return said === "" ? [] : [say(key, { reason: said })];
}

/** The reason stands with the entry that made the change count, which follows the change itself. */
function correctionReason(history: readonly Entry[], { entry }: Change): Reason | undefined {
  const settled = history.slice(history.indexOf(entry)).find(({ kind }) => kind === "corrected");
  return settled?.kind === "corrected" ? settled.reason : undefined;
}

/** 补报: after the freeze, which is when the round is due. 迟报: late for the units' own time, and still before it. */
function marksOf(line: Line, round: Round | undefined, amount: number, several: boolean): Text {
  const marks: Text[] = [];
  if (line.standing === "late")
    marks.push({ key: round && (line.submittedAt ?? 0) >= round.due ? "mark-after-freeze" : "mark-late" });
  if (line.standing === "draft") marks.push({ key: "mark-draft" });
  if (amount < 0) marks.push({ key: "mark-taken-off" });
  if (several && round) marks.push({ key: "round-numbered", args: { number: round.number } });
  return marks.length === 0 ? "" : { join: [" · ", { join: marks, by: " · " }], by: "" };
}

/** What a check says, without its figures: they may have changed since, and stand right above. */
function checkOf(flow: Question["flow"], { check }: KeptWarning): Text {
  const rule = flow.checks.find(({ id }) => id === check);
  if (!rule) return check;
  return sentence({ check, level: rule.level, cells: [], say: rule.say, figures: {}, needsReason: false, repairs: [] });
}

/** How many rules read the figure, and whether every unit's part passed them or stands with a reason. */
async function checked(
  house: House,
  { flow }: Question,
  figure: Figure,
  all: readonly Contribution[],
): Promise<readonly Block<Text>[]> {
  const rules = checksOn(flow, figure);
  if (rules === 0) return [];
  const { of, to } = cellsOf(figure);
  const cells = new Set([...of, ...to]);
  const doubtful = all.flatMap(({ unit, lines }) =>
    lines.filter(({ kept }) => kept > 0).map(({ round }) => ({ unit, round })),
  );
  const reports = await Promise.all(doubtful.map(({ unit, round }) => readReport(house.store, flow.id, round, unit)));
  const units = new Set(
    reports
      .filter(({ kept }) => kept.some((warning) => warning.cells.some((cell) => cells.has(cell))))
      .map(({ unit }) => unit),
  );
  return [say("why-checks", { rules, passed: all.length - units.size, kept: units.size })];
}

function buttons(
  question: Question,
  figure: Figure,
  all: readonly Contribution[],
  corrected: boolean,
): readonly Block<Text>[] {
  const { asked, newest } = question;
  const round = asked.rounds.at(-1);
  const when = round && round.round !== newest.round ? ` ${round.number}` : "";
  const where = asked.node === undefined ? "" : ` u.${asked.node}`;
  const words = `${figureWords(figure)}${when}${where}`;
  const any = all.some(({ lines }) => lines.some((line) => line.corrections > 0));
  const [most] = all;
  const choices: readonly Choice<Text>[] = [
    ...(all.length > FIRST && asked.by !== "units"
      ? commandChoice({ key: "why-all", args: { count: all.length } }, "why", `${words} by.units`)
      : []),
    ...(any && !corrected ? commandChoice({ key: "only-corrections" }, "why", `${words} corr`) : []),
    ...partsOfSum(figure).flatMap((part) =>
      commandChoice({ label: part.group.short }, "why", `${figureWords(part)}${when}${where}`),
    ),
    ...(most ? commandChoice({ key: "why-ask" }, "ask", `${figureWords(figure)}${when} u.${most.unit}`) : []),
  ];
  return choices.length > 0 ? [{ kind: "choices", choices }] : [];
}
