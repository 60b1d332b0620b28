/** What a file is by its first bytes; a name says nothing. */
export type FileKind =
  | { readonly kind: "workbook" }
  /** Fit to be kept as evidence, with its media type. */
  | { readonly kind: "evidence"; readonly type: string }
  | { readonly kind: "other" };

const marks: readonly (readonly [type: string, at: number, mark: readonly number[]])[] = [
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/webp", 8, [0x57, 0x45, 0x42, 0x50]],
  ["image/heic", 4, [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69]],
  ["application/pdf", 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
];
/** Zip archives that hold a document; whether one is a workbook its reader tells. */
const zip = [0x50, 0x4b];
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const documents: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ofd: "application/ofd",
};

/** Tells a workbook from a photo or document and from anything else. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const starts = (mark: readonly number[], at = 0) => mark.every((byte, index) => bytes[at + index] === byte);
  const found = marks.find(([, at, mark]) => starts(mark, at));
  if (found) return { kind: "evidence", type: found[0] };
  if (!starts(zip) && !starts(compound)) return { kind: "other" };
  const type = starts(zip) ? documents[name.toLowerCase().split(".").at(-1) ?? ""] : undefined;
  return type ? { kind: "evidence", type } : { kind: "workbook" };
}
