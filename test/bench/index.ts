import { benchAnswers } from "./answers.ts";
import { benchConsolidate } from "./consolidate.ts";
import { benchDeadline } from "./deadline.ts";
import { benchExported } from "./exported.ts";
import { benchFanOut } from "./fan-out.ts";
import type { Bench } from "./figure.ts";
import { benchGrowth } from "./growth.ts";
import { benchInstances } from "./instances.ts";
import { benchInterview } from "./interview.ts";
import { benchLarkFanOut } from "./lark-fan-out.ts";
import { benchStore } from "./store.ts";
import { benchStored } from "./stored.ts";
import { benchSummary } from "./summary.ts";
import { benchWays } from "./ways.ts";

/** Every measurement, by the name that `npm run bench -- NAME` takes: one file each, one line here. */
export const benches: Readonly<Record<string, Bench>> = {
  answers: benchAnswers,
  instances: benchInstances,
  interview: benchInterview,
  consolidate: benchConsolidate,
  ways: benchWays,
  store: benchStore,
  stored: benchStored,
  deadline: benchDeadline,
  exported: benchExported,
  summary: benchSummary,
  growth: benchGrowth,
  "telegram-fan-out": benchFanOut,
  "lark-fan-out": benchLarkFanOut,
};
