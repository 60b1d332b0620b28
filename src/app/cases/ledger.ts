import type { Case } from "../../core/case.ts";
import type { CaseFlow } from "../../core/cases/case-flow.ts";
import { dueDate, isOverdue, isUnderWay } from "../../core/cases/due.ts";
import { answerShown, caseStanding } from "../../core/cases/shown.ts";
import { dayAndClock, dayNamed } from "../../core/interview/when.ts";
import { type Block, type Choice, type Text, textOf } from "../../core/message.ts";
import type { Ledger } from "../../exports/export.ts";
import { type Language, wordingOf } from "../../wording/wording.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";

/** Which cases a reader sees. */
export type Seen = (running: Running<CaseFlow>, doc: Case) => boolean;

const everything: Seen = () => true;

/** Overdue cases in one line; the list has them all. */
const NAMED = 5;
/** Open cases in a sentence of a report. */
const LISTED = 20;

/** How the cases of each flow stand: open, overdue, and which those are. What is private is never among them. */
export function ledgerLines(house: House, seen: Seen = everything): readonly Block<Text>[] {
  return openFlows(house, seen).map(({ line }) => ({ kind: "text", text: line }));
}

/** The same with a button for each flow that lists its cases. */
export function ledgerWithButtons(house: House, seen: Seen): readonly Block<Text>[] {
  const choices = openFlows(house, seen).map(
    ({ flow }): Choice<Text> => ({ label: { label: flow.name }, action: `cmd:${flow.command}` }),
  );
  return choices.length === 0 ? [] : [...ledgerLines(house, seen), { kind: "choices", choices }];
}

function openFlows(house: House, seen: Seen) {
  const now = house.clock.now();
  return publicFlows(house).flatMap((running) => {
    const { flow } = running;
    const open = casesOf(house, running, seen).filter((doc) => isUnderWay(running.at(doc.flowHash), doc));
    if (open.length === 0) return [];
    const overdue = open.filter((doc) => isOverdue(running.at(doc.flowHash), doc, now));
    const args = { name: { label: flow.name }, open: open.length };
    if (overdue.length === 0) return [{ flow, line: { key: "case-ledger", args } }];
    const which: Text = {
      join: overdue.slice(0, NAMED).map((doc) => numberAndUnit(house, running, doc)),
      by: { key: "list-comma" },
    };
    const more = overdue.length > NAMED ? "yes" : "no";
    return [{ flow, line: { key: "case-ledger-overdue", args: { ...args, overdue: overdue.length, which, more } } }];
  });
}

/** How a ledger has come out: how much of it is closed, and which cases are not, where any are. */
export type LedgerState = { readonly counts: Text; readonly open?: Text };

/** How each ledger has come out; a flow without a case has none. */
export function ledgerStates(house: House, seen: Seen = everything): readonly LedgerState[] {
  const now = house.clock.now();
  return publicFlows(house).flatMap((running): readonly LedgerState[] => {
    const all = casesOf(house, running, seen);
    if (all.length === 0) return [];
    const open = all.filter((doc) => isUnderWay(running.at(doc.flowHash), doc));
    const overdue = open.filter((doc) => isOverdue(running.at(doc.flowHash), doc, now)).length;
    const name = { label: running.flow.name };
    if (open.length === 0) return [{ counts: { key: "case-ledger-closed", args: { name, all: all.length } } }];
    const which = open.slice(0, LISTED).map((doc): Text => {
      const state = caseStanding(running.at(doc.flowHash), doc);
      return { key: "case-ledger-open", args: { case: numberAndUnit(house, running, doc), state } };
    });
    const counted = { all: all.length, closed: all.length - open.length, open: open.length, overdue };
    const more = open.length > LISTED ? "yes" : "no";
    return [
      {
        counts: { key: "case-ledger-left", args: { name, ...counted } },
        open: { key: "case-ledger-which", args: { which: { join: which, by: { key: "list-comma" } }, more } },
      },
    ];
  });
}

/** The ledgers as lists for the leaders' workbook, in a language; a flow without a case has none. */
export function ledgerSheets(house: House, language: Language, seen: Seen = everything): readonly Ledger[] {
  const { text } = wordingOf(language);
  return publicFlows(house).flatMap((running) => {
    const docs = casesOf(house, running, seen);
    if (docs.length === 0) return [];
    const asked = running.flow.questions.filter(({ type }) => type !== "confirm");
    const keys = ["number", "state", "unit", "opened", "due", "latest"].map((key) =>
      text({ key: `case-sheet-${key}` }),
    );
    const head = [...keys, ...asked.map(({ label }) => text({ label }))];
    const rows = docs.map((doc) => {
      const own = rowOf(house, running, doc);
      const answers = asked.map(({ id }): Text => {
        const answer = doc.answers[id];
        const flow = running.at(doc.flowHash);
        return answer && answer.kind !== "skipped"
          ? answerShown({ flow, units: house.people.roster.units }, id, answer)
          : "";
      });
      return [...own, ...answers].map(text);
    });
    return [{ name: text({ label: running.flow.name }), head, rows }];
  });
}

function rowOf(house: House, running: Running<CaseFlow>, doc: Case): readonly Text[] {
  const flow = running.at(doc.flowHash);
  const zone = { calendar: { zone: flow.zone } };
  const due = dueDate(flow, doc);
  const late = isOverdue(flow, doc, house.clock.now());
  const [first, last] = [doc.trail[0], doc.trail.at(-1)];
  return [
    String(numberOf(doc)),
    caseStanding(flow, doc),
    textOf(house.people.unit(doc.unit).short),
    first ? dayAndClock(first.at, zone) : "",
    due === undefined ? "" : late ? { key: "case-sheet-late", args: { day: dayNamed(due) } } : dayNamed(due),
    last ? dayAndClock(last.at, zone) : "",
  ];
}

function publicFlows({ cases }: House): readonly Running<CaseFlow>[] {
  return cases.flows.filter(({ flow }) => !flow.private);
}

function casesOf(house: House, running: Running<CaseFlow>, seen: Seen): readonly Case[] {
  return house.cases.of(running.flow.id).filter((doc) => seen(running, doc));
}

function numberAndUnit(house: House, running: Running<CaseFlow>, doc: Case): Text {
  const owner = doc.answers[running.at(doc.flowHash).owner];
  const unit = house.people.unit(owner?.kind === "unit" ? owner.unit : doc.unit);
  return { key: "case-ledger-one", args: { number: numberOf(doc), unit: textOf(unit.short) } };
}

function numberOf({ stage }: Case): number {
  return stage.kind === "opened" ? stage.number : 0;
}
