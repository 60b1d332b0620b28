import { existsSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./failures.ts";
import type { Settings } from "./settings.ts";

/**
 * Throws where nothing has been kept yet. What looks after the record must not make an empty one and call it in order:
 * a job with a wrong path would back up nothing every night.
 */
export function assertKept({ BAOSONG_DATA, DATABASE_URL }: Pick<Settings, "BAOSONG_DATA" | "DATABASE_URL">): void {
  if (DATABASE_URL !== undefined || existsSync(join(BAOSONG_DATA, "journal"))) return;
  throw new StartError(
    "nothing-kept",
    `${BAOSONG_DATA} holds no record: no bot has run on it\n    -> set BAOSONG_DATA to the folder that the bot runs on, as its service does, or run this where its .env is`,
  );
}
