import { readdirSync, readFileSync } from "node:fs";

/** Linux counts the time of processes in hundredths of a second. */
const TICKS = 100;

/** Seconds of processor time that these processes and all below them have taken so far, those that ended included. */
export function secondsOf(pids: readonly number[]): number {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
  const below = (pid: number): number =>
    all.filter(({ parent }) => parent === pid).reduce((sum, { id, own }) => sum + own + below(id), 0);
  const tops = all.filter(({ id }) => pids.includes(id));
  return tops.reduce((sum, { id, own, ended }) => sum + own + ended + below(id), 0) / TICKS;
}

function statOf(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before may hold anything, blanks and brackets too.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [1, 11, 12, 13, 14].map((index) =>
      Number(fields[index]),
    );
    return { id: Number(pid), parent, own: user + system, ended: childUser + childSystem };
  } catch {
    // It ended while it was being looked at.
    return undefined;
  }
}
