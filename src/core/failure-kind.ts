/** What kind of failure it was, for the log: messages of errors may quote what people wrote. */
export function kindOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = "code" in cause ? String(cause.code) : "";
  const place =
    cause.stack
      ?.split("\n")
      .find((line) => line.trimStart().startsWith("at "))
      ?.trim() ?? "";
  return `${cause.name} ${code} ${place}`.replace(/\s+/g, " ").trim();
}
