import { existsSync } from "node:fs";
import { join } from "node:path";
import { toMend } from "./core/source/problem.ts";
import { StartError } from "./failures.ts";
import type { Settings } from "./settings.ts";

/**
 * Throws where nothing has been kept yet. What looks after the record must not make an empty one and call it in order:
 * a job with a wrong path would back up nothing every night.
 */
export function assertKept({ BAOSONG_DATA, DATABASE_URL }: Pick<Settings, "BAOSONG_DATA" | "DATABASE_URL">): void {
  if (DATABASE_URL !== undefined || existsSync(join(BAOSONG_DATA, "journal"))) return;
  throw new StartError("nothing-kept", toMend({ key: "nothing-kept", args: { folder: BAOSONG_DATA } }));
}
