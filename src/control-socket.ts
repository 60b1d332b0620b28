import { join, resolve } from "node:path";
import { toMend } from "./core/source/problem.ts";
import { StartError } from "./failures.ts";

/** What every system takes; beyond it Linux cuts the path off in silence, and two bots could meet at one socket. */
const LONGEST = 103;

/**
 * Where commands beside a running bot ask it, since two processes must not open one folder. Throws a `StartError` where
 * a socket there would have too long a path.
 */
export function controlSocketIn(folder: string): string {
  const path = join(folder, "control.sock");
  const longest = LONGEST - Buffer.byteLength("/control.sock");
  if (Buffer.byteLength(path) > LONGEST)
    throw new StartError("folder-too-long", toMend({ key: "folder-too-long", args: { folder, longest } }));
  return path;
}

/** What keeps a bot from listening for commands in its folder. */
export function noSocket(folder: string, code: string): StartError {
  return new StartError("no-socket", toMend({ key: "no-socket", args: { folder: resolve(folder), code } }));
}
