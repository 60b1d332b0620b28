import { CampaignError } from "./campaign.ts";
import type { Text } from "./core/message.ts";
import { MEND } from "./core/source/problem.ts";
import { SettingsError } from "./settings.ts";
import { StoreFailure } from "./store/store.ts";
import { type Wording, wordingOf } from "./wording/wording.ts";

/** Something that keeps the bot from starting, in words for the operator. */
export class StartError extends Error {
  readonly code: string;
  readonly said: Text;
  constructor(code: string, said: Text) {
    super(wordingOf("en").text(said));
    this.name = "StartError";
    this.code = code;
    this.said = said;
  }
}

/** A failure as an operator reads it: its code, the cause, what to do; nothing where it is a fault of the program. */
export function explained(cause: unknown, words: Wording): string | undefined {
  if (cause instanceof CampaignError) return `[${cause.code}] ${cause.tell(words)}`;
  if (cause instanceof StartError || cause instanceof SettingsError) return `[${cause.code}] ${words.text(cause.said)}`;
  if (cause instanceof StoreFailure)
    return `[store-${cause.code}] ${words.text({ join: [cause.what, cause.todo], by: MEND })}`;
  return undefined;
}
