import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { restore } from "../../src/backup/restore.ts";
import { explained } from "../../src/failures.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { baosong, endAll, ran, say } from "./baosong.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-backup-"));
});
afterEach(async () => {
  endAll();
  await rm(folder, { recursive: true, force: true });
});

/** Everything in a store: documents, histories, files. */
async function everything(place: string) {
  const store = await openLowdb({ folder: place });
  const keys = (await store.heads()).map(({ key }) => key).sort();
  const kept = await Promise.all(
    keys.map(async (key) => ({ key, doc: await store.read(key), history: await store.history(key) })),
  );
  const files = await Promise.all((await store.files()).map(async (hash) => [hash, await store.readFile(hash)]));
  await store.close();
  return { kept, files };
}

test("what is taken beside a bot that is being talked to comes back as a bot that knows all of it", async () => {
  const here = { BAOSONG_DATA: join(folder, "here") };
  const there = { BAOSONG_DATA: join(folder, "there") };
  const file = join(folder, "baosong.backup");
  const bot = baosong(["start"], here);
  const url = await bot.url;
  await say(url, "fuzhou-commerce-liaison", "填报");
  await say(url, "fuzhou-commerce-liaison", "走访企业 12 家");
  const photo = new FormData();
  photo.set("file", new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]), "现场.jpg");
  await fetch(`${url}/api/people/fuzhou-commerce-liaison/file`, { method: "POST", body: photo });
  let talking = true;
  const others = (async () => {
    while (talking) await say(url, "fuzhou-customs-liaison", "填报");
  })();
  const backup = await ran(["backup", "--to", file], here);
  talking = false;
  await others;
  expect(backup, backup.err).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\d+ entries of \d+ documents, 1 files/),
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const verified = await ran(["verify"], here);
  expect(verified.out, verified.err).toMatch(/^In order: .*, 1 seals\nThe seals end in [0-9a-f]{64}/);
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);

  const restored = await ran(["restore", file], there);
  expect(restored, restored.err).toMatchObject({ code: 0, out: expect.stringContaining("Restored and read back") });
  const again = baosong(["start"], there);
  const restoredUrl = await again.url;
  const report = await (await fetch(`${restoredUrl}/api/reports/2020-05-21/fuzhou-commerce`)).json();
  expect(report).toMatchObject({ status: "draft", narrative: { work: "走访企业 12 家" } });
  const chat = await (await fetch(`${restoredUrl}/api/chats/fuzhou-commerce-liaison/messages`)).text();
  expect(chat).toContain("走访企业 12 家");
  again.child.kill("SIGTERM");
  expect(await again.ended).toBe(0);
});

test("what is taken without a bot and put back is the same to the last hash", async () => {
  const here = { BAOSONG_DATA: join(folder, "here") };
  const file = join(folder, "b");
  const store = await openLowdb({ folder: here.BAOSONG_DATA });
  const hash = await store.keepFile(new Uint8Array([1, 2, 3]));
  await store.change(["person/p"], () => [
    { key: "person/p", entry: { kind: "asked", id: "m1", at: 1, by: "p", aside: { words: "十二" } } },
  ]);
  await store.strip(new Map([["person/p", new Set([1])]]));
  await store.change(["person/p"], () => [
    { key: "person/p", entry: { kind: "asked", id: "m2", at: 2, by: "p", aside: { words: "\u0000 三\n" } } },
  ]);
  await store.close();
  expect((await ran(["backup", "--to", file], here)).code).toBe(0);
  await restore(file, { BAOSONG_DATA: join(folder, "there") });
  const [before, after] = [await everything(here.BAOSONG_DATA), await everything(join(folder, "there"))];
  expect(after).toEqual(before);
  expect(after.files).toEqual([[hash, new Uint8Array([1, 2, 3])]]);
});

test("a backup takes the place of nothing that is there, unless it is forced to", async () => {
  const here = { BAOSONG_DATA: join(folder, "here") };
  await (await openLowdb({ folder: here.BAOSONG_DATA })).close();
  const file = join(folder, "baosong.backup");
  await writeFile(file, "the only one");
  const refused = await ran(["backup", "--to", file], here);
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain("is there already\n    -> name another file, or add --force");
  expect(await readFile(file, "utf8")).toBe("the only one");
  const forced = await ran(["backup", "--force", "--to", file], here);
  expect(forced, forced.err).toMatchObject({ code: 0 });
});

