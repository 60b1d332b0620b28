import { benchAnswers } from "./answers.ts";
import { benchConsolidate } from "./consolidate.ts";
import type { Bench } from "./figure.ts";
import { benchInterview } from "./interview.ts";
import { benchStore } from "./store.ts";
import { benchStored } from "./stored.ts";
import { benchWays } from "./ways.ts";

/** Every measurement, by the name that `npm run bench -- NAME` takes: one file each, one line here. */
export const benches: Readonly<Record<string, Bench>> = {
  answers: benchAnswers,
  interview: benchInterview,
  consolidate: benchConsolidate,
  ways: benchWays,
  store: benchStore,
  stored: benchStored,
};
