import { readFileSync } from "node:fs";
import { evolve } from "../../src/core/document.ts";
import { type Addressed, personKey, reportKey, roundKey } from "../../src/core/entry.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import { loadFlow } from "../../src/core/flow/load.ts";
import { decide } from "../../src/core/interview/decide.ts";
import { waitingWords, withWords } from "../../src/core/interview/meant/prompt-words.ts";
import { triedWords } from "../../src/core/interview/refused/tried-words.ts";
import { type GridCell, pastedSheet, type Sheet } from "../../src/core/interview/sheet/grid.ts";
import type { InterviewInput, Past, Situation } from "../../src/core/interview/situation.ts";
import type { Block, Choice, Say } from "../../src/core/message.ts";
import { emptyPerson, type Person, type Prompt } from "../../src/core/person.ts";
import { emptyReport, type Report } from "../../src/core/report.ts";
import type { Unit } from "../../src/core/roster.ts";
import { emptyRound, type Round } from "../../src/core/round.ts";
import { type Language, wordingOf } from "../../src/wording/wording.ts";

/** The real campaign's flow, loaded as the bot loads it. */
export function realFlow(): Flow {
  return flowFrom("flows/epidemic-supplies-weekly.yaml");
}

/** A flow file of the repository; throws with its problems where it has any. */
export function flowFrom(path: string): Flow {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const loaded = loadFlow(text, "hash");
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems, undefined, 1));
  return loaded.flow;
}

const opened = Date.UTC(2020, 4, 19, 1, 0);
const due = Date.UTC(2020, 4, 21, 9, 0);

export type Talk = {
  say(text: string): string;
  command(command: Extract<InterviewInput, { kind: "command" }>["command"], args?: string): string;
  /** Presses the button of the last message whose label begins so. */
  press(label: string): string;
  /** Presses an action as it stands, whether it was shown or not. */
  forge(action: string, fields?: Record<string, string>): string;
  form(fields: Record<string, string>): string;
  /** Sends a photo of this name. */
  attach(name: string): string;
  /** Sends a workbook of one sheet, its cells given as a spreadsheet copies them. */
  upload(name: string, cells: string): string;
  /** Puts the person back to an earlier prompt: what happened since was somebody else's doing. */
  remember(prompt: Prompt | undefined): void;
  buttons(): readonly Choice<string>[];
  /** The last message, in words. */
  blocks(): readonly Block<string>[];
  report(): Report;
  round(): Round;
  person(): Person;
  entries(): readonly Addressed[];
  /** Other circumstances from here on: time, the round's state, earlier rounds. */
  set(
    change: Partial<Pick<Situation, "now" | "sentAt" | "past" | "head" | "office">> & {
      round?: Partial<Round>;
      /** What the liaison is called. */
      name?: string;
    },
  ): void;
};

