import type { Inbound } from "../core/message.ts";

type SentFile = Extract<Inbound, { kind: "sent-file" }>;

/** Larger ones are no filled-in form. */
const LARGEST = 20 * 1024 * 1024;

/** Whether a file can be an Excel workbook, by its name and its first bytes: a zip, or the older format's mark. */
export async function looksLikeWorkbook(file: SentFile): Promise<boolean> {
  if (!/\.xlsx?$/i.test(file.name) || file.size > LARGEST || file.size === 0) return false;
  const bytes = await file.bytes();
  const [a, b] = bytes;
  const zip = a === 0x50 && b === 0x4b;
  const compound = a === 0xd0 && b === 0xcf;
  return zip || compound;
}
