import type { Flow } from "../core/flow/flow.ts";
import type { Check } from "../core/flow/schema.ts";
import { sentenceOf } from "../core/interview/checking.ts";
import type { Block, Text } from "../core/message.ts";
import type { KeptWarning } from "../core/report-entry.ts";
import { asCounted } from "../core/submission.ts";
import { cellsOf, checksOn, columnsRead, type Figure } from "../core/table/figure.ts";
import type { Question } from "./asking.ts";
import type { Contribution } from "./contributions.ts";
import { readReport } from "./documents.ts";
import type { House } from "./house.ts";

/** What a check says, without its figures: they may have changed since, and stand right above. */
export function said(flow: Flow, { check }: KeptWarning): Text {
  const rule = flow.checks.find(({ id }) => id === check);
  if (!rule) return check;
  return sentenceOf({
    check,
    level: rule.level,
    cells: [],
    say: rule.say,
    figures: {},
    needsReason: false,
    repairs: [],
  });
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
        .map(({ check, unexplained }) => ({ unit, check, unexplained: unexplained ?? false })),
    );
  const units = new Set(kept.map(({ unit }) => unit)).size;
  const doubted = rules.filter(({ id }) => kept.some(({ check }) => check === id));
  const unexplained = kept.some((each) => each.unexplained);
  const args = { names: names(rules, figure), passed: all.length - units };
  const text: Text =
    units === 0
      ? { key: "why-checks", args }
      : {
          key: unexplained ? "why-checks-unexplained" : "why-checks-kept",
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
