import type { Inbound } from "../../core/message.ts";
import type { Matter } from "../../core/person.ts";
import type { Member } from "../../core/roster.ts";
import { fileKind } from "../file-kind.ts";
import type { House } from "../house.ts";
import type { TakenFile } from "../sent-file.ts";
import { type CaseMessage, dealWith } from "./talk.ts";

/** The largest photo or document that a case takes, in bytes. */
const LARGEST = 10 * 1024 * 1024;

type SentFile = Extract<Inbound, { kind: "sent-file" }>;

/** Takes a file that is sent while a question of a case stands; a workbook is a document like any other there. */
export async function takeCaseFile(
  house: House,
  member: Member,
  matter: Matter,
  file: SentFile,
  message: CaseMessage,
): Promise<TakenFile> {
  const name = file.name.slice(0, 80);
  if (file.size !== undefined && file.size > LARGEST) return refused("attached-too-large", name);
  const bytes = await file.bytes();
  if (bytes.length > LARGEST) return refused("attached-too-large", name);
  if (bytes.length === 0) return refused("file-empty", name);
  const found = fileKind(name, bytes);
  if (found.kind === "other") return refused("file-other", name);
  const type = found.kind === "evidence" ? found.type : "application/octet-stream";
  const hash = await house.store.keepFile(bytes);
  const kept = { kind: "file", hash, name, size: bytes.length, type } as const;
  const words = file.caption ? { words: file.caption.text } : {};
  const says = await dealWith(house, member, matter, { kind: "attached", file: kept, ...words }, message);
  return { kind: "taken", says };
}

function refused(key: string, name: string): TakenFile {
  const text = { key, args: { name, most: LARGEST / 1024 ** 2 } };
  return { kind: "refused", says: [{ blocks: [{ kind: "text", text }] }] };
}
