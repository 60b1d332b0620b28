import fc from "fast-check";

/** What one input may cost; a door that takes longer or more has no bounds. */
export type Bounds = {
  /** Time of the processor, all threads together, in milliseconds: unlike the clock's it is the same on a busy machine. */
  readonly ms: number;
  /** By which the process grows over a whole run, in MB. */
  readonly mb: number;
};

/** A door that has been opened: takes one input after the other. */
export type Opened<T> = {
  /** Puts one input in. Rejects with what is wrong where the bot does not deal with it as it should. */
  put(input: T): Promise<void>;
  close(): Promise<void>;
};

export type Fuzzed = {
  readonly door: string;
  readonly inputs: number;
  /** What went wrong with the smallest input that shows it; nothing where all went well. */
  readonly failure?: string;
  /** The longest that one input took by the clock, and of the processor. */
  readonly slowest_ms: number;
  readonly slowest_cpu_ms: number;
  readonly grown_mb: number;
  readonly bounds: Bounds;
};

/** A way in, and how it is tried: the same seed puts in the same inputs. */
export type Door = {
  readonly name: string;
  fuzz(runs: number, seed: number): Promise<Fuzzed>;
};

/** Makes a door of what is put in and who takes it. */
export function door<T>(name: string, bounds: Bounds, inputs: fc.Arbitrary<T>, open: () => Promise<Opened<T>>): Door {
  return {
    name,
    fuzz: async (runs, seed) => {
      const opened = await open();
      const before = process.memoryUsage.rss();
      let [count, slowest, dearest, most] = [0, 0, 0, before];
      const property = fc.asyncProperty(inputs, async (input) => {
        const [began, used] = [performance.now(), process.cpuUsage()];
        await opened.put(input);
        const { user, system } = process.cpuUsage(used);
        count += 1;
        dearest = Math.max(dearest, (user + system) / 1_000);
        slowest = Math.max(slowest, performance.now() - began);
        most = Math.max(most, process.memoryUsage.rss());
      });
      try {
        const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: runs, seed });
        const said = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
        return {
          door: name,
          inputs: count,
          ...(failed ? { failure: `${said}\n  put in: ${fc.stringify(counterexample).slice(0, 2_000)}` } : {}),
          slowest_ms: Math.round(slowest),
          slowest_cpu_ms: Math.round(dearest),
          grown_mb: Math.round((most - before) / 1e6),
          bounds,
        };
      } finally {
        await opened.close();
      }
    },
  };
}

const slips =
  /\n\s+at .*:\d+:\d+|(?:Type|Range|Reference|Syntax|Zod)Error|\[object |\bundefined\b|\bNaN\b|\{\$|\bnull\b/g;

/**
 * Gives what fails where the bot says what is no sentence for a person: a stack, an unfinished value, a name of the
 * program. What was put in, now or before, may stand in an answer.
 */
export function sentences(): (said: string, given: string) => void {
  const put = new Set<string>();
  return (said, given) => {
    for (const [slip] of given.matchAll(slips)) put.add(slip);
    for (const [slip] of said.matchAll(slips))
      if (!put.has(slip)) throw new Error(`it said "${slip}" in: ${said.slice(0, 400)}`);
  };
}

/** Fails where a condition does not hold, with a sentence. */
export function assert(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
