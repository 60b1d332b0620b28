import { dayAndClock } from "../../core/interview/when.ts";
import { type Block, type Text, textOf, worded } from "../../core/message.ts";
import { type Asked, wordsOf } from "../../core/table/asked.ts";
import { lagging, type Timeliness, timelinessBy, timelinessOf } from "../../core/table/timeliness.ts";
import { treeOf } from "../../core/table/tree.ts";
import { type Language, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import { commandChoice, type Question } from "../inquiries/asking.ts";
import { type Attended, attendedIn, timelinessChart } from "./attendance.ts";
import type { Only } from "./consolidate.ts";
import { chartBlocks } from "./pictures.ts";

/** So many of those to be followed up are named, and so many units get a line each where there are no branches. */
const NAMED = 6;
const LISTED = 12;

/**
 * Who reported in time over several rounds: counts and rate, whom to follow up, by branch, and the strip. Where names are
 * not for its readers (`names` false), by branch alone.
 */
export async function seasonBlocks(
  house: House,
  question: Question,
  only: Only,
  language: Language,
  names: boolean,
): Promise<readonly Block<Text>[]> {
  const { flow, asked } = question;
  const attended = await attendedIn(house, flow, asked, only);
  if (attended.units.length === 0) return [worded("summary-nobody")];
  const named = headingOf(house, asked);
  const heading: Text = { join: [...named, dayAndClock(house.clock.now(), flow)], by: " · " };
  const open = attended.rounds.filter(({ state }) => state === "open");
  const rates = timelinessBy("unit", attended.closed);
  const drawn = { title: wordingOf(language).text({ join: named, by: " · " }), theme: "light" } as const;
  return [
    { kind: "heading", text: heading },
    ...(attended.closed.length === 0 ? [worded("season-none-closed")] : told(house, attended, rates, names)),
    ...(attended.closed.length === 0 ? [] : open.map(({ number }) => worded("season-open", { number }))),
    ...byBranch(house, attended, rates, names),
    ...(names ? await chartBlocks(house, timelinessChart(house, attended, drawn, language), language) : []),
    ...next(house, question, attended),
  ];
}

function headingOf(house: House, asked: Asked): readonly Text[] {
  const [from, to] = [asked.rounds[0]?.number ?? 0, asked.rounds.at(-1)?.number ?? 0];
  const { departments } = house.people.roster;
  return [
    { key: "season-heading", args: { from, to } },
    ...(asked.node === undefined ? [] : [textOf(house.people.unit(asked.node).short)]),
    ...(asked.department === undefined ? [] : [textOf(departments[asked.department] ?? asked.department)]),
  ];
}

function told(
  house: House,
  { units, closed }: Attended,
  rates: readonly Timeliness[],
  names: boolean,
): readonly Block<Text>[] {
  const { due, onTime: time, late, missing, onTimeRate } = timelinessOf(closed);
  const behind = lagging(rates).filter((each) => each.late + each.missing > 0);
  const whole = units.length - behind.length;
  const listed = behind.slice(0, NAMED).map(
    (each): Text => ({
      key: "season-unit",
      args: { unit: textOf(house.people.unit(each.of).short), late: each.late, missing: each.missing },
    }),
  );
  const list: Text = { join: listed, by: { key: "list-comma" } };
  const all: Text =
    behind.length > NAMED ? { key: "names-and-more", args: { names: list, count: behind.length } } : list;
  return [
    worded("season-counts", { due, time, late, missing }),
    worded("season-rate", { rate: percent(onTimeRate) }),
    ...(whole > 0 ? [worded("season-whole", { count: whole, of: units.length })] : []),
    ...(names && behind.length > 0 ? [worded("season-lagging", { names: all })] : []),
  ];
}

/** Rounded down: 99.6 % is not everybody. */
const percent = (rate = 0): string => String(Math.floor(rate * 100));

/** A line for each branch; where there is but one and they are few, for each unit. */
function byBranch(
  house: House,
  { closed }: Attended,
  units: readonly Timeliness[],
  names: boolean,
): readonly Block<Text>[] {
  const branches = timelinessBy("branch", closed);
  const divided = branches.length > 1;
  const rates = divided ? branches : names && units.length <= LISTED ? units : [];
  if (rates.length < 2) return [];
  const head: readonly Text[] = [
    { key: divided ? "status-branch" : "division-units" },
    { key: "season-column-rate" },
    { key: "status-late" },
    { key: "season-column-missing" },
  ];
  const rows = rates.map(({ of, onTimeRate, late, missing }): readonly Text[] => [
    of === "" ? { key: "status-own-level" } : textOf(house.people.unit(of).short),
    `${percent(onTimeRate)}%`,
    String(late),
    String(missing),
  ]);
  return [{ kind: "table", head, rows }];
}

/** So many branches can be opened from here. */
const OPENED = 12;

function next(house: House, { asked, newest }: Question, { units }: Attended): readonly Block<Text>[] {
  const tree = treeOf(house.people.roster);
  const shown = new Set(units.map(({ unit }) => unit));
  const branches = tree
    .below(asked.node ?? tree.top)
    .filter(({ id }) => tree.below(id).length > 0 && [...tree.within(id)].some((unit) => shown.has(unit)))
    .slice(0, OPENED);
  const words = (changed: Partial<Asked>) => wordsOf({ ...asked, ...changed }, newest);
  const choices = [
    ...branches.flatMap(({ id, short }) => commandChoice(textOf(short), "status", words({ node: id }))),
    ...commandChoice({ key: "button-status" }, "status", words({ rounds: [newest] })),
    ...commandChoice({ key: "button-summary" }, "summary", words({})),
  ];
  return [{ kind: "choices", choices }];
}
