import type { Place } from "../../flow/flow.ts";
import type { ChoiceQuestion, TextQuestion } from "../../flow/schema.ts";
import { saysAllZero } from "../said/nothing.ts";
import type { FiguresScreen, Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { readBooked } from "./books.ts";
import { findNames } from "./column-names.ts";
import { columnBegun, readAt } from "./cut-short.ts";
import { type FiguresRead, quoting, type ReadFigure } from "./figures-read.ts";
import { withoutLeadIn } from "./lead-in.ts";
import type { Opening } from "./line-opening.ts";
import { figuresScreens, screensNaming } from "./locate.ts";
import { namesOf } from "./names.ts";
import { pairFor } from "./pair.ts";
import type { Segment } from "./segments.ts";
import { unplacedFigure } from "./whose-unit.ts";

/** What a stretch of a message says. */
export type Piece =
  | {
      readonly kind: "figures";
      readonly line: string;
      readonly screen: FiguresScreen;
      readonly figures: readonly ReadFigure[];
    }
  /** A row or a group that saw nothing: all its figures are 0. */
  | { readonly kind: "zeros"; readonly places: readonly Place[] }
  | { readonly kind: "text"; readonly question: TextQuestion; readonly text: string }
  | { readonly kind: "choice"; readonly question: ChoiceQuestion; readonly text: string }
  /** 其余都是 0: every figure that nobody has answered. */
  | { readonly kind: "rest-zero" }
  /** Words in front that take the figures of a line away from here, and the line without them; nothing of it is kept. */
  | { readonly kind: "led-away"; readonly opening: Opening; readonly rest: string; readonly places: readonly Place[] }
  /** One figure for rows that were named together. */
  | {
      readonly kind: "shared";
      readonly line: string;
      readonly rows: readonly Place["row"][];
      readonly places: readonly Place[];
    }
  | { readonly kind: "several"; readonly screens: readonly FiguresScreen[]; readonly rest: string }
  | {
      readonly kind: "unread";
      readonly line: string;
      /** All that the line may have spoken of; absent where it names nothing by which to tell. */
      readonly places?: readonly Place[];
      /** What stands behind the names of the places, and names no column of them. */
      readonly part?: string;
      /** The part is a figure that may be of each of these. */
      readonly among?: readonly Place[];
      readonly screen?: FiguresScreen;
      readonly why?: Exclude<FiguresRead, { kind: "figures" }>;
    };

/** 各排查3家, 排查各3家: one figure that is said of each of the places named together. */
const each = /^(\D*?)(?:各自?(?![类种项级地县区市])|\beach\b) *(.*)$/;

/** What a stretch of a line says of the place that it was written for; `line` is what to quote where it says nothing. */
export function readSegment(
  { row, group, text, also = [], first }: Segment,
  line: string,
  places: readonly Place[],
  situation: Situation,
  screens: readonly Screen[],
): readonly Piece[] {
  if (!row) return text === "" ? [] : [{ kind: "unread", line }];
  const screensOf = (of: Omit<Segment, "text">) =>
    figuresScreens(places).filter((screen) => screen.row === of.row && (!of.group || screen.group.id === of.group.id));
  const placesOf = (of: Omit<Segment, "text">) => screensOf(of).flatMap((screen) => screen.places);
  const ofRow = screensOf({ row, ...(group ? { group } : {}) });
  const here = ofRow.flatMap((screen) => screen.places);
  if (here.length === 0) return [{ kind: "unread", line }];
  if (saysAllZero(text)) return [...also.map(placesOf), here].map((each) => ({ kind: "zeros", places: each }));
  // 口罩、防护服 排查12: one figure is never spread over two places.
  if (also.length > 0 && text === "") return [{ kind: "unread", line, places: [...also.flatMap(placesOf), ...here] }];
  const [, before = "", after = ""] = each.exec(text) ?? [];
  if (also.length > 0 && before + after !== "")
    return [...also, { row, ...(group ? { group } : {}) }].flatMap((one) =>
      readSegment({ ...one, text: before + after }, line, places, situation, screens),
    );
  if (also.length > 0) {
    const rows = [...also.flatMap((each) => (each.row ? [each.row] : [])), row];
    return [{ kind: "shared", line, rows: [...new Set(rows)], places: [...also.flatMap(placesOf), ...here] }];
  }
  if (text === "") return [];
  const naming = ofRow.length === 1 ? ofRow : screensNaming(text, ofRow, screens);
  const [only, another] = naming;
  const unplaced = group ? undefined : unplacedFigure(text, here, naming, situation);
  if (unplaced) {
    const { figure, places: among, rest } = unplaced;
    return [
      { kind: "unread", line: figure, places: among, part: figure, among },
      ...readSegment({ row, text: rest }, line, places, situation, screens),
    ];
  }
  if (only && another) return [{ kind: "several", screens: naming, rest: text }];
  if (only) {
    const read = readAt(text, only.places, situation);
    if (read.kind === "figures") return [{ kind: "figures", line, screen: only, figures: read.figures }];
    // 面包 12 2 1 below a line of 口罩 may speak of another row that nobody recognised.
    const strange = first === true && read.kind === "refused" && read.why === "not-a-figure";
    return [
      { kind: "unread", line, screen: only, why: quoting(read, line), ...(strange ? {} : { places: only.places }) },
    ];
  }
  const runs = runsOf(text, here);
  const [run, next] = runs;
  const bare = run ? [] : bareScreens(text, ofRow, situation);
  const [one, other] = bare;
  const pair = run || (one && one.id === situation.person.prompt?.screen) ? undefined : pairFor(text, ofRow, situation);
  if (pair) {
    const meant = ofRow.filter((each) => bare.includes(each) || pair.some(({ screen }) => screen === each));
    return [{ kind: "several", screens: meant, rest: text }];
  }
  if (one && other) return [{ kind: "several", screens: bare, rest: text }];
  if (one) return readSegment({ row, group: one.group, text }, line, places, situation, screens);
  if (!run) return [{ kind: "unread", line, ...(first ? {} : { places: here, part: text }) }];
  // 5 排查 2 抽查企业: each run would give its name the next one's figure, and the first would be nobody's.
  const inFront = withoutLeadIn(text.slice(0, run.start)).replace(/[\s,;:·/]+/g, "");
  if (next && inFront !== "") return [{ kind: "unread", line, places: here, part: text }];
  if (next)
    return runs.flatMap(({ groups, text: part, cut }): readonly Piece[] => {
      if (cut) return [{ kind: "several", screens: ofRow.filter(({ group }) => groups.includes(group)), rest: part }];
      const [one, two] = groups;
      const segment = { row, text: part, ...(one && !two ? { group: one } : {}) };
      return readSegment(segment, line, places, situation, screens);
    });
  // The columns say which classes may be meant, and what is wrong with their figures can be said.
  const meant = ofRow.find((screen) => run.groups.includes(screen.group));
  const read = meant && readBooked(text, meant.places, situation);
  if (!meant || !read || read.kind === "figures") return [{ kind: "unread", line, places: here, part: text }];
  return [{ kind: "unread", line, screen: meant, why: quoting(read, line), places: here }];
}

/** `口罩 42 7 5`: the screens of a row that ask as many figures; where one of them is being asked, that one. */
function bareScreens(text: string, ofRow: readonly FiguresScreen[], situation: Situation): readonly FiguresScreen[] {
  const fitting = ofRow.filter(
    ({ places }) => places.length > 1 && readBooked(text, places, situation).kind === "figures",
  );
  const asked = fitting.filter(({ id }) => id === situation.person.prompt?.screen);
  return asked.length > 0 ? asked : fitting;
}

type Run = {
  readonly groups: readonly Place["group"][];
  readonly start: number;
  readonly text: string;
  /** Its one name goes on with the class before, cut short, or turns to another that has it whole: either may be meant. */
  readonly cut: boolean;
};

/** `排查12 不合格2 抽查企业8 批次10`: cut where the columns of another group begin. */
function runsOf(text: string, here: readonly Place[]): readonly Run[] {
  const runs: { groups: readonly Place["group"][]; start: number; names: string[]; cut: boolean }[] = [];
  for (const { start, end } of findNames(text, here)) {
    const name = text.slice(start, end);
    const groups = here.filter((place) => namesOf(place.column).includes(name)).map((place) => place.group);
    const last = runs.at(-1);
    const shared = last?.groups.filter((group) => groups.includes(group)) ?? [];
    const cut = last !== undefined && shared.length === 0 && isCutShort(name, last, here);
    // 抽查企业8 批次10 不合格1: what an earlier class has its figure of already can only be cut short.
    const again = cut && runs.some(({ names }) => names.includes(name));
    if (last && !last.cut && (shared.length > 0 || again)) {
      last.names.push(name);
      if (!again) last.groups = shared;
    } else if (last && cut) runs.push({ groups: [...last.groups, ...groups], start, names: [name], cut });
    else runs.push({ groups: [...new Set(groups)], start, names: [name], cut: false });
  }
  return runs.map(({ groups, start, cut }, index) => ({
    groups,
    start,
    cut,
    text: text.slice(start, runs[index + 1]?.start).trim(),
  }));
}

/** Whether a name begins that of a column of a run's class which the run has not named. */
function isCutShort(
  name: string,
  { groups, names, cut }: { readonly groups: Run["groups"]; readonly names: readonly string[]; readonly cut: boolean },
  here: readonly Place[],
): boolean {
  const places = figuresScreens(here).find(({ group }) => groups.includes(group))?.places ?? [];
  const column = cut ? undefined : columnBegun(name, places)?.column;
  return column !== undefined && !names.some((each) => namesOf(column).includes(each));
}
