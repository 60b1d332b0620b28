import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askToExport, serveControl } from "../../src/control.ts";
import { assertRunnable } from "../../src/runnable.ts";
import { readSettings } from "../../src/settings.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { type World, world } from "../world.ts";
import { baosong, endAll, ran } from "./baosong.ts";

let folder: string;
let it: World | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-places-"));
});
afterEach(async () => {
  endAll();
  await it?.end();
  it = undefined;
  await rm(folder, { recursive: true, force: true });
});

test("a .env that cannot be read is told with where it lies and what to do, in the language of the system", async () => {
  await mkdir(join(folder, ".env"));
  const program = fileURLToPath(new URL("../../src/baosong.js", import.meta.url));
  const checked = (LANG: string) =>
    spawnSync(process.execPath, [program, "check"], {
      cwd: folder,
      env: { PATH: process.env.PATH, LANG },
      encoding: "utf8",
    });
  const { status, stderr } = checked("en_US.UTF-8");
  expect(stderr).toMatch(/^\[env-unreadable\] .*\.env cannot be read \(EISDIR\)\n {4}-> make it a file .*\n$/);
  expect(status).toBe(1);
  expect(checked("zh_CN.UTF-8").stderr).toContain("读不了");
});

test("a backup that cannot be written, for want of a folder or of room, says so and leaves nothing behind", async () => {
  const here = { BAOSONG_DATA: join(folder, "here") };
  await (await openLowdb({ folder: here.BAOSONG_DATA })).close();
  const missing = join(folder, "missing", "b");
  expect(await ran(["backup", "--to", missing], here)).toEqual({
    code: 1,
    out: "",
    err: `[not-written] ${missing} cannot be written there (ENOENT)\n    -> make the folder that it lies in, or name another place\n`,
  });
  await writeFile(join(here.BAOSONG_DATA, "page"), randomBytes(5_000));
  const command = 'ulimit -f 4; exec "$0" src/baosong.js backup --to "$1"';
  const full = spawnSync("sh", ["-c", command, process.execPath, join(folder, "b")], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    // The loader's cache is shared by all: half a file must not come to lie in it.
    env: { PATH: process.env.PATH, ...here, TSX_DISABLE_CACHE: "1" },
    encoding: "utf8",
  });
  expect(full).toMatchObject({ status: 1, stdout: "" });
  expect(full.stderr).toMatch(/^\[not-written\] there is no room for .*\(EFBIG\)\n {4}-> make room.*\n$/);
  expect(await readdir(folder)).toEqual(["here"]);
});

test("a backup is not written into the folder that it is of, by whatever way that is named", async () => {
  const here = join(folder, "here");
  await (await openLowdb({ folder: here })).close();
  await symlink(here, join(folder, "link"));
  const before = await readdir(here);
  for (const to of [join(here, "b"), join(here, "files", "b"), join(folder, "link", "b")]) {
    await mkdir(join(here, "files"), { recursive: true });
    const { code, err } = await ran(["backup", "--to", to], { BAOSONG_DATA: here });
    expect(err).toContain(`[backup] ${to} lies in ${here}`);
    expect([code, err.split("\n")[1]]).toEqual([1, "    -> name a file outside of it, best on another disk"]);
  }
  expect((await readdir(here)).filter((name) => name !== "files")).toEqual(before.filter((name) => name !== "files"));
  expect(await ran(["backup", "--to", join(folder, "b")], { BAOSONG_DATA: here })).toMatchObject({ code: 0 });
});

test("files that cannot be written where they were wanted are told with the place and what to do", async () => {
  const here = { BAOSONG_DATA: join(folder, "here") };
  await baosong(["start"], here).url;
  await writeFile(join(folder, "file"), "");
  const to = join(folder, "file", "x");
  expect(await ran(["export", "1", "--to", to], here)).toEqual({
    code: 1,
    out: "",
    err: `[not-written] ${to} cannot be written there (ENOTDIR)\n    -> make the folder that it lies in, or name another place\n`,
  });
});

test("a folder whose path is too long for a socket is told before anything is opened, and to commands as well", async () => {
  it = await world();
  const long = join(folder, "x".repeat(100));
  const said = /too long a path.*\n {4}-> name a folder with a path of \d+ bytes at most/;
  expect(() => assertRunnable(readSettings({ BAOSONG_DATA: long }))).toThrow(said);
  await expect(askToExport(long, "1", ["xlsx"])).rejects.toThrow(said);
  await expect(serveControl(long, it.bot.house, it.store)).rejects.toThrow(said);
  expect(await readdir(folder)).toEqual([]);
});

test("a folder in which no socket can be made is told with what to do", async () => {
  it = await world();
  // What is left over cannot be cleared away: it is no socket.
  await mkdir(join(folder, "control.sock"));
  await expect(serveControl(folder, it.bot.house, it.store)).rejects.toMatchObject({ code: "no-socket" });
});

test("a rehearsal whose workbooks cannot be written says so before it plays", async () => {
  await writeFile(join(folder, "file"), "");
  const to = join(folder, "file", "x");
  const { code, out, err } = await ran(["rehearse", "--units", "1", "--rounds", "1", "--to", to], {});
  expect([code, out]).toEqual([1, ""]);
  expect(err).toBe(
    `[not-written] ${to}/seed-1 cannot be written there (ENOTDIR)\n    -> make the folder that it lies in, or name another place\n`,
  );
});

test("a backup that cannot be put back whole says why, and leaves nothing of it behind", async () => {
  const here = join(folder, "here");
  await (await openLowdb({ folder: here })).close();
  await writeFile(join(here, "page"), "beside the history");
  const backup = join(folder, "b");
  expect(await ran(["backup", "--to", backup], { BAOSONG_DATA: here })).toMatchObject({ code: 0 });
  // As if the backup had come from a system where a name may be longer than here.
  const lines = gunzipSync(await readFile(backup))
    .toString()
    .replace('"page"', `"${"x".repeat(300)}"`);
  await writeFile(backup, gzipSync(lines));
  const { code, out, err } = await ran(["restore", backup], { BAOSONG_DATA: join(folder, "there") });
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(/^\[not-written\] .*\(ENAMETOOLONG\)\n {4}-> name a place that this account may write to\n$/);
  expect((await readdir(folder)).sort()).toEqual(["b", "here"]);
});
