import { inflateRawSync } from "node:zlib";
import type { Unreadable } from "../import.ts";

/** A part of the archive as its directory names it. */
type Part = { readonly name: string; readonly method: number; readonly packed: number; readonly at: number };

/** A workbook is no larger than this when unpacked, in bytes: in all, and each of its parts. */
const UNPACKED = 64 * 1024 * 1024;
const LARGEST_PART = 32 * 1024 * 1024;
const MOST_PARTS = 2_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** Why bytes cannot be a workbook that is safe to open; undefined where they can. Nothing of it is kept unpacked. */
export function flawOf(bytes: Uint8Array): Unreadable | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length >= 8 && view.readUInt32BE(0) === 0xd0cf11e0) return isEncrypted(view) ? "encrypted" : "old-format";
  if (view.length < 4 || view.readUInt16BE(0) !== 0x504b) return "not-a-workbook";
  try {
    const parts = partsOf(view);
    if (!parts) return "damaged";
    if (parts === "too-many") return "too-much-inside";
    if (!parts.some(({ name }) => name === "xl/workbook.xml")) return "not-a-workbook";
    return unpacks(view, parts);
  } catch {
    // Offsets that lead out of the file, streams that break off.
    return "damaged";
  }
}

/** Office keeps an encrypted workbook as a stream of this name in the container that old workbooks use as well. */
function isEncrypted(view: Buffer): boolean {
  return view.includes(Buffer.from("EncryptedPackage", "utf16le"));
}

function partsOf(view: Buffer): readonly Part[] | "too-many" | undefined {
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || view.readUInt32LE(end) !== END) return undefined;
  const count = view.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return "too-many";
  const parts: Part[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (view.readUInt32LE(at) !== ENTRY) return undefined;
    const [name, extra, comment] = [view.readUInt16LE(at + 28), view.readUInt16LE(at + 30), view.readUInt16LE(at + 32)];
    parts.push({
      name: view.toString("utf8", at + 46, at + 46 + name).replace(/^\//, ""),
      method: view.readUInt16LE(at + 10),
      packed: view.readUInt32LE(at + 20),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** Unpacks every part for its true length alone: what an archive says of its own sizes may be a lie. */
function unpacks(view: Buffer, parts: readonly Part[]): Unreadable | undefined {
  let total = 0;
  for (const { at, packed, method } of parts) {
    if (view.readUInt32LE(at) !== LOCAL) return "damaged";
    const from = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
    if (from + packed > view.length) return "damaged";
    const length = method === 0 ? packed : unpackedLength(view.subarray(from, from + packed));
    if (length === undefined) return "too-much-inside";
    total += length;
    if (total > UNPACKED) return "too-much-inside";
  }
  return undefined;
}

function unpackedLength(packed: Buffer): number | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_PART }).length;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE") return undefined;
    throw cause;
  }
}
