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

/** What keeps it from being read now and need not for long: it is no damage, and nothing has to be restored for it. */
export function isPassing(cause: unknown): boolean {
  return ["EACCES", "EPERM", "EMFILE", "ENFILE", "ENOMEM"].includes(codeOf(cause));
}

/** Reads what is kept. What cannot be read, as where a sector went bad, is damage like any other, and its place is told. */
export async function orDamaged<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof StoreFailure || !isOfSystem(cause)) throw cause;
    if (isPassing(cause)) throw refused(path, cause);
    throw new StoreFailure("damaged", { key: "store-unread", args: { path, code: codeOf(cause) } }, { cause });
  }
}
