import type { CellId, Cells, Filled } from "../core/cells.ts";
import type { Flow, Place } from "../core/flow/flow.ts";
import type { Question } from "../core/flow/schema.ts";
import type { Report, Told } from "../core/report.ts";
import type { KeptWarning } from "../core/report-entry.ts";
import type { Round } from "../core/round.ts";
import type { Changed } from "../core/table/compare.ts";
import type { Standing, Table } from "../core/table/table.ts";
import type { Instant } from "../core/time.ts";

/** One unit's part of a consolidated return, in the reader's language. */
export type UnitPart = {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly standing: Standing;
  readonly submittedAt?: Instant;
  readonly submittedBy?: string;
  readonly number?: string;
  readonly zero: boolean;
  readonly report: Report;
  /** Cumulative figures of the unit up to and including this round, by cell id; added up when they are asked for. */
  readonly cumulative: () => Cells;
  readonly told: Readonly<Record<string, Told>>;
  readonly kept: readonly KeptWarning[];
  /** In a span: each of its rounds by itself, oldest first. */
  readonly byRound?: readonly UnitRound[];
};

/** How a unit stood in one round of several; `none`: it owed nothing then; `open`: it owes it, and has time yet. */
export type StripStanding = Standing | "none" | "open";

/** A unit in one round of a span: how it stood, and what it wrote where it reported. */
export type UnitRound = {
  readonly number: number;
  readonly standing: StripStanding;
  readonly told: Readonly<Record<string, Told>>;
};

/** A unit whose report a later version counts, or counts anew; the reason in the reader's words, empty where none was due. */
export type RevisedUnit = {
  readonly unit: string;
  readonly name: string;
  /** Reported after the freeze; sent in time and taken in after it; a change to what was counted. */
  readonly kind: "late" | "in-time" | "corrected";
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  /** The cells that a correction changed, each with who gave which reason. */
  readonly cells: readonly (Changed & { readonly by: string; readonly at: Instant; readonly reason: string })[];
};

/** What a version (from 2) changes against the one before. */
export type Revised = { readonly version: number; readonly units: readonly RevisedUnit[] };

/** Cases that are dealt with one by one, as a list in the reader's words: the name of its sheet, head, one row a case. */
export type Ledger = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What makes a span of rounds the summary of a campaign: what it is called, and how each ledger of cases stands. */
export type Final = { readonly title: string; readonly ledgers: readonly string[] };

/** A consolidated return, whole: what every export is made from. */
export type Return = {
  readonly flow: Flow;
  /** The round, or the newest one of a span. */
  readonly round: Round;
  /** A span of rounds, oldest first, where the return covers several: "this round" is then the sum over them. */
  readonly rounds?: readonly Round[];
  readonly language: string;
  /** Whose figures these are, or of what, where they are not everybody's: a city, a department, a unit, a row of the form. */
  readonly scope?: string;
  /** Present in the final summary of a campaign. */
  readonly final?: Final;
  /** Printed as 填报单位, 填报人 and 电话. */
  readonly head: { readonly unit: string; readonly reporter: string; readonly phone: string };
  /** The cut-off as a date in the flow's zone, `2020-05-20`: the last day that is covered. */
  readonly asOf: string;
  readonly tables: readonly Table[];
  readonly units: readonly UnitPart[];
  /** Present in a version after the first: what it changes, and what each version up to it did, oldest first. */
  readonly revised?: Revised;
  readonly revisions?: readonly Revised[];
  /** For the leaders' workbook; what goes up has none. */
  readonly ledgers?: readonly Ledger[];
};

/** A unit as sheets print it: how it stands and what it wrote; figures come another way. */
export type PrintedUnit = Omit<UnitPart, "report" | "cumulative"> & {
  readonly report: Pick<Report, "status" | "attachments">;
};

/** A return as far as its units need not be read cell by cell. */
export type Printed = Omit<Return, "units"> & { readonly units: readonly PrintedUnit[] };

/** The words that a sheet needs beside the flow's own labels: a key of the wording files and its arguments. */
export type Word = (key: string, args?: Readonly<Record<string, string | number>>) => string;

