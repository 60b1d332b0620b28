import { fileURLToPath } from "node:url";
import type { Chance } from "../../src/app/rehearsal/chance.ts";
import type { Instant } from "../../src/core/time.ts";
import type { Start } from "./process.ts";

/** What goes wrong below or around one life of the bot: how its process is started. */
export type Fault = {
  readonly name: string;
  /** How the process is started so that it comes about; `now` is where the clock stands. */
  start(chance: Chance, now: Instant): Pick<Start, "env" | "preload" | "room">;
  /** A bot that cannot write at all must not start, and says so. */
  readonly refuses?: true;
};

const preload = fileURLToPath(new URL("./bad-disk.js", import.meta.url));
const disk = (name: string, bad: (chance: Chance) => Readonly<Record<string, string | number>>): Fault => ({
  name,
  start: (chance) => ({ env: { BAD_DISK: JSON.stringify(bad(chance)) }, preload }),
});
const clock = (name: string, jump: (chance: Chance) => number): Fault => ({
  name,
  start: (chance, now) => ({ env: { CLOCK_START: new Date(now + jump(chance)).toISOString() } }),
});

/** Every fault that a life may have, one line each. */
export const faults: readonly [Fault, ...Fault[]] = [
  disk("full-disk", (chance) => {
    const from = chance.whole(1, 60);
    return { append: from % 2 === 0 ? "ENOSPC" : "EDQUOT", from, times: chance.whole(1, 8) };
  }),
  { name: "file-limit", start: (chance) => ({ room: chance.whole(1, 60) * chance.whole(1, 8) }) },
  disk("write-error", (chance) => ({ append: "EIO", from: chance.whole(3, 60) })),
  disk("fsync-error", (chance) => ({ sync: "EIO", from: chance.whole(3, 60) })),
  disk("slow-disk", (chance) => ({ slow: chance.whole(3, 60) })),
  disk("read-only-while-running", (chance) => ({ append: "EROFS", from: chance.whole(2, 40), times: 1_000_000 })),
  { ...disk("read-only-folder", () => ({ open: "EROFS" })), refuses: true },
  disk("full-while-folding", (chance) => ({ fold: "ENOSPC", from: 1, times: chance.whole(1, 3) })),
  disk("fold-not-renamed", (chance) => ({ rename: "EIO", from: 1, times: chance.whole(1, 3) })),
  clock("time-forward", (chance) => chance.whole(1, 40) * 60_000),
  clock("time-back", (chance) => -chance.whole(1, 3_000) * 60_000),
];
