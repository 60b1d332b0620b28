import { CampaignError } from "./campaign.ts";
import { SettingsError } from "./settings.ts";
import { StoreFailure } from "./store/store.ts";

/** Something that keeps the bot from starting, in words for the operator. */
export class StartError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "StartError";
    this.code = code;
  }
}

/** A failure as an operator reads it: its code, the cause, what to do; nothing where it is a fault of the program. */
export function explained(cause: unknown): string | undefined {
  if (cause instanceof StartError || cause instanceof SettingsError || cause instanceof CampaignError)
    return `[${cause.code}] ${cause.message}`;
  if (cause instanceof StoreFailure) return `[store-${cause.code}] ${cause.message}`;
  return undefined;
}