export type Made = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** Who a file is for: `up` holds the official sheets and nothing internal, `leaders` adds breakdown and narratives. */
export type Audience = "up" | "leaders";

/** The kinds of file that a return is made into, by the ending of their names. */
export const formats = ["xlsx", "csv", "json", "png", "docx"] as const;
export type Format = (typeof formats)[number];

/** A kind of file made from a return; one folder each, listed in `exports/index.ts`. */
export interface Export {
  readonly format: Format;
  make(of: Return, audience: Audience, word: Word): Promise<Made>;
}

/** Ink on paper, or light on dark: what the reader's chat looks like. */
export type Theme = "light" | "dark";

/** A picture in PNG, 1080 px wide or somewhat more; `alt` says in a line what it shows. */
export type Picture = Made & { readonly width: number; readonly height: number; readonly alt: string };

/** Which picture of a return: a block of the flow whole, or one of its groups with larger figures. */
export type PictureOf = {
  readonly block: string;
  /** A group of the block; absent: all of them, rows of the form across and columns down. */
  readonly group?: string;
  readonly figures: "round" | "cumulative";
  readonly theme: Theme;
  /** Whose figures these are where they are not everybody's: a city, a department, a unit. */
  readonly scope?: string;
  /** Asked cells that were corrected after they had been sent; those that late reports went into are found in the return. */
  readonly corrected?: readonly CellId[];
};

/** Draws the table of a return, off the main thread. Rejects where the drawing fails. */
export type MakePicture = (of: Return, what: PictureOf, word: Word) => Promise<Picture>;

/** What a chart shows, in the reader's words; an absent value is a gap, never 0. */
export type Chart = { readonly title: string; readonly note?: string; readonly theme: Theme } & (
  | {
      /** Figures over the rounds: a line for each series, at most six that can be told apart. */
      readonly kind: "trend";
      /** Under the axis, oldest first: 第1期, or a date. */
      readonly rounds: readonly string[];
      /** Under each round, how many its figures are of: 已报 13/56. */
      readonly counted?: readonly string[];
      readonly unit: string;
      readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
      /** The newest round is still open: its figures are not whole, and are drawn so. */
      readonly open?: boolean;
    }
  | {
      /** Units by one figure: drawn in the order given, the longest bar being the greatest value. */
      readonly kind: "ranking";
      readonly unit: string;
      readonly bars: readonly { readonly name: string; readonly value: number | undefined; readonly late?: boolean }[];
    }
  | {
      /** Who reported in time: a line for each unit, a square for each round. */
      readonly kind: "timeliness";
      readonly rounds: readonly string[];
      readonly units: readonly { readonly name: string; readonly standings: readonly StripStanding[] }[];
    }
);

/** Draws a chart, off the main thread. Rejects where the drawing fails. */
export type MakeChart = (of: Chart, word: Word) => Promise<Picture>;

/** What one unit is asked in one round: an empty form to fill in by hand, or the sent report to print and sign. */
export type FormSheet = {
  readonly flow: Flow;
  readonly language: string;
  readonly unit: string;
  readonly reporter: string;
  readonly phone: string;
  /** The round's number and the days it covers, in words. */
  readonly round: { readonly number: number; readonly covers: string };
  /** Every cell that the unit is asked. */
  readonly places: readonly Place[];
  /** The questions that the unit is asked; texts and choices get a line each. */
  readonly questions: readonly Question[];
  /** The round before, shown as notes on the cells. */
  readonly last?: { readonly number: number; readonly cells: Filled };
  /** Figures that stand already. */
  readonly cells: Filled;
  readonly told: Readonly<Record<string, Told>>;
  /** The receipt's number, time and name where this is the sent report, to be printed, signed and stamped. */
  readonly sent?: { readonly number: string; readonly at: string; readonly by: string };
};

/** Makes the workbook of one unit: to fill in by hand, or filled in to be signed. */
export type MakeForm = (of: FormSheet, word: Word) => Promise<Made>;
