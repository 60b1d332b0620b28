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
  /** ISO 8601 with the flow's offset. */
  now(): string;
  /** Moves the rehearsal clock forward; resolves once everything owed by then is delivered. Rejects on a step back. */
  moveTo(now: Instant): Promise<void>;
  /** The next instants of interest: next reminder, an hour before the deadline, the deadline. */
  moments(language?: string): readonly DeskMoment[];
  /** The person's language of choice, as `/language` would set it. */
  speak(person: string, language: string): Promise<void>;
}
