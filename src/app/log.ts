/** What the app logs with: pino's shape. Never a name, a telephone or the words of a message: ids and codes alone. */
export type Log = {
  debug(about: Readonly<Record<string, unknown>>, message: string): void;
  info(about: Readonly<Record<string, unknown>>, message: string): void;
  warn(about: Readonly<Record<string, unknown>>, message: string): void;
  error(about: Readonly<Record<string, unknown>>, message: string): void;
};
