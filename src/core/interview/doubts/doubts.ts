import { type CellId, idsIn } from "../../cells.ts";
import { say } from "../../message.ts";
import type { Report } from "../../report.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { isSent } from "../../submission.ts";
import { actionText } from "../actions.ts";
import { promptFor, type Settled } from "../outcome.ts";
import type { Situation } from "../situation.ts";
import { unsettled } from "./checking.ts";
import { doubtText } from "./doubt-text.ts";
import { repairChoices } from "./repairs.ts";

/** The question that warnings put: let them stand with a reason, take a repair, or mend the figures. */
export function doubts(
  situation: Situation,
  cells: readonly CellId[],
  entries: readonly ReportEntry[] = [],
): Settled | undefined {
  if (cells.length === 0) return undefined;
  const { flow, round, report } = situation;
  const found = unsettled("warning", situation, report.cells, cells);
  const screens = [...new Set(found.flatMap((finding) => finding.cells.slice(0, 1).map(screenOf)))];
  const [first, another] = screens;
  if (first === undefined) return undefined;
  // Doubts in several places are put together: each by itself would be a message more.
  const screen = another === undefined ? first : everywhere;
  const button = (verb: "keep" | "mend", of: string) => actionText(verb, flow, round.round, of);
  const reasoned = found.some(({ needsReason }) => needsReason);
  const listed = found.slice(0, LISTED);
  // A correction may be about another place than what is still in doubt, and so may 其余都是0.
  const beside = entries.some((entry) => entry.kind === "answered" && entry.screen !== first);
  const placed = another !== undefined || isSent(report) || beside;
  return {
    blocks: [
      ...listed.map((finding) => say(doubtText(finding, placed ? situation : undefined))),
      ...(found.length > listed.length
        ? [say({ key: "interview-doubts-more", args: { count: found.length - listed.length } })]
        : []),
      say({ key: reasoned ? "interview-doubt-reason" : "interview-doubt-ways" }),
      {
        kind: "choices",
        choices: [
          ...(reasoned
            ? []
            : [
                {
                  label: { key: another === undefined ? "interview-doubt-keep" : "interview-doubt-keep-all" },
                  action: button("keep", screen),
                },
              ]),
          ...repairChoices(found, situation, placed),
          { label: { key: "interview-doubt-mend" }, action: button("mend", first) },
        ],
      },
    ],
    prompt: promptFor(situation, `${doubtPrefix}${screen}`),
  };
}

/** As many doubts are told at once. */
const LISTED = 8;

/** The doubts of the whole report, where they are in several places. */
export const everywhere = "all";

const screenOf = (id: CellId) => id.split(".").slice(0, 2).join(".");

/** A prompt about the doubts of a screen is named by the screen, so that a restart finds it again. */
export const doubtPrefix = "doubt/";

/**
 * The cells whose doubts are raised after a change: those that it set, and those that were being asked about; of a report
 * that was sent all.
 */
export function toDoubt(situation: Situation, entries: readonly ReportEntry[]): readonly CellId[] {
  if (entries.length === 0) return [];
  const { report } = situation;
  return isSent(report) ? idsIn(report.cells) : [...changedCells(entries, report), ...stillDoubted(situation)];
}

function stillDoubted({ person, report }: Situation): readonly CellId[] {
  const prompt = person.prompt?.screen ?? "";
  if (!prompt.startsWith(doubtPrefix)) return [];
  const place = prompt.slice(doubtPrefix.length);
  return idsIn(report.cells).filter((id) => place === everywhere || id.startsWith(`${place}.`));
}

/** The cells that entries set; once a proposal is dealt with, all: what came with it has not been asked about yet. */
function changedCells(entries: readonly ReportEntry[], after: Report): readonly CellId[] {
  if (entries.some(({ kind }) => kind === "adopted" || kind === "set-aside")) return idsIn(after.cells);
  return entries.flatMap((entry) => (entry.kind === "answered" ? Object.keys(entry.cells) : []));
}
