import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { toMend } from "./core/source/problem.ts";
import { StartError } from "./failures.ts";
import { codeOf, isOfSystem } from "./store/cause.ts";
import { writeWhole } from "./store/whole-file.ts";

/** Writes what an operator asked for; where the system does not let it, the `StartError` says where and what to do. */
export async function written<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (!isOfSystem(cause)) throw cause;
    const code = codeOf(cause);
    throw new StartError("not-written", toMend({ key: keyOf(code), args: { path, code } }));
  }
}

/** Writes files into a folder, which it makes; each is there whole or, where the system does not let it, not at all. */
export async function writeFiles(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  done: (path: string) => void = () => {},
): Promise<void> {
  await written(folder, () => mkdir(folder, { recursive: true }));
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    await written(path, () => writeWhole(path, bytes));
    done(path);
  }
}

function keyOf(code: string): string {
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(code)) return "not-written-full";
  return ["ENOENT", "ENOTDIR", "EEXIST", "EISDIR"].includes(code) ? "not-written-place" : "not-written-shut";
}
