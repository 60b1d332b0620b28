/** The system's or PostgreSQL's own code for a failure, else what kind it is: messages may name accounts. */
export function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  if ("code" in cause && typeof cause.code === "string" && cause.name !== "StoreFailure") return cause.code;
  return cause.cause === undefined ? cause.name : codeOf(cause.cause);
}

/** Whether it was the system that said no: full, forbidden, not there. Its codes begin so, and Node's own do not. */
export function isOfSystem(cause: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(codeOf(cause));
}
