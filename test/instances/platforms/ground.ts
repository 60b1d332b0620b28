import type { Roster } from "../../../src/core/roster.ts";
import type { Done, Playing } from "../../channels/players.ts";
import type { Environment } from "../fleet.ts";

/** A message of the bot, as it was when it was sent. */
export type Shown = { readonly id: string; readonly text: string; readonly isFile: boolean };

/** How liaisons play, by their addresses. */
export type Playbill = {
  readonly begin?: (person: string) => string;
  readonly patience: number;
  readonly atOnce: number;
  readonly did: (person: string, done: Done) => void;
};

export type Opening = {
  readonly roster: Roster;
  /** How many times as short the platform's seconds are, by which it and the instances reckon the limits. */
  readonly faster: number;
  /** How many times as fast the bot's clock runs. */
  readonly speed: number;
  /** Where the instances that run answer. */
  readonly urls: () => readonly string[];
};

/** A platform that plays, with everybody's phones. */
export type Stage = {
  /** What an instance is told of it. */
  readonly environment: Environment;
  /** What the bot sent to a chat, oldest first. */
  shown(chat: string): readonly Shown[];
  play(people: readonly string[], how: Playbill): Playing;
  /** Events that people did and the platform still brings. */
  readonly underWay: () => number;
  /** Ids of messages that stand there once more, under the same key as an earlier one, and do not say so. */
  readonly twice: () => readonly string[];
  /** What the platform counted, by name. */
  readonly counts: () => Readonly<Record<string, number>>;
  stop(): Promise<void>;
};

/** What differs from platform to platform in a round on several instances; one file each, and its line in `index.ts`. */
export type Ground = {
  /** The channel's name, under which the roster has addresses. */
  readonly channel: string;
  /** What the platform calls the person and the group of a number. */
  person(number: number): string;
  group(number: number): string;
  open(opening: Opening): Promise<Stage>;
};

/** The number of a person, by what a platform calls them. */
export const numberIn = (person: string): number => Number(person.replace(/^\D+/, ""));
