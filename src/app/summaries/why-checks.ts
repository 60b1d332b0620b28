import type { Flow } from "../../core/flow/flow.ts";
import type { Check } from "../../core/flow/schema.ts";
import type { Block, Text } from "../../core/message.ts";
import { isConfirmed } from "../../core/report-changes.ts";
import type { KeptWarning } from "../../core/report-entry.ts";
import { asCounted } from "../../core/submission.ts";
import { cellsOf, checksOn, columnsRead, type Figure } from "../../core/table/figure.ts";
import { readReport } from "../documents.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import type { Contribution } from "./contributions.ts";

/** The doubt as it was put; where an earlier release did not keep that, what should hold. */
export function said(flow: Flow, { check, doubt }: KeptWarning): Text {
  if (doubt) return { label: doubt };
  const label = flow.checks.find(({ id }) => id === check)?.label;
  return { key: "why-kept-rule", args: { rule: label ? { label } : check } };
}

/** Which checks read the figure, how many units' parts passed them, and which stand against one with a reason. */
export async function whyChecks(
  house: House,
  { flow }: Question,
  figure: Figure,
  all: readonly Contribution[],
): Promise<readonly Block<Text>[]> {
  const rules = checksOn(flow.checks, figure);
  if (rules.length === 0) return [];
  const { of, to } = cellsOf(figure);
  const cells = new Set([...of, ...to]);
  const doubtful = all.flatMap(({ unit, lines }) =>
    lines.filter(({ kept }) => kept > 0).map(({ round }) => ({ unit, round })),
  );
  const reports = await Promise.all(doubtful.map(({ unit, round }) => readReport(house.store, flow.id, round, unit)));
  const kept = reports
    .map(asCounted)
    .flatMap(({ unit, kept: warnings }) =>
      warnings
        .filter((warning) => warning.cells.some((cell) => cells.has(cell)))
        .map((warning) => ({ unit, check: warning.check, warning })),
    );
  const units = new Set(kept.map(({ unit }) => unit)).size;
  const doubted = rules.filter(({ id }) => kept.some(({ check }) => check === id));
  const unexplained = kept.some(({ warning }) => warning.unexplained);
  const confirmed = kept.some(({ warning }) => isConfirmed(warning));
  const args = { names: names(rules, figure), passed: all.length - units };
  const text: Text =
    units === 0
      ? { key: "why-checks", args }
      : {
          key: unexplained ? "why-checks-unexplained" : confirmed ? "why-checks-confirmed" : "why-checks-kept",
          args: { ...args, kept: units, doubted: names(doubted, figure) },
        };
  return [{ kind: "text", text }];
}

function names(rules: readonly Check[], figure: Figure): Text {
  // Several rules may come to the same few words, such as this round's and the cumulative one.
  const all = new Map(rules.map((rule) => [JSON.stringify(nameOf(rule, figure)), nameOf(rule, figure)]));
  return { join: [...all.values()], by: { key: "list-comma" } };
}

/** What a check is called: as the flow says, else by the columns that it holds against each other. */
function nameOf(rule: Check, { group }: Figure): Text {
  if (rule.label) return { label: rule.label };
  if (rule.each === "figure") return { key: "why-check-figure" };
  const columns: Text = { join: columnsRead(rule, group).map(({ short }) => ({ label: short })), by: "/" };
  return { key: "why-check-columns", args: { columns } };
}
