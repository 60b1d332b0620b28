import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckReport, checkFiles, formatProblems, type TextFile } from "./app/check.ts";
import { toMend } from "./core/source/problem.ts";
import type { Settings } from "./settings.ts";
import { type Wording, wordingOf } from "./wording/wording.ts";

/** Flows or roster that cannot be used; told with every problem, its file, line, column and a way out. */
export class CampaignError extends Error {
  readonly code = "campaign";
  readonly tell: (words: Wording) => string;
  constructor(tell: (words: Wording) => string) {
    super(tell(wordingOf("en")));
    this.name = "CampaignError";
    this.tell = tell;
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
  if (problems.length > 0 || !roster) throw new CampaignError((words) => formatProblems(problems, words));
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
    const gone = toMend({ key: "problem-file-gone", args: { path, code, setting } });
    throw new CampaignError(({ text }) => text(gone));
  }
}
