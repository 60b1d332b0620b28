import { z } from "zod";

/** What is read of the plan: which changes will be tried; of the others it is known what comes of them. */
const planned = z.object({ mutantPlans: z.array(z.object({ plan: z.string() })) });
const tried = z.object({ status: z.string() });
/** So many are tried between two lines. */
const EVERY = 20;

let [all, done, unnoticed] = [0, 0, 0];

/** Tells on standard error how far it has come: a folder takes from minutes to an evening. */
export const strykerPlugins = [
  {
    kind: "Reporter",
    name: "progress-lines",
    value: {
      onMutationTestingPlanReady(event: unknown): void {
        all = planned.parse(event).mutantPlans.filter(({ plan }) => plan === "Run").length;
        process.stderr.write(`${all} changes to be tried\n`);
      },
      onMutantTested(result: unknown): void {
        const { status } = tried.parse(result);
        if (status === "Ignored" || status === "NoCoverage") return;
        done += 1;
        if (status === "Survived") unnoticed += 1;
        if (done % EVERY === 0) process.stderr.write(`${done} of ${all} tried, ${unnoticed} noticed by no test\n`);
      },
    },
  },
];