/** A liaison's talk with the interview alone: no store, no channel, the clock standing still. */
export function talk(flow: Flow, department: string, language: Language = "zh-CN", past: Past = []): Talk {
  const unit: Unit = {
    id: "fuzhou-market",
    name: { "zh-CN": "福州市市场监督管理局", en: "Fuzhou Market Regulation" },
    short: { "zh-CN": "福州市监", en: "Fuzhou Market" },
    department,
    reports: true,
  };
  let report = emptyReport(flow.id, "2020-05-21", unit.id);
  let person = emptyPerson("fuzhou-market-liaison");
  let last: readonly Block<string>[] = [];
  let count = 0;
  const entries: Addressed[] = [];
  const round: Round = {
    ...emptyRound(flow.id, "2020-05-21"),
    state: "open",
    number: 1,
    due,
    covers: { from: Date.UTC(2020, 4, 10, 16), to: Date.UTC(2020, 4, 20, 16) },
    units: [unit.id],
  };
  let around: Pick<Situation, "now" | "sentAt" | "past" | "round" | "head" | "office"> = {
    now: opened,
    sentAt: opened,
    past,
    round,
  };
  let called = "福州市市场监督管理局联络员";
  const take = (input: Record<string, unknown> & { kind: string }, give: (id: string) => InterviewInput): string => {
    count += 1;
    const situation: Situation = {
      flow,
      report,
      person: withWords(
        person,
        waitingWords(
          person,
          entries.map(({ entry }) => entry),
        ),
      ),
      unit,
      ...around,
      triedWords: triedWords(entries.map(({ entry }) => entry)),
      member: { id: person.person, name: called, role: "liaison", unit: unit.id, addresses: {} },
    };
    const step = decide(situation, give(`m${count}`));
    for (const { key, entry } of step.entries) {
      entries.push({ key, entry });
      if (key === reportKey(flow.id, around.round.round, unit.id)) {
        const after = evolve({ kind: "report", doc: report }, entry);
        if (after.kind === "report") report = after.doc;
      } else if (key === personKey(person.person)) {
        const after = evolve({ kind: "person", doc: person }, entry);
        if (after.kind === "person") person = after.doc;
      } else if (key === roundKey(flow.id, around.round.round)) {
        const after = evolve({ kind: "round", doc: around.round }, entry);
        if (after.kind === "round") around = { ...around, round: after.doc };
      } else throw new Error(`an entry for ${key} after ${input.kind}`);
    }
    if (step.replies.length > 1) throw new Error("more than one message in reply to one");
    last = step.replies.flatMap((reply: Say) => wordingOf(language).blocks(reply.blocks));
    return shown(last);
  };
  const channel = "simulator";
  const buttons = () => last.flatMap((block) => (block.kind === "choices" ? block.choices : []));
  return {
    say: (text) => take({ kind: "said" }, (id) => ({ id, channel, kind: "said", text })),
    command: (command, args = "") =>
      take({ kind: "command" }, (id) => ({ id, channel, kind: "command", command, args })),
    press: (label) => {
      const choice = buttons().find((each) => each.label.startsWith(label));
      if (!choice) throw new Error(`no button ${label} among ${buttons().map((each) => each.label)}`);
      return take({ kind: "pressed" }, (id) => ({ id, channel, kind: "pressed", action: choice.action }));
    },
    forge: (action, fields = {}) =>
      take({ kind: "pressed" }, (id) => ({ id, channel, kind: "pressed", action, fields })),
    form: (fields) => {
      const form = last.find((block) => block.kind === "inputs");
      if (!form) throw new Error("no form is shown");
      return take({ kind: "pressed" }, (id) => ({ id, channel, kind: "pressed", action: form.action, fields }));
    },
    attach: (name) =>
      take({ kind: "attached" }, (id) => {
        const file = { hash: name, name, size: 1_000, type: "image/jpeg" };
        return { id, channel, kind: "attached", file };
      }),
    upload: (name, cells) =>
      take({ kind: "sheets" }, (id) => {
        const from = { kind: "file", name, hash: name } as const;
        return { id, channel, kind: "sheets", sheets: [sheetFrom(cells)], from };
      }),
    remember: (prompt) => {
      const { prompt: _now, ...rest } = person;
      person = prompt ? { ...rest, prompt } : rest;
    },
    buttons,
    blocks: () => last,
    report: () => report,
    round: () => around.round,
    person: () => person,
    entries: () => entries,
    set: ({ round: change, name, ...rest }) => {
      called = name ?? called;
      around = { ...around, ...rest, round: { ...around.round, ...change } };
    },
  };
}

/** A sheet as a workbook holds it: what is wholly a figure is a number there. */
function sheetFrom(text: string): Sheet {
  const { lines } = pastedSheet(text);
  const plain = (cell: GridCell) => (typeof cell === "string" && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell);
  return { name: "表", lines: lines.map((line) => ({ ...line, cells: line.cells.map(plain) })) };
}

/** A message as lines of text, buttons in brackets, as the storyboard shows them. */
export function shown(blocks: readonly Block<string>[]): string {
  return blocks.map(shownBlock).join("\n");
}

function shownBlock(block: Block<string>): string {
  switch (block.kind) {
    case "heading":
    case "text":
      return block.text;
    case "fields":
      return block.fields.map(({ label, value }) => `${label}：${value}`).join("\n");
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
    case "progress":
      return `▓${block.done}/${block.of}`;
    case "choices":
      return block.choices.map(({ label, ticked }) => `[${label}${ticked ? " ✓" : ""}]`).join(" ");
    case "inputs":
      return `{${block.inputs.map(({ label }) => label).join(" ")}}`;
    case "picture":
    case "file":
      return `(${block.name})`;
  }
}