test("nobody else looks into a folder that was made for what is kept, or restored", async () => {
  const [here, there] = [join(folder, "data", "here"), join(folder, "there")];
  await (await openLowdb({ folder: here })).close();
  const file = join(folder, "baosong.backup");
  expect(await ran(["backup", "--to", file], { BAOSONG_DATA: here })).toMatchObject({ code: 0 });
  await restore(file, { BAOSONG_DATA: there });
  for (const place of [here, there]) expect((await stat(place)).mode & 0o777).toBe(0o700);
});

test("a folder that is in use or not empty is left alone", async () => {
  const file = join(folder, "b");
  await (await openLowdb({ folder: join(folder, "here") })).close();
  expect((await ran(["backup", "--to", file], { BAOSONG_DATA: join(folder, "here") })).code).toBe(0);
  const full = join(folder, "full");
  await mkdir(full);
  await writeFile(join(full, "other"), "");
  await expect(restore(file, { BAOSONG_DATA: full })).rejects.toMatchObject({ what: { key: "store-folder-there" } });
  expect(await readdir(full)).toEqual(["other"]);
  expect((await readdir(folder)).sort()).toEqual(["b", "full", "here"]);
});

test("a backup that is not whole, or was changed, restores nothing", async () => {
  const file = join(folder, "b");
  const here = join(folder, "here");
  const store = await openLowdb({ folder: here });
  await store.change(["clock/c"], () => [
    { key: "clock/c", entry: { kind: "clock-moved", to: 5, id: "c", at: 1, by: "bot" } },
  ]);
  await store.close();
  expect((await ran(["backup", "--to", file], { BAOSONG_DATA: here })).code).toBe(0);
  const whole = await readFile(file);
  const lines = gunzipSync(whole).toString("utf8").trimEnd().split("\n");
  const broken: Record<string, Buffer> = {
    "cut off": whole.subarray(0, whole.length - 20),
    "without its end": gzipSync(`${lines.slice(0, -1).join("\n")}\n`),
    "without an entry": gzipSync(`${lines.filter((line) => !line.includes("clock-moved")).join("\n")}\n`),
    "with a changed entry": gzipSync(`${lines.join("\n").replace('"to":5', '"to":6')}\n`),
    "no backup": Buffer.from("hello"),
    empty: Buffer.alloc(0),
  };
  for (const [what, bytes] of Object.entries(broken)) {
    await writeFile(file, bytes);
    await expect(restore(file, { BAOSONG_DATA: join(folder, "there") }), what).rejects.toMatchObject({
      code: "backup",
    });
  }
  await expect(restore(join(folder, "none"), { BAOSONG_DATA: join(folder, "there") })).rejects.toThrow("ENOENT");
  expect((await readdir(folder)).sort()).toEqual(["b", "here"]);
});

test("where no bot has run there is nothing to back up, to verify or to export, and nothing is made there", async () => {
  const nowhere = { BAOSONG_DATA: join(folder, "slip-of-the-pen") };
  for (const command of [["backup", "--to", join(folder, "empty.backup")], ["verify"], ["export", "1"]]) {
    const refused = await ran(command, nowhere);
    expect(refused.code, command[0]).toBe(1);
    expect(refused.err, command[0]).toContain("no bot has run on it\n    -> set BAOSONG_DATA");
  }
  expect(await readdir(folder)).toEqual([]);
});

test("a backup that names what a store keeps by itself, or something outside the folder, restores nothing", async () => {
  const here = join(folder, "here");
  await (await openLowdb({ folder: here })).close();
  await writeFile(join(here, "page"), "beside");
  const file = join(folder, "b");
  expect(await ran(["backup", "--to", file], { BAOSONG_DATA: here })).toMatchObject({ code: 0 });
  const lines = gunzipSync(await readFile(file)).toString("utf8");
  expect(lines).toContain('"beside":"page"');
  const naming = async (path: string) => {
    await writeFile(file, gzipSync(lines.replace('"beside":"page"', `"beside":${JSON.stringify(path)}`)));
    const there = { BAOSONG_DATA: join(folder, "there") };
    return restore(file, there).catch((cause: unknown) => explained(cause, wordingOf("en")));
  };
  const own = [
    "journal/00000009.log",
    "./journal//x",
    "checkpoints/manifest.json",
    "files/x",
    "files",
    "lock",
    "a.sock",
  ];
  for (const path of own)
    expect(await naming(path), path).toMatch(
      /^\[backup\] .*keeps by itself: .*\n {4}-> take another one; nothing was changed$/,
    );
  for (const path of ["../out", "/out", "a/../../out", "", "."])
    expect(await naming(path), path).toMatch(
      /^\[backup\] .*outside of the folder: .*\n {4}-> take another one; nothing was changed$/,
    );
  expect((await readdir(folder)).sort()).toEqual(["b", "here"]);
});
