import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckReport, checkFiles, formatProblems, type TextFile } from "./app/check.ts";
import type { Settings } from "./settings.ts";

/** Flows or roster that cannot be used; the message lists every problem with file, line, column and a way out. */
export class CampaignError extends Error {
  readonly code = "campaign";
  constructor(problems: string) {
    super(problems);
    this.name = "CampaignError";
  }
}

type Places = Pick<Settings, "BAOSONG_FLOWS" | "BAOSONG_ROSTER">;

/** Reads and checks the flows and the roster. Throws a `CampaignError` where a file cannot be read at all. */
export function checkCampaign({ BAOSONG_FLOWS: folder, BAOSONG_ROSTER: roster }: Places): CheckReport {
  const names = reading(folder, "BAOSONG_FLOWS", () => readdirSync(folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  const flows = names.map((name) => textFile(join(folder, name), "BAOSONG_FLOWS"));
  return checkFiles({ flows, roster: textFile(roster, "BAOSONG_ROSTER") }, (text) =>
    createHash("sha256").update(text).digest("hex"),
  );
}

/** A campaign in order: what is asked, and of whom. */
export type Campaign = Required<Omit<CheckReport, "problems">>;

/** The flows of both kinds and the roster. Throws a `CampaignError` with every problem. */
export function readCampaign(places: Places): Campaign {
  const { roster, problems, ...flows } = checkCampaign(places);
  if (problems.length > 0 || !roster) throw new CampaignError(formatProblems(problems));
  return { ...flows, roster };
}

function textFile(file: string, setting: string): TextFile {
  return { file, text: reading(file, setting, () => readFileSync(file, "utf8")) };
}

function reading<T>(path: string, setting: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new CampaignError(`${path} cannot be read (${code})\n    -> put it there, or say in ${setting} where it is`);
  }
}
