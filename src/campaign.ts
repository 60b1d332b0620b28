import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckReport, checkFiles, type FileProblem, formatProblems, type Source } from "./app/check.ts";
import type { Roster } from "./core/roster.ts";
import { wrong } from "./core/source/problem.ts";
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

/**
 * Reads and checks the flows and the roster; a file that cannot be read is a problem like any other. `inUse` is the
 * roster that flows are held against where the file cannot be used.
 */
export function checkCampaign({ BAOSONG_FLOWS: folder, BAOSONG_ROSTER: roster }: Places, inUse?: Roster): CheckReport {
  const given = { flows: flowFiles(folder), roster: textFile(roster, "BAOSONG_ROSTER") };
  return checkFiles(given, (text) => createHash("sha256").update(text).digest("hex"), inUse);
}

/** A campaign in order: what is asked, and of whom. */
export type Campaign = Required<Omit<CheckReport, "problems">>;

/** The flows of both kinds and the roster. Throws a `CampaignError` with every problem. */
export function readCampaign(places: Places): Campaign {
  const { roster, problems, ...flows } = checkCampaign(places);
  if (problems.length > 0 || !roster) throw new CampaignError((words) => formatProblems(problems, words));
  return { ...flows, roster };
}

function flowFiles(folder: string): readonly Source[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
    return names.sort().map((name) => textFile(join(folder, name), "BAOSONG_FLOWS"));
  } catch (cause) {
    return [unread(folder, "BAOSONG_FLOWS", cause)];
  }
}

function textFile(file: string, setting: string): Source {
  try {
    return { file, text: readFileSync(file, "utf8") };
  } catch (cause) {
    return unread(file, setting, cause);
  }
}

/** Why a file or folder cannot be read, and in which setting it is named. */
function unread(path: string, setting: string, cause: unknown): FileProblem {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  const what = wrong({ key: "problem-file-gone", args: { path, code, setting } });
  return { file: path, line: 1, column: 1, path: "", ...what, unread: true };
}
