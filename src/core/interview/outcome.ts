import { askedOf } from "../flow/flow.ts";
import type { Block, Text } from "../message.ts";
import type { Prompt } from "../person.ts";
import { evolveReport } from "../report.ts";
import type { ReportEntry } from "../report-entry.ts";
import type { Typed } from "./questions/question.ts";
import { figuresScreens } from "./reading/locate.ts";
import type { Refused } from "./refused/tried.ts";
import type { Screen } from "./screens.ts";
import { screensOf } from "./screens-of.ts";
import type { Situation } from "./situation.ts";

/** What an input came to, before it is put together: what to keep, what to say first, what to ask then. */
export type Outcome = {
  readonly entries: readonly ReportEntry[];
  readonly lead: readonly Block<Text>[];
  /** Said after the lead unless the review follows, which shows the same. */
  readonly detail?: readonly Block<Text>[];
  readonly ask: Next;
  /** The words that waited for their class were given up: they are not to be given anew. */
  readonly givenUp?: true;
  /** Figures that were given and not kept. */
  readonly refused?: readonly Refused[];
  /** Those of earlier messages that were spoken of, or all: what is said now is said in the knowledge of them. */
  readonly toldTried?: true | readonly string[];
};
export type Next =
  /** The doubts that the change raised, else the next open screen, else the review. */
  | { readonly kind: "next" }
  | { readonly kind: "screen"; readonly id: string; readonly inPlace?: boolean; readonly typed?: Typed }
  /** The question stands as it was put; repeating it would bury what was wrong with the answer. */
  | { readonly kind: "same" }
  | { readonly kind: "review" }
  | { readonly kind: "receipt" }
  /** Nothing is asked; a bare figure that comes next answers nothing. */
  | { readonly kind: "nothing" }
  /** A confirmation of the interview's own. */
  | { readonly kind: "confirm"; readonly screen: string; readonly blocks: readonly Block<Text>[] };

/** The situation as it will be once the entries are kept. */
export function changedBy(situation: Situation, { entries }: Pick<Outcome, "entries">): Situation {
  const origin = { id: "", at: situation.now, by: situation.member.id };
  const report = entries.reduce((doc, entry) => evolveReport(doc, { ...origin, ...entry }), situation.report);
  return { ...situation, report };
}

/** The screens of the person's report as it stands. */
export function screensIn({ flow, unit, report }: Situation): readonly Screen[] {
  return screensOf(flow, unit.department ?? "", report);
}

/** The screen of this id: one of the report as it stands, or one that counts as 0 and is only asked when it is named. */
export function screenCalled(situation: Situation, id: string | undefined): Screen | undefined {
  const named = () => figuresScreens(askedOf(situation.flow, situation.unit.department ?? ""));
  return screensIn(situation).find((screen) => screen.id === id) ?? named().find((screen) => screen.id === id);
}

/** What is said next, and the prompt that stands after it. */
export type Settled = { readonly blocks: readonly Block<Text>[]; readonly prompt?: Prompt };

/** The prompt that a screen of this report leaves; with the revision that it shows. */
export function promptFor({ flow, round, unit, report }: Situation, screen: string): Prompt {
  return { flow: flow.id, round: round.round, unit: unit.id, screen, revision: report.revision };
}
