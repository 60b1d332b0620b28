import { isDeepStrictEqual } from "node:util";
import { shares } from "../core/directory.ts";
import { emptyDoc, evolve } from "../core/document.ts";
import { type DocKey, sealKey } from "../core/entry.ts";
import type { Phrase } from "../core/message.ts";
import { chained, type Line } from "./chain.ts";
import { type FileHash, type Head, StoreFailure } from "./store.ts";
import type { Portable } from "./survey.ts";

/** Something that is not as it was written: in which document, at which of its entries, and what. */
export type Finding = { readonly document: string; readonly entry: number; readonly what: Phrase };

/** What was gone through, and what was found. `end` is the hash that all seals end in, to be noted elsewhere. */
export type Verified = {
  readonly entries: number;
  readonly documents: number;
  readonly files: number;
  readonly seals: number;
  readonly end: string;
  readonly findings: readonly Finding[];
};

/**
 * Goes through everything that is kept: whether every chain is whole, ends no earlier than it was sealed at and holds
 * what was sealed; whether nothing is missing beside an entry but what was removed on request; whether every document is
 * the fold of its entries; and whether every file holds what was kept. Writes nothing. Rejects soon after `gone` was
 * aborted.
 */
export async function verify(store: Portable, gone?: AbortSignal): Promise<Verified> {
  const findings: Finding[] = [];
  const files = await filesOf(store, findings, gone);
  const sealed = (await readable(() => sealsOf(store), findings)) ?? unsealed;
  const removed = (await readable(() => removedOf(store), findings)) ?? new Map();
  const ends = await chainsOf(store, { sealed, removed, files, gone }, findings);
  const broken = new Set(findings.map(({ document }) => document));
  let entries = 0;
  for (const { key, seq } of ends.values()) {
    gone?.throwIfAborted();
    entries += seq;
    if (!broken.has(key)) await readable(() => foldOf(store, key, findings), findings);
  }
  const { seals, end } = sealed;
  return { entries, documents: ends.size, files: files.size, seals, end, findings };
}

type Sealed = {
  readonly heads: ReadonlyMap<string, ReadonlyMap<number, Mark>>;
  readonly seals: number;
  readonly end: string;
};
const unsealed: Sealed = { heads: new Map(), seals: 0, end: "" };
type Mark = { readonly hash: string; readonly at: number };

/** What is read; what keeps it from being read is a finding, told once, and the rest is gone through all the same. */
async function readable<T>(read: () => Promise<T>, findings: Finding[]): Promise<T | undefined> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof StoreFailure)) throw cause;
    cannotRead(cause, findings);
    return undefined;
  }
}

/** Tells once that the history cannot be read on, and where. */
function cannotRead({ what: why, todo }: StoreFailure, findings: Finding[]): void {
  if (isUnread(findings)) return;
  findings.push({ document: "history", entry: 0, what: { key: "verify-unreadable", args: { why, todo } } });
}

function isUnread(findings: readonly Finding[]): boolean {
  return findings.some(({ document }) => document === "history");
}

async function sealsOf(store: Portable): Promise<Sealed> {
  const heads = new Map<string, Map<number, Mark>>();
  const history = await store.history(sealKey);
  for (const { entry } of history)
    if (entry.kind === "sealed")
      for (const [key, [seq, hash]] of Object.entries(entry.heads)) {
        const marks = heads.get(key) ?? new Map<number, Mark>();
        heads.set(key, marks.set(seq, { hash, at: entry.at }));
      }
  const seals = history.filter(({ entry }) => entry.kind === "seal-closed").length;
  return { heads, seals, end: history.at(-1)?.hash ?? "" };
}

/** What was removed on request, by document and number. */
async function removedOf(store: Portable): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const removed = new Map<string, Set<number>>();
  for (const share of shares)
    for (const { entry } of await store.history(share))
      if (entry.kind === "forgotten")
        for (const [key, seqs] of Object.entries(entry.removed))
          removed.set(key, new Set([...(removed.get(key) ?? []), ...seqs]));
  return removed;
}

async function filesOf(
  store: Portable,
  findings: Finding[],
  gone: AbortSignal | undefined,
): Promise<ReadonlySet<FileHash>> {
  const files = await store.files();
  for (const hash of files)
    try {
      gone?.throwIfAborted();
      await store.readFile(hash);
    } catch (cause) {
      if (!(cause instanceof StoreFailure)) throw cause;
      const { what: why, todo } = cause;
      const unread = { key: "verify-file-unread", args: { why, todo } } as const;
      findings.push({
        document: `file ${hash}`,
        entry: 0,
        what: why.key === "store-file-damaged" ? { key: "verify-file" } : unread,
      });
    }
  return new Set(files);
}

