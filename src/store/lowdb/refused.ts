import { codeOf, isOfSystem } from "../cause.ts";
import { StoreFailure } from "../store.ts";

/** What an operator is told when a folder cannot be used. */
export function refused(folder: string, cause: unknown): StoreFailure {
  if (cause instanceof StoreFailure) return cause;
  const args = { folder, code: codeOf(cause) };
  const key = isOfSystem(cause) ? "store-folder-refused" : "store-not-opened";
  return new StoreFailure("refused", { key, args }, { cause });
}

/** Does something in a folder; what keeps it from that is told as such. */
export async function orRefused<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw refused(folder, cause);
  }
}

/** Does something with what may be gone by then; undefined where it is. What else keeps it from that is told as such. */
export async function whereThere<T>(path: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw refused(path, cause);
  }
}

/**
 * Whether what is kept is not there as it was: a sector that went bad, a file that is missing. All else, such as a right
 * that is wanting or a server that does not answer, may pass, and nothing has to be restored for it.
 */
export function isBad(cause: unknown): boolean {
  return ["EIO", "EUCLEAN", "EBADMSG", "EISDIR", "ENOTDIR", "ENOENT"].includes(codeOf(cause));
}

/** Reads what is kept. What cannot be read, as where a sector went bad, is damage like any other, and its place is told. */
export async function orDamaged<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof StoreFailure || !isOfSystem(cause)) throw cause;
    if (!isBad(cause)) throw refused(path, cause);
    throw new StoreFailure("damaged", { key: "store-unread", args: { path, code: codeOf(cause) } }, { cause });
  }
}
