// Loaded before the bot (node --import): the files of the journal and the checkpoints fail as BAD_DISK says, everything
// else is the real disk.
import { constants } from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/**
 * `from` counts writes to the journal (`append`, `sync`) or to checkpoints (`fold`, `rename`), from 1; `times` of them
 * fail, then the disk is mended. `slow` in milliseconds.
 */
const { append, sync, open, fold, rename, from = 1, times = 1, slow = 0 } = JSON.parse(process.env.BAD_DISK ?? "{}");
const failure = (code) => Object.assign(new Error(`${code}: made to fail`), { code });
let writes = 0;
const fails = () => writes >= from && writes < from + times;
const pause = () => new Promise((resolve) => setTimeout(resolve, slow));

const forAppending = (flags) => typeof flags === "number" && (flags & constants.O_APPEND) !== 0;
const really = fs.open;
fs.open = async (path, flags, ...rest) => {
  const journal = /[\\/]journal[\\/]\d{8}\.log$/.test(String(path)) && forAppending(flags);
  if (journal && open) throw failure(open);
  const handle = await really(path, flags, ...rest);
  if (!journal) return handle;
  const write = handle.write.bind(handle);
  // The journal is written and synced in one call, which fails on either account.
  handle.write = async (bytes, at) => {
    writes += 1;
    if (slow > 0) await pause();
    if (append && fails()) {
      // Half of it gets through before the disk says no, as on a disk that fills up.
      await write(bytes.subarray(at, at + Math.floor((bytes.length - at) / 2)));
      throw failure(append);
    }
    const written = await write(bytes, at);
    // Whether what was written is there nobody knows then.
    if (sync && fails()) throw failure(sync);
    return written;
  };
  return handle;
};

// Checkpoints are written in a thread, which loads this as well; each thread counts for itself.
let folds = 0;
const isCheckpoint = (path) => /[\\/]checkpoints[\\/]/.test(String(path));
const foldFails = () => {
  folds += 1;
  return folds >= from && folds < from + times;
};
const openedByNow = fs.open;
fs.open = async (path, ...rest) => {
  const handle = await openedByNow(path, ...rest);
  if (!fold || !isCheckpoint(path)) return handle;
  const write = handle.writeFile.bind(handle);
  handle.writeFile = async (content) => {
    if (!foldFails()) return write(content);
    await write(String(content).slice(0, 40));
    throw failure(fold);
  };
  return handle;
};
const reallyRename = fs.rename;
fs.rename = async (from, to) => {
  if (rename && isCheckpoint(to) && foldFails()) throw failure(rename);
  return reallyRename(from, to);
};
syncBuiltinESMExports();