/** What the entries are held against. */
type Known = {
  readonly sealed: Sealed;
  readonly removed: ReadonlyMap<string, ReadonlySet<number>>;
  readonly files: ReadonlySet<FileHash>;
  readonly gone: AbortSignal | undefined;
};

async function chainsOf(
  store: Portable,
  { sealed: { heads }, removed, files, gone }: Known,
  findings: Finding[],
): Promise<ReadonlyMap<string, Head>> {
  const ends = new Map<string, Head>();
  const resealed = new Set<DocKey>();
  for await (const lines of telling(store.lines(), findings)) {
    // Beside a running bot: those who wait for an answer come first.
    await new Promise((resolve) => setImmediate(resolve));
    gone?.throwIfAborted();
    for (const line of lines) {
      const { key, seq, hash } = line;
      const before = ends.get(key) ?? { key, seq: 0, hash: "" };
      const find = (what: Phrase) => findings.push({ document: key, entry: seq, what });
      const broken = breakIn(line, before);
      if (broken !== undefined) find(broken);
      if (seq <= before.seq) continue;
      ends.set(key, { key, seq, hash });
      const mark = heads.get(key)?.get(seq);
      if (mark && mark.hash !== hash && !resealed.has(key)) {
        resealed.add(key);
        find({ key: "verify-resealed", args: { at: moment(mark) } });
      }
      const gone = removed.get(key)?.has(seq) === true;
      if (line.removed !== undefined && !gone) find({ key: "verify-stripped" });
      if (line.entry.aside && gone) find({ key: "verify-not-removed" });
      if (line.entry.kind === "attached" && !files.has(line.entry.file.hash))
        find({ key: "verify-no-file", args: { hash: line.entry.file.hash } });
    }
  }
  // Where the history could not be read on, what comes after is not cut off: it was not looked at.
  if (isUnread(findings)) return ends;
  for (const [document, marks] of heads) {
    const last = Math.max(...marks.keys());
    const mark = marks.get(last);
    const seq = ends.get(document)?.seq ?? 0;
    if (mark && seq < last)
      findings.push({
        document,
        entry: seq + 1,
        what: { key: "verify-cut-off", args: { last: String(last), at: moment(mark) } },
      });
  }
  return ends;
}

/** The lines as far as they can be read; what keeps the rest from being read is a finding. */
async function* telling(lines: AsyncIterable<readonly Line[]>, findings: Finding[]): AsyncGenerator<readonly Line[]> {
  try {
    yield* lines;
  } catch (cause) {
    if (!(cause instanceof StoreFailure)) throw cause;
    cannotRead(cause, findings);
  }
}

/** What is wrong between an entry and the one before it; nothing where it continues the chain. */
function breakIn({ seq, entry, hash, salt, removed }: Line, before: Head): Phrase | undefined {
  if (seq <= before.seq) return { key: "verify-inserted" };
  if (seq > before.seq + 1)
    return before.seq + 2 === seq
      ? { key: "verify-gap", args: { entry: String(seq - 1) } }
      : { key: "verify-gaps", args: { first: String(before.seq + 1), last: String(seq - 1) } };
  if (hash !== chained(before.hash, entry, salt, removed)) return { key: "verify-changed" };
  return undefined;
}

/** Whether the document, which everything else is read from, is what its entries come to. */
async function foldOf(store: Portable, key: DocKey, findings: Finding[]): Promise<void> {
  // Beside a running bot an entry may come between the two readings.
  for (let tries = 1; ; tries += 1) {
    const history = await store.history(key);
    const folded = history.reduce((doc, { entry }) => evolve(doc, entry), emptyDoc(key));
    if (isDeepStrictEqual(asJson(await store.read(key)), asJson(folded))) return;
    const settled = (await store.history(key)).length === history.length;
    if (settled || tries === 5) {
      findings.push({ document: key, entry: history.length, what: { key: "verify-fold" } });
      return;
    }
  }
}

const asJson = (doc: unknown): unknown => JSON.parse(JSON.stringify(doc ?? null));

const moment = ({ at }: Mark): string => new Date(at).toISOString();
