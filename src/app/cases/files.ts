import type { CaseAnswer } from "../../core/case.ts";
import type { Block, Text } from "../../core/message.ts";
import { type FileHash, StoreFailure } from "../../store/store.ts";
import type { House } from "../house.ts";

/** The photos and documents among answers of a case, to be looked at; one that is not there any more says so. */
export async function caseFiles(
  house: House,
  answers: Readonly<Record<string, CaseAnswer>>,
): Promise<readonly Block<Text>[]> {
  const blocks: Block<Text>[] = [];
  for (const answer of Object.values(answers)) {
    if (answer.kind !== "file") continue;
    const bytes = await fileOf(house, answer.hash);
    const { name, type } = answer;
    if (!bytes) blocks.push({ kind: "text", text: { key: "files-gone", args: { name } } });
    else if (/^image\/(jpeg|png)$/.test(type)) blocks.push({ kind: "picture", name, bytes, alt: name });
    else blocks.push({ kind: "file", name, bytes });
  }
  return blocks;
}

/** A file's bytes; one that no longer holds what was kept is gone as well, and keeps no message from going out. */
async function fileOf(house: House, hash: FileHash): Promise<Uint8Array | undefined> {
  try {
    return await house.store.readFile(hash);
  } catch (cause) {
    if (cause instanceof StoreFailure && cause.code === "damaged") return undefined;
    // One that cannot be read just now holds up its own message alone, and the store keeps on keeping.
    throw new Error("a file of a case cannot be read now", { cause });
  }
}
