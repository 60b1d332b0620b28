/** Where a store says what an operator has to know: a code, the cause and what to do. */
export type StoreLog = Record<"error" | "info", (context: Readonly<Record<string, unknown>>, message: string) => void>;

/** For whoever opens a store for a moment, and hears from it what went wrong. */
export const noLog: StoreLog = { error: () => {}, info: () => {} };
