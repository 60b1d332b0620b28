/** A request that Telegram refuses, with the words and parameters that it gives back. */
export class Refused extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>>;
  constructor(code: number, description: string, parameters: Readonly<Record<string, number>> = {}) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (why: string) => new Refused(400, `Bad Request: ${why}`);
