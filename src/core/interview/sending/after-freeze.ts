import { say, type Text } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { isClosedFor } from "../../round.ts";
import { type Reason, receiptsOf } from "../../submission.ts";
import { settledWith } from "../doubts/change-doubts.ts";
import type { ReasonScreen } from "../doubts/reasons.ts";
import type { Outcome } from "../outcome.ts";
import type { Situation } from "../situation.ts";
import { moment } from "../when.ts";
import { isLate } from "./late.ts";
import { awaits, receiptNumber, submit, submitZero } from "./submit.ts";

/** What a reason leads to: the report goes as late, or the correction counts. Changed since it was asked, it is asked anew. */
export function reasonGiven(situation: Situation, screen: ReasonScreen, reason: Reason): Outcome {
  const { report, person } = situation;
  const asked = person.prompt?.screen === screen;
  if (!asked || (person.prompt?.revision ?? report.revision) !== report.revision)
    return { entries: [], lead: [say({ key: "press-outdated" })], ask: { kind: "next" } };
  switch (screen) {
    case "reason-late":
      return submit(situation, reason);
    case "reason-zero":
      return submitZero(situation, reason);
    case "reason-correction":
      return {
        entries: [...settledWith(reason, situation), correction(situation, reason)],
        lead: [],
        ask: { kind: "receipt" },
      };
  }
}

/** No reason after all: a correction is taken back, a report is not sent yet. */
export function reasonWithheld({ report }: Situation, screen: ReasonScreen): Outcome {
  if (screen !== "reason-correction")
    return { entries: [], lead: [say({ key: "interview-later" })], ask: { kind: "nothing" } };
  if (!report.settled) return { entries: [], lead: [], ask: { kind: "receipt" } };
  return { entries: [{ kind: "restored" }], lead: [say({ key: "reason-restored" })], ask: { kind: "receipt" } };
}

/** The entry that makes a change to a sent report count, or wait for the head's approval. */
export function correction(situation: Situation, reason?: Reason): Extract<ReportEntry, { kind: "corrected" }> {
  return {
    kind: "corrected",
    number: receiptNumber(situation, receiptsOf(situation.report) + 1),
    late: isLate(situation),
    ...(reason === undefined ? {} : { reason }),
    ...awaits(situation),
  };
}

/** A locked round says who locked it, when and why, and who can open it again; undefined where the unit may go on. */
export function closedLine({ round, unit, now, flow, office }: Situation): Text | undefined {
  if (!round.lock || !isClosedFor(round, unit.id, now)) return undefined;
  const { lock } = round;
  return {
    key: "round-locked",
    args: {
      number: round.number,
      by: office?.name ?? "",
      when: moment(lock.at, flow),
      reason: lock.reason ?? { key: "lock-sent-up" },
      contact: office?.contact ?? "",
    },
  };
}
