import { emptyDoc, evolve } from "../../core/document.ts";
import type { DocKey } from "../../core/entry.ts";
import { asKey, type Line } from "../chain.ts";
import {
  type CheckpointFile,
  type Manifest,
  MOST_IN_A_FILE,
  readCheckpoint,
  readManifest,
  type Slot,
  writeCheckpoint,
  writeManifest,
} from "./checkpoint.ts";
import type { JournalRecord } from "./record.ts";
import { assertNext, type Place, scanSegment } from "./segment.ts";

/** The slot after one more line of the journal; where the line lies is noted once it is known to be there. */
export function foldLine(before: Slot | undefined, { key, entry, seq, hash }: Line, position: number): Slot {
  const doc = evolve(before?.doc ?? emptyDoc(key), entry);
  return { doc, seq, hash, position, places: before?.places ?? [] };
}

/** Folds a whole record that lies at `place`, document by document. */
export function foldRecord(
  record: JournalRecord,
  place: Place,
  get: (key: DocKey) => Slot | undefined,
  put: (key: DocKey, slot: Slot) => void,
): void {
  for (const [index, line] of record.lines.entries()) {
    const slot = foldLine(get(line.key), line, record.position + index);
    notePlace(slot, place);
    put(line.key, slot);
  }
}

/** A record with several entries of one document is one place. */
export function notePlace({ places }: Slot, place: Place): void {
  const last = places.at(-1);
  if (!last || last[0] !== place[0] || last[1] !== place[1]) places.push(place);
}

/**
 * Folds closed segments into new checkpoint files and swaps the manifest last, so that a crash at any moment leaves
 * the old checkpoints or the new ones. Segments that are folded already are passed over. Gives the manifest as it stands.
 */
export async function foldSegments(folder: string, segments: readonly number[]): Promise<{ manifest: Manifest }> {
  const before = await readManifest(folder);
  const fileOf = new Map(before.files.flatMap((file) => file.keys.map((key) => [key, file] as const)));
  const touched = new Map<string, Map<DocKey, Slot>>();
  const fresh = new Map<DocKey, Slot>();
  let { position } = before;
  // A turn whose end nobody heard of has put some in already: the manifest on disk tells, not whoever asks for the turn.
  for (const segment of segments.filter((each) => each > before.folded)) {
    for (const each of (await scanSegment(folder, segment, false)).records) {
      assertNext(folder, position, each);
      const { record, place } = each;
      for (const { key } of record.lines) {
        const file = fileOf.get(key);
        if (file && !touched.has(file.name)) touched.set(file.name, await readCheckpoint(folder, file));
      }
      const slots = (key: DocKey) => touched.get(fileOf.get(key)?.name ?? "") ?? fresh;
      foldRecord(
        record,
        place,
        (key) => slots(key).get(key),
        (key, slot) => slots(key).set(key, slot),
      );
      position = record.position + record.lines.length - 1;
    }
  }
  const folded = Math.max(before.folded, ...segments);
  const made: CheckpointFile[] = [];
  for (const slots of [...touched.values(), ...inFiles(fresh)]) {
    const name = `${folded}-${made.length}.json`;
    made.push({ name, sum: await writeCheckpoint(folder, name, slots), keys: [...slots.keys()] });
  }
  const kept = before.files.filter(({ name }) => !touched.has(name));
  const manifest: Manifest = { version: 1, rules: before.rules, folded, position, files: [...kept, ...made] };
  // Also where nothing was left to fold: whether its name was on disk when that turn ended nobody knows.
  await writeManifest(folder, manifest);
  return { manifest };
}

/** Documents that are read together lie together: those of one round, in the order of their names. */
function* inFiles(fresh: ReadonlyMap<DocKey, Slot>): Generator<ReadonlyMap<DocKey, Slot>> {
  const byParent = new Map<string, DocKey[]>();
  for (const key of [...fresh.keys()].sort()) {
    const parent = key.slice(0, key.lastIndexOf("/"));
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(key);
    else byParent.set(parent, [key]);
  }
  for (const keys of byParent.values())
    for (let at = 0; at < keys.length; at += MOST_IN_A_FILE) {
      const chosen = keys.slice(at, at + MOST_IN_A_FILE);
      yield new Map(
        chosen.flatMap((key) => {
          const slot = fresh.get(asKey(key));
          return slot ? [[key, slot] as const] : [];
        }),
      );
    }
}
