import type { ChannelLog } from "../channel.ts";

/** What the SDK logs through. */
export type SdkLogger = Record<"error" | "warn" | "info" | "debug" | "trace", (...said: unknown[]) => void>;

/**
 * The SDK logs secrets, tokens, tickets and what people wrote: only the platform's codes among what it says go into the
 * log, and nothing that it says can make logging fail.
 */
export function sdkLogger(log: ChannelLog): SdkLogger {
  const telling =
    (level: "error" | "warn") =>
    (...said: unknown[]) => {
      const codes = [...new Set(said.flatMap((each) => codesIn(each, 3)))];
      log[level === "error" ? "warn" : "debug"](
        { code: "lark-sdk", level, codes },
        "the Lark library reports something",
      );
    };
  const silent = () => {};
  return { error: telling("error"), warn: telling("warn"), info: silent, debug: silent, trace: silent };
}

/** Numbers called code or status, as deep as errors have them. */
function codesIn(value: unknown, depth: number): readonly number[] {
  if (depth === 0 || typeof value !== "object" || value === null) return [];
  try {
    if (Array.isArray(value)) return value.slice(0, 5).flatMap((each) => codesIn(each, depth - 1));
    const own = (name: string): unknown =>
      name in value ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
    const numbers = [own("code"), own("status")].filter((each): each is number => typeof each === "number");
    return [...numbers, ...codesIn(own("response"), depth - 1), ...codesIn(own("data"), depth - 1)];
  } catch {
    return [];
  }
}
