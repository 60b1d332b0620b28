import { type CellId, type Cells, cellAt, withCells } from "../cells.ts";
import { askedOf } from "../flow/flow.ts";
import { type Block, say, type Text } from "../message.ts";
import type { Proposed } from "../report-entry.ts";
import { actionText } from "./actions.ts";
import { sentenceOf, unsettled } from "./doubts/checking.ts";
import { placeName, showValue } from "./echo.ts";
import type { Outcome } from "./outcome.ts";
import { showFigure } from "./reading/quantity.ts";
import { computedAt } from "./sheet/weigh.ts";
import type { Situation } from "./situation.ts";

/** The prompts that put a proposal: as a whole, or one of its items after the other. */
export const proposalScreen = "proposal";
export const eachScreen = "proposal/each";

/** As many items are listed; the rest is counted, and seen one by one. */
const LISTED = 12;

/** What a sheet says otherwise than what stands, for one yes; nothing where no proposal waits. */
export function proposalBlocks(situation: Situation, each: boolean): readonly Block<Text>[] {
  const { flow, round, report } = situation;
  const { proposal } = report;
  const [first] = proposal?.items ?? [];
  if (!proposal || !first) return [];
  const button = (verb: "yes" | "no" | "go", value = "") => actionText(verb, flow, round.round, proposalScreen, value);
  if (each && proposal.items.length > 1)
    return [
      say({ key: "proposal-left", args: { count: proposal.items.length } }),
      say(itemText(first, situation)),
      {
        kind: "choices",
        choices: [
          { label: { key: "proposal-take-one" }, action: button("yes", String(first.id)) },
          { label: { key: "proposal-leave-one" }, action: button("no", String(first.id)) },
          { label: { key: "proposal-take-all" }, action: button("yes") },
        ],
      },
    ];
  const listed = proposal.items.slice(0, LISTED);
  const more = proposal.items.length - listed.length;
  return [
    say({ key: "proposal-heading", args: { count: proposal.items.length } }),
    ...differences(listed, situation),
    ...(more > 0 ? [say({ key: "proposal-more", args: { count: more } })] : []),
    {
      kind: "choices",
      choices: [
        { label: { key: more + listed.length > 1 ? "proposal-take-all" : "proposal-take-one" }, action: button("yes") },
        ...(proposal.items.length > 1 ? [{ label: { key: "proposal-one-by-one" }, action: button("go") }] : []),
        { label: { key: "proposal-leave" }, action: button("no") },
      ],
    },
  ];
}

/** Figures that differ, side by side where there are several; what else there is to look at, line by line. */
function differences(items: readonly Proposed[], situation: Situation): readonly Block<Text>[] {
  const changes = items.filter(({ kind }) => kind === "change");
  const others = items.filter((item) => changes.length < 2 || !changes.includes(item));
  const rows = changes.map(({ cells }): readonly Text[] => {
    const [id = ""] = Object.keys(cells);
    const [before, after] = [cellAt(situation.report.cells, id), cells[id]];
    return [
      cellName(id, situation),
      before === undefined ? "" : showValue(before),
      after === undefined ? "" : showValue(after),
    ];
  });
  const head = [{ key: "proposal-where" }, { key: "proposal-stands" }, { key: "proposal-on-sheet" }];
  return [
    ...(changes.length < 2 ? [] : [{ kind: "table" as const, head, rows }]),
    ...others.map((item) => say(itemText(item, situation))),
  ];
}

/** Takes the items that were agreed to: all, or the one with this id. What would contradict a check is told and left. */
export function adopt(situation: Situation, id?: number): Outcome | undefined {
  const items = chosen(situation, id);
  const { proposal, cells } = situation.report;
  if (!proposal || items.length === 0) return undefined;
  const wanted: Cells = Object.assign({}, ...items.map((item) => item.cells));
  const errors = unsettled("error", situation, withCells(cells, wanted), Object.keys(wanted));
  const wrong = new Set(errors.flatMap((error) => error.cells));
  const sound = items.filter((item) => !Object.keys(item.cells).some((cell) => wrong.has(cell)));
  const adopted: Cells = Object.assign({}, ...sound.map((item) => item.cells));
  const left = items.filter((item) => !sound.includes(item));
  return {
    entries: [
      ...(sound.length > 0
        ? [{ kind: "adopted" as const, items: sound.map((item) => item.id), cells: adopted, from: proposal.from }]
        : []),
      ...(left.length > 0 ? [{ kind: "set-aside" as const, items: left.map((item) => item.id) }] : []),
    ],
    lead: [
      ...(sound.length > 0 ? [say({ key: "proposal-taken", args: { count: sound.length } })] : []),
      ...errors.map((error) => say({ key: "interview-error", args: { error: sentenceOf(error) } })),
      ...(left.length > 0 ? [say({ key: "proposal-not-taken", args: { count: left.length } })] : []),
    ],
    ask: { kind: "next" },
  };
}

/** Leaves what stands as it is: for all items, or the one with this id. */
export function setAside(situation: Situation, id?: number): Outcome | undefined {
  const items = chosen(situation, id);
  if (items.length === 0) return undefined;
  return {
    entries: [{ kind: "set-aside", items: items.map((item) => item.id) }],
    lead: [say({ key: "proposal-left-alone", args: { count: items.length } })],
    ask: { kind: "next" },
  };
}

function chosen({ report }: Situation, id: number | undefined): readonly Proposed[] {
  const items = report.proposal?.items ?? [];
  return id === undefined ? items : items.filter((item) => item.id === id);
}

function itemText(item: Proposed, situation: Situation): Text {
  const [id] = Object.keys(item.cells);
  switch (item.kind) {
    case "change": {
      const [before, after] = [cellAt(situation.report.cells, id ?? ""), item.cells[id ?? ""]];
      const values = {
        before: before === undefined ? "" : showValue(before),
        after: after === undefined ? "" : showValue(after),
      };
      return { key: "proposal-change", args: { where: cellName(id, situation), ...values } };
    }
    case "rate":
      return {
        key: "proposal-rate",
        args: {
          computed: computedName(item.of, situation),
          written: showFigure(item.written),
          where: cellName(id, situation),
          figure: showValue(item.cells[id ?? ""] ?? 0),
        },
      };
    case "total": {
      const args = {
        computed: computedName(item.of, situation),
        written: showFigure(item.written),
        sum: showFigure(item.sum),
      };
      if (id === undefined) return { key: "proposal-total", args };
      return {
        key: "proposal-part",
        args: { ...args, where: cellName(id, situation), figure: showValue(item.cells[id] ?? 0) },
      };
    }
  }
}

function cellName(id: CellId | undefined, { flow, unit }: Situation): Text {
  const place = askedOf(flow, unit.department ?? "").find((each) => each.id === id);
  return place ? { join: [placeName(place), { label: place.column.short }] } : "";
}

function computedName(id: CellId, situation: Situation): Text {
  const at = computedAt(id, situation);
  if (!at) return "";
  return {
    join: [{ label: at.row.short }, ...(at.group.sums ? [{ label: at.group.short }] : []), { label: at.column.short }],
  };
}
