/** Longer than any number of deaths in a row: a bot that is not there by then does not start any more, in milliseconds. */
const PATIENCE = 180_000;

/** Where the bot answers just now. */
export type Whereabouts = {
  /** Waits for a bot that takes messages. Rejects, with what the last one said, where none comes in good time. */
  up(): Promise<string>;
  /** Told whenever one begins to answer, and, with undefined, that there is none any more. */
  stands(at: string | undefined): void;
};

/** `said` gives what the last bot wrote to its standard error. */
export function whereabouts(said: () => string, patience = PATIENCE): Whereabouts {
  let url: string | undefined;
  const waiting = new Set<(at: string) => void>();
  return {
    up: () =>
      url !== undefined
        ? Promise.resolve(url)
        : new Promise((resolve, reject) => {
            const come = (at: string) => {
              clearTimeout(late);
              waiting.delete(come);
              resolve(at);
            };
            const late = setTimeout(() => {
              waiting.delete(come);
              reject(
                new Error(`no bot took messages for ${patience / 1_000} s; the last one said: ${said().slice(-500)}`),
              );
            }, patience);
            waiting.add(come);
          }),
    stands: (at) => {
      url = at;
      if (at !== undefined) for (const each of [...waiting]) each(at);
    },
  };
}
