import type { CellId } from "../core/cells.ts";
import type { Doc } from "../core/document.ts";
import type { Addressed, DocKey, Entry, FlowId, RoundId, UnitId } from "../core/entry.ts";
import type { Phrase, Text } from "../core/message.ts";
import { wrong } from "../core/source/problem.ts";

/** A place in the change feed; 0 is the beginning. Later entries have higher ones, with or without gaps between. */
export type Position = number;

/** An entry as it was kept: its number within its document (from 1) and the chain's hash after it. */
export type Kept = { readonly entry: Entry; readonly seq: number; readonly hash: string };

/** The documents asked for, by key; one that has no entry yet is there empty. */
export type Docs = {
  get(key: DocKey): Doc;
};

/** The figures of a round in columns: `values[u * columns.length + c]`, `states` 0 not reported, 1 a figure, 2 n/a. */
export type Figures = {
  readonly units: readonly UnitId[];
  /** 0 none, 1 draft, 2 submitted; by unit. */
  readonly status: Uint8Array;
  readonly columns: readonly CellId[];
  readonly values: Float64Array;
  readonly states: Uint8Array;
};

/** Where a document's chain ends: how many entries it has, and the hash after the last. */
export type Head = { readonly key: DocKey; readonly seq: number; readonly hash: string };

/** What identifies a file: the SHA-256 of its bytes, in hex. */
export type FileHash = string;

/** The duty of doing what is owed: of several processes on one store one has it, and another once that one is gone. */
export type Duty = {
  /** Whether it is this process just now. */
  held(): boolean;
};

/** The whole port; `test/contracts/store.ts` is what every store must pass. */
export interface Store {
  /** The document, or undefined where it has no entry. */
  read(key: DocKey): Promise<Doc | undefined>;
  history(key: DocKey): Promise<readonly Kept[]>;
  /**
   * All or nothing over its keys, one at a time for each key, on disk when it resolves. `by` is pure and may be run
   * again; it may only address the keys named. Resolves to the documents after it. Rejects with a `StoreFailure`.
   */
  change(keys: readonly DocKey[], by: (docs: Docs) => readonly Addressed[]): Promise<Docs>;
  figures(flow: FlowId, round: RoundId): Promise<Figures>;
  /** Every entry after `position`, oldest first, then those to come, until the iteration is left or the store closes. */
  since(position: Position): AsyncIterable<Addressed & { readonly position: Position }>;
  /** The ends of the chains of all documents, or of those that have an entry after this one; all of it is durable. */
  heads(after?: Pick<Head, "key" | "seq">): Promise<readonly Head[]>;
  /** Where the feed ends now: everything up to there is durable, and whoever follows gets it before long. */
  position(): Promise<Position>;
  /** Stands for the duty of doing what is owed; `gained` is called each time that this process comes by it. */
  stand(gained: () => void): Promise<Duty>;
  /** Keeps a file that somebody sent; on disk when it resolves. An entry that names it is written after. */
  keepFile(bytes: Uint8Array): Promise<FileHash>;
  /** The file's bytes; undefined where none is kept under the hash. Rejects where it no longer holds what was kept. */
  readFile(hash: FileHash): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/**
 * Why a store would not do it. `unknown`: whether the change is on disk cannot be told; the store refuses further
 * writes until it has been reopened. `refused`: certainly not on disk. `damaged`: what is kept cannot be read.
 */
export class StoreFailure extends Error {
  readonly code: "unknown" | "refused" | "damaged" | "busy";
  /** The cause and the way out, for whoever tells an operator in words; `message` is for stacks alone. */
  readonly what: Phrase;
  readonly todo: Text;
  constructor(
    code: StoreFailure["code"],
    what: Phrase,
    { todo = wrong(what).fix, ...options }: { cause?: unknown; todo?: Text } = {},
  ) {
    super(plainly(what), options);
    this.name = "StoreFailure";
    this.code = code;
    this.what = what;
    this.todo = todo;
  }
}

/** A sentence as its key and what stands in it. */
function plainly({ key, args = {} }: Phrase): string {
  const given = Object.entries(args).map(
    ([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
  return given.length === 0 ? key : `${key} (${given.join(", ")})`;
}
