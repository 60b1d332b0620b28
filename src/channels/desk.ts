import type { Block } from "../core/message.ts";
import type { Instant } from "../core/time.ts";

export type DeskPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: "liaison" | "deputy" | "head" | "leader" | "city-coordinator" | "coordinator";
  readonly unit: { readonly id: string; readonly name: string; readonly department: string };
  readonly language: string;
  /** The names of the person's unit and department in every language, to be searched by. */
  readonly called: readonly string[];
};
export type DeskReport = {
  readonly status: string;
  readonly cells: Readonly<Record<string, number | "n/a">>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly revision: number;
};
/** A moment that the page offers to jump to, already in words. */
export type DeskMoment = { readonly label: string; readonly at: Instant };

/** How a unit or branch of the tree stands: of a branch everything that lies in it. */
export type DeskNode = {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly of: number;
  readonly reported: number;
  readonly late: number;
  readonly draft: number;
  /** A unit that reports; its own standing. */
  readonly standing?: "on-time" | "late" | "draft" | "missing";
};
/** A table of the round; `why` is what to ask the bot about a cell, absent where it is nobody's figure. */
export type DeskTable = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly { readonly text: string; readonly why?: string }[];
  }[];
};
/** A column over the rounds; an absent value is a gap. */
export type DeskCourse = {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly {
    readonly round: string;
    readonly open: boolean;
    readonly value?: number;
    readonly text: string;
  }[];
};
/** Something that the bot delivered about the round, the newest first; `count` are the chats that it went to. */
export type DeskDelivery = {
  readonly at: string;
  readonly what: string;
  readonly count: number;
};

/** A round as leaders see it, in words. */
export type DeskOverview = {
  readonly rounds: readonly { readonly id: string; readonly label: string }[];
  readonly round: string;
  readonly node: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly counts: { readonly of: number; readonly onTime: number; readonly late: number; readonly draft: number };
  readonly tree: readonly DeskNode[];
  readonly tables: readonly DeskTable[];
  readonly courses: readonly DeskCourse[];
  readonly deliveries: readonly DeskDelivery[];
  /** Deliveries that no platform would take. */
  readonly undelivered: number;
};

/** What the simulator's page may ask of the bot; the app hands it in. */
export interface Desk {
  people(language?: string): readonly DeskPerson[];
  groups(language?: string): readonly {
    readonly id: string;
    readonly name: string;
    readonly people: readonly string[];
    readonly leadership: boolean;
  }[];
  report(round: string, unit: string): Promise<DeskReport | undefined>;
  /** A round as leaders see it, the newest where none is named, of one branch where one is; undefined where there is none. */
  overview(language?: string, round?: string, node?: string): Promise<DeskOverview | undefined>;
  /** Where a figure of the overview came from, as `/why` would answer; undefined where there is no such figure. */
  why(words: string, language?: string): Promise<readonly Block<string>[] | undefined>;
  /** ISO 8601 with the flow's offset. */
  now(): string;
  /** Moves the rehearsal clock forward; resolves once everything owed by then is delivered. Rejects on a step back. */
  moveTo(now: Instant): Promise<void>;
  /** The next instants of interest: next reminder, an hour before the deadline, the deadline. */
  moments(language?: string): readonly DeskMoment[];
  /** The person's language of choice, as `/language` would set it. */
  speak(person: string, language: string): Promise<void>;
}
