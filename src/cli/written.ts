import { toMend } from "../core/source/problem.ts";
import { StartError } from "../failures.ts";
import { codeOf, isOfSystem } from "../store/cause.ts";

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

function keyOf(code: string): string {
  if (code === "ENOSPC" || code === "EDQUOT") return "not-written-full";
  return ["ENOENT", "ENOTDIR", "EEXIST", "EISDIR"].includes(code) ? "not-written-place" : "not-written-shut";
}
