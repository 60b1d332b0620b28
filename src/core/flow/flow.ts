import type { CellId, Cells, Filled } from "../cells.ts";
import type { Label } from "../message.ts";
import { workedOut } from "../worked-out.ts";
import type { Check, Column, FlowFile, Question } from "./schema.ts";

export type Row = {
  readonly id: string;
  readonly label: Label;
  readonly short: Label;
  readonly aliases: readonly string[];
};

/** A group with its columns in full (`like` resolved); `sums` names the groups that a computed one adds up. */
export type Group = {
  readonly id: string;
  readonly label: Label;
  readonly short: Label;
  readonly aliases: readonly string[];
  readonly columns: readonly FlowColumn[];
  readonly sums?: readonly string[];
  /** What its figures stand under by themselves. */
  readonly heading?: Label;
};
export type FlowColumn = Column & { readonly short: Label };

export type FlowBlock = {
  readonly id: string;
  readonly label: Label;
  readonly printed: boolean;
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
};

/** What a check saw and found: the figures of one row and group, or one figure, or the report as a whole. */
export type Finding = {
  readonly check: string;
  readonly level: Check["level"];
  /** The cells that contradict each other; empty for a check of the whole report. */
  readonly cells: readonly CellId[];
  readonly say: Label;
  /** The figures named in the sentence, by column id. */
  readonly figures: Readonly<Record<string, number>>;
  /** A warning that may stand only with a reason in words. */
  readonly needsReason: boolean;
  /** Figures that the flow thinks likelier, by cell; the likeliest first. */
  readonly repairs: readonly Cells[];
};

/** What the checks look at: this round's cells, the sums of earlier rounds, the unit's own past. */
export type CheckInput = {
  readonly department: string;
  readonly cells: Filled;
  /** Sums over the unit's earlier submitted rounds. */
  readonly before: Cells;
  /** For each cell the figures of the unit's earlier submitted rounds, oldest first. */
  readonly past: Readonly<Record<CellId, readonly number[]>>;
  /** Zero reports that came just before, in a row. */
  readonly zerosBefore: number;
  readonly zero: boolean;
  /** The amounts that were written with their unit. */
  readonly measured?: readonly CellId[];
};

/** A questionnaire that has passed every check at load: the file, resolved and compiled. */
export type Flow = Omit<FlowFile, "blocks"> & {
  /** SHA-256 of the text, hex; an open round goes on under the flow it was opened with. */
  readonly hash: string;
  readonly text: string;
  readonly blocks: readonly FlowBlock[];
  /** Runs the checks of a level whose cells touch `only` (all where absent); one finding for each row and group that fails. */
  readonly check: (input: CheckInput, only?: ReadonlySet<CellId>, level?: Check["level"]) => readonly Finding[];
};

/** What a flow asks of whom, without its checks. */
export type Form = Pick<Flow, "id" | "asks" | "questions" | "blocks">;

/** A cell's id, of the three that lead to it. */
export const cellId = (row: string, group: string, column: string): CellId => `${row}.${group}.${column}`;

/** The block by id. Throws on an unknown one: the loader has checked every reference. */
export function blockOf(flow: Form, id: string): FlowBlock {
  const block = flow.blocks.find((each) => each.id === id);
  if (!block) throw new Error(`flow ${flow.id} has no block ${id}`);
  return block;
}

/** The group of a block by id. Throws on an unknown one. */
export function groupOf(block: FlowBlock, id: string): Group {
  const group = block.groups.find((each) => each.id === id);
  if (!group) throw new Error(`block ${block.id} has no group ${id}`);
  return group;
}

/** The columns of a group that are asked: neither computed themselves nor in a computed group. */
export function askedColumns(group: Group): readonly FlowColumn[] {
  return group.sums ? [] : group.columns.filter((column) => !column.computed);
}

/** The questions that a department is asked, in order; none where the flow does not name it. */
export function questionsFor(flow: Form, department: string): readonly Question[] {
  const ids = flow.asks[department] ?? [];
  return ids.map((id) => {
    const question = flow.questions.find((each) => each.id === id);
    if (!question) throw new Error(`flow ${flow.id} has no question ${id}`);
    return question;
  });
}

/** A place in the form: block, row, group, column of one asked cell. */
export type Place = {
  readonly id: CellId;
  readonly block: FlowBlock;
  readonly row: Row;
  readonly group: Group;
  readonly column: FlowColumn;
};

/** What is asked follows from the form alone and is looked up with every answer: worked out once for each department. */
const asked = new WeakMap<Form, Map<string, readonly Place[]>>();

/** Every cell that a department is asked, in the order of the form. */
export function askedOf(flow: Form, department: string): readonly Place[] {
  const ofForm = workedOut(asked, flow, () => new Map<string, readonly Place[]>());
  return workedOut(ofForm, department, () => placesOf(flow, department));
}

function placesOf(flow: Form, department: string): readonly Place[] {
  return questionsFor(flow, department).flatMap((question) => {
    if (question.type !== "table") return [];
    const block = blockOf(flow, question.block);
    const rows = block.rows.filter((row) => !question.rows || question.rows.includes(row.id));
    const groups = block.groups.filter((group) => !question.groups || question.groups.includes(group.id));
    return rows.flatMap((row) =>
      groups.flatMap((group) =>
        askedColumns(group).map((column) => ({ id: cellId(row.id, group.id, column.id), block, row, group, column })),
      ),
    );
  });
}
