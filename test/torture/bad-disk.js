// Loaded before the bot (node --import): the journal's files fail as BAD_DISK says, everything else is the real disk.
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

/** `from` counts writes to the journal, from 1; `times` of them fail, then the disk is mended. `slow` in milliseconds. */
const { append, sync, open, from = 1, times = 1, slow = 0 } = JSON.parse(process.env.BAD_DISK ?? "{}");
const failure = (code) => Object.assign(new Error(`${code}: made to fail`), { code });
let writes = 0;
const fails = () => writes >= from && writes < from + times;
const pause = () => new Promise((resolve) => setTimeout(resolve, slow));

const really = fs.open;
fs.open = async (path, flags, ...rest) => {
  const journal = /[\\/]journal[\\/]\d{8}\.log$/.test(String(path)) && flags === "a+";
  if (journal && open) throw failure(open);
  const handle = await really(path, flags, ...rest);
  if (!journal) return handle;
  const [write, flush] = [handle.appendFile.bind(handle), handle.datasync.bind(handle)];
  handle.appendFile = async (bytes) => {
    writes += 1;
    if (!append || !fails()) return write(bytes);
    // Half of it gets through before the disk says no, as on a disk that fills up.
    await write(bytes.subarray(0, Math.floor(bytes.length / 2)));
    throw failure(append);
  };
  handle.datasync = async () => {
    if (slow > 0) await pause();
    if (sync && fails()) throw failure(sync);
    return flush();
  };
  return handle;
};
if (isMainThread) syncBuiltinESMExports();
