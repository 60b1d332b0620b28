import { createHash } from "node:crypto";
import { InputFile } from "grammy";
import type { FilePart } from "./encode.ts";

/** Ids of files that Telegram has already, by what they hold: the same file is uploaded once. */
export type KnownFiles = {
  /** What to send for a file: the id that it is known under, or its bytes. */
  of(file: FilePart): string | InputFile;
  learn(file: FilePart, id: string): void;
};

const MOST = 1_000;
/** Photos above these limits are refused, and go as documents. */
const PHOTO_BYTES = 10 * 2 ** 20;
const PHOTO_SIDES = 10_000;
const PHOTO_RATIO = 20;

/** No file is known yet; of many, those that were learnt last stay. */
export function knownFiles(): KnownFiles {
  const ids = new Map<string, string>();
  // A file that is known keeps the name that it was uploaded with.
  const key = ({ as, name, bytes }: FilePart) =>
    `${as} ${name} ${createHash("sha256").update(bytes).digest("base64url")}`;
  return {
    of: (file) => ids.get(key(file)) ?? new InputFile(file.bytes, plainName(file.name)),
    learn: (file, id) => {
      const [oldest] = ids.keys();
      if (ids.size >= MOST && oldest !== undefined) ids.delete(oldest);
      ids.set(key(file), id);
    },
  };
}

/** A name that Telegram keeps: it cuts at `;`, decodes `%XX`, and blanks what a file system reserves. */
export function plainName(name: string): string {
  const plain = name
    .replace(/[<>:"/\\|?*&;\p{Cc}]/gu, " ")
    .replaceAll("%", "％")
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" ? "file" : plain;
}

/** A picture that Telegram takes as a photo stays one; a very tall one, or one that is no PNG, goes as a document. */
export function fitting(file: FilePart): FilePart {
  return file.as === "photo" && !isPhoto(file.bytes) ? { ...file, as: "document" } : file;
}

function isPhoto(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || bytes.length > PHOTO_BYTES || view.getUint32(0) !== 0x89504e47) return false;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width + height <= PHOTO_SIDES && Math.max(width, height) <= PHOTO_RATIO * Math.min(width, height);
}
