import { formatProblems } from "./app/check.ts";
import { checkCampaign, readCampaign } from "./campaign.ts";
import type { Finding } from "./channels/channel.ts";
import { platforms } from "./channels/index.ts";
import type { Address, Text } from "./core/message.ts";
import { MEND } from "./core/source/problem.ts";
import { explained } from "./failures.ts";
import { examinePremises } from "./premises.ts";
import { assertRunnable, simulates } from "./runnable.ts";
import type { Settings } from "./settings.ts";
import type { Wording } from "./wording/wording.ts";

const silent = () => {};

/** Examines everything that the bot needs and says what it found, a line each. Whether nothing has to be mended. */
export async function doctor(settings: Settings, words: Wording, say: (line: string) => void): Promise<boolean> {
  const { text, word } = words;
  let healthy = true;
  const tell = (part: string, finding: Finding) => {
    if (finding.level === "error") healthy = false;
    say(`${word(`doctor-${finding.level}`)} ${part}: ${text(finding.what)}`);
    if (finding.level !== "ok") say(`        -> ${text(finding.todo)}`);
  };
  tell(
    "settings",
    trying(() => assertRunnable(settings), words, { key: "doctor-settings-fine" }),
  );
  tell(
    "campaign",
    trying(() => assertInOrder(settings, words), words, { key: "doctor-campaign-fine" }),
  );
  for (const [part, finding] of await examinePremises(settings)) tell(part, finding);
  if (simulates(settings)) tell("simulator", { level: "ok", what: { key: "doctor-simulator" } });
  for (const platform of platforms.filter((each) => each.configured(settings))) {
    if (platform.problems(settings).length > 0) continue;
    const log = { error: silent, warn: silent, info: silent, debug: silent };
    const { channel } = await platform.open(settings, log);
    for (const finding of (await channel.examine?.(groupsOn(platform.name, settings))) ?? [])
      tell(platform.name, finding);
  }
  return healthy;
}

/** The roster's groups on a platform; none where the roster cannot be read, which has been told by then. */
function groupsOn(channel: string, settings: Settings): readonly Address[] {
  try {
    const groups = readCampaign(settings).roster.groups;
    return groups.flatMap(({ addresses: { [channel]: id } }) => (id === undefined ? [] : [{ channel, id }]));
  } catch {
    return [];
  }
}

function assertInOrder(settings: Settings, words: Wording): void {
  const { problems } = checkCampaign(settings);
  if (problems.length > 0) throw new Error(formatProblems(problems, words));
}

function trying(examine: () => void, words: Wording, what: Text): Finding {
  try {
    examine();
    return { level: "ok", what };
  } catch (cause) {
    return found(cause, words);
  }
}

/** A failure as what is wrong and what to do about it. */
function found(cause: unknown, words: Wording): Finding {
  const said = explained(cause, words) ?? (cause instanceof Error ? cause.message : String(cause));
  const [what = "", ...todo] = said.split(MEND);
  return { level: "error", what, todo: todo.join("; ") || { key: "doctor-mend" } };
}
