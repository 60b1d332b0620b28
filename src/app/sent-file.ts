import { type Inbound, type Say, sentence } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { Unreadable } from "../imports/import.ts";
import { fileKind } from "./file-kind.ts";
import type { House } from "./house.ts";
import { interview } from "./interview.ts";

/** Larger ones are no filled-in form, and no photo that a return needs. */
const LARGEST = 20 * 1024 * 1024;

type SentFile = Extract<Inbound, { kind: "sent-file" }>;

/** What became of a file: it was dealt with, words under it too, or it was not taken at all. */
export type TakenFile = { readonly kind: "taken" | "refused"; readonly says: readonly Say[] };

/** Takes a file of a liaison: a workbook is read for its figures, a photo or document is kept with the report. */
export async function takeFile(house: House, member: Member, file: SentFile, id: string): Promise<TakenFile> {
  const name = file.name.slice(0, 80);
  if ((file.size ?? 0) > LARGEST) return refused("file-too-large", name);
  const bytes = await file.bytes();
  if (bytes.length === 0) return refused("file-empty", name);
  if (bytes.length > LARGEST) return refused("file-too-large", name);
  const found = fileKind(name, bytes);
  const about = { id, channel: file.from.channel, ...(file.caption ? { words: file.caption.text } : {}) };
  switch (found.kind) {
    case "other":
      return refused("file-other", name);
    case "evidence": {
      const hash = await house.store.keepFile(bytes);
      const album = file.album === undefined ? {} : { album: file.album };
      const attachment = { hash, name, size: bytes.length, type: found.type, ...album };
      return taken(await interview(house, member, { ...about, kind: "attached", file: attachment }, file));
    }
    case "workbook": {
      let why: Unreadable = "not-a-workbook";
      for (const each of house.imports) {
        const read = await each.read(name, bytes);
        if (read.kind === "unreadable") {
          why = read.why;
          continue;
        }
        // Kept first, so that what the figures came from can always be looked up.
        const hash = await house.store.keepFile(bytes);
        const from = { kind: "file", name, hash } as const;
        return taken(await interview(house, member, { ...about, kind: "sheets", sheets: read.sheets, from }, file));
      }
      return refused(`file-${why}`, name);
    }
  }
}

function taken(says: readonly Say[]): TakenFile {
  return { kind: "taken", says };
}

function refused(key: string, name: string): TakenFile {
  return { kind: "refused", says: [sentence({ key, args: { name } })] };
}
