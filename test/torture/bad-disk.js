// Loaded before the bot (node --import): the files of the journal and the checkpoints fail as BAD_DISK says, everything
// else is the real disk.
import callbacks from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

/**
 * `from` counts writes to the journal (`append`, `sync`) or to checkpoints (`fold`, `rename`), from 1; `times` of them
 * fail, then the disk is mended. `slow` in milliseconds.
 */
const { append, sync, open, fold, rename, from = 1, times = 1, slow = 0 } = JSON.parse(process.env.BAD_DISK ?? "{}");
const failure = (code) => Object.assign(new Error(`${code}: made to fail`), { code });
let writes = 0;
const fails = () => writes >= from && writes < from + times;
const pause = () => new Promise((resolve) => setTimeout(resolve, slow));

const forAppending = (flags) => typeof flags === "number" && (flags & callbacks.constants.O_APPEND) !== 0;
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
const foldFails = () => folds >= from && folds < from + times;
const opened = new Set();
const [reallyOpen, reallyWrite, reallyRename] = [callbacks.open, callbacks.write, callbacks.rename];
callbacks.open = (path, ...rest) => {
  const done = rest.pop();
  return reallyOpen(path, ...rest, (cause, fd) => {
    if (fold && !cause && isCheckpoint(path)) opened.add(fd);
    done(cause, fd);
  });
};
callbacks.write = (fd, data, ...rest) => {
  const done = rest.pop();
  if (!opened.delete(fd)) return reallyWrite(fd, data, ...rest, done);
  folds += 1;
  if (!foldFails()) return reallyWrite(fd, data, ...rest, done);
  return reallyWrite(fd, String(data).slice(0, 40), 0, "utf8", (cause) => done(cause ?? failure(fold)));
};
callbacks.rename = (from, to, done) => {
  if (!rename || !isCheckpoint(to)) return reallyRename(from, to, done);
  folds += 1;
  return foldFails() ? done(failure(rename)) : reallyRename(from, to, done);
};
if (isMainThread) syncBuiltinESMExports();
