import type { CaseEntry } from "../case.ts";
import type { Block, Text } from "../message.ts";
import type { Matter } from "../person.ts";
import type { CaseSituation } from "./situation.ts";

/** What an input comes to: entries of the case, the register's where it is opened, what is asked then, what is said. */
export type Outcome = {
  readonly entries: readonly CaseEntry[];
  readonly registers?: number;
  readonly matter?: Matter | undefined;
  readonly blocks: readonly Block<Text>[];
  readonly inPlace?: boolean;
};

/** Nothing changes; what the person is being asked stands. */
export function keep({ person }: CaseSituation): Pick<Outcome, "entries" | "matter"> {
  return { entries: [], ...(person.matter ? { matter: person.matter } : {}) };
}
