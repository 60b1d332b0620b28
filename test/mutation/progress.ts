import { z } from "zod";

/** What is read of the plan: which changes will be tried; of the others it is known what comes of them. */
const planned = z.object({
  mutantPlans: z.array(z.object({ plan: z.string(), mutant: z.object({ id: z.string() }) })),
});
const tried = z.object({ id: z.string(), status: z.string() });
/** So many are tried between two lines. */
const EVERY = 20;

const toTry = new Set<string>();
let [done, unnoticed] = [0, 0];

/** Tells on standard error how far it has come: a folder takes from minutes to an evening. */
export const strykerPlugins = [
  {
    kind: "Reporter",
    name: "progress-lines",
    value: {
      onMutationTestingPlanReady(event: unknown): void {
        for (const { plan, mutant } of planned.parse(event).mutantPlans) if (plan === "Run") toTry.add(mutant.id);
        process.stderr.write(`${toTry.size} changes to be tried\n`);
      },
      onMutantTested(result: unknown): void {
        const { id, status } = tried.parse(result);
        if (!toTry.has(id)) return;
        done += 1;
        if (status === "Survived") unnoticed += 1;
        if (done % EVERY === 0)
          process.stderr.write(`${done} of ${toTry.size} tried, ${unnoticed} noticed by no test\n`);
      },
    },
  },
];
