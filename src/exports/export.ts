import type { Flow, Place } from "../core/flow/flow.ts";
import type { Question } from "../core/flow/schema.ts";
import type { Cells, KeptWarning, Report, Told } from "../core/report.ts";
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
  /** Cumulative figures of the unit up to and including this round, by cell id. */
  readonly cumulative: Report["cells"];
  readonly told: Readonly<Record<string, Told>>;
  readonly kept: readonly KeptWarning[];
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

/** A consolidated return, whole: what every export is made from. */
export type Return = {
  readonly flow: Flow;
  readonly round: Round;
  readonly language: string;
  /** Printed as 填报单位, 填报人 and 电话. */
  readonly head: { readonly unit: string; readonly reporter: string; readonly phone: string };
  /** The cut-off as a date in the flow's zone, `2020-05-20`: the last day that is covered. */
  readonly asOf: string;
  readonly tables: readonly Table[];
  readonly units: readonly UnitPart[];
  /** Present in a version after the first. */
  readonly revised?: Revised;
};

/** The words that a sheet needs beside the flow's own labels: a key of the wording files and its arguments. */
export type Word = (key: string, args?: Readonly<Record<string, string | number>>) => string;

export type Made = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** Who a file is for: `up` holds the official sheets and nothing internal, `leaders` adds breakdown and narratives. */
export type Audience = "up" | "leaders";

/** A kind of file made from a return; one folder each, listed in `exports/index.ts`. */
export interface Export {
  readonly name: string;
  make(of: Return, audience: Audience, word: Word): Promise<Made>;
}

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
  readonly last?: { readonly number: number; readonly cells: Cells };
  /** Figures that stand already. */
  readonly cells: Cells;
  readonly told: Readonly<Record<string, Told>>;
  /** The receipt's number, time and name where this is the sent report, to be printed, signed and stamped. */
  readonly sent?: { readonly number: string; readonly at: string; readonly by: string };
};

/** Makes the workbook of one unit: to fill in by hand, or filled in to be signed. */
export type MakeForm = (of: FormSheet, word: Word) => Promise<Made>;
