import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backupOf } from "../../src/backup/make.ts";
import { restore } from "../../src/backup/restore.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { openPostgres } from "../../src/store/postgres/index.ts";
import { survey } from "../../src/store/survey.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";

describe.runIf(programs)("restoring into a database", () => {
  let cluster: Cluster;
  let folder: string;
  let backup: string;
  let to: { BAOSONG_DATA: string; DATABASE_URL: string };
  beforeAll(async () => {
    cluster = await startCluster(["fsync=off"]);
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "baosong-restore-"));
    backup = join(folder, "backup");
    to = { BAOSONG_DATA: join(folder, "there"), DATABASE_URL: await cluster.database() };
    const here = join(folder, "here");
    const store = await openLowdb({ folder: here });
    await store.keepFile(new Uint8Array([1, 2, 3]));
    await store.change(["clock/c"], () => [
      { key: "clock/c", entry: { kind: "clock-moved", to: 5, id: "c", at: 1, by: "bot" } },
    ]);
    await writeFile(join(here, "contacts.json"), "{}");
    const pieces = [];
    for await (const piece of backupOf(store, here, "now")) pieces.push(piece);
    await store.close();
    await writeFile(backup, gzipSync(Buffer.concat(pieces)));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** What the database holds now. */
  const held = async () => {
    const store = await openPostgres(to.DATABASE_URL);
    const found = { entries: (await survey(store.lines())).entries, files: (await store.files()).length };
    await store.close();
    return found;
  };

  test("brings the history, the files, and what lay beside them, which nobody else may read", async () => {
    expect(await restore(backup, to)).toEqual({ entries: 1, documents: 1, files: 1 });
    expect(await held()).toEqual({ entries: 1, files: 1 });
    const beside = join(to.BAOSONG_DATA, "contacts.json");
    expect(await readFile(beside, "utf8")).toBe("{}");
    expect((await stat(beside)).mode & 0o777).toBe(0o600);
    // Put in place whole: nothing of the making is left.
    expect(await readdir(to.BAOSONG_DATA)).toEqual(["contacts.json"]);
  });

  test("leaves no history without its files where it fails, and can be done again", async () => {
    const whole = await readFile(backup);
    const text = gunzipSync(whole).toString("utf8");
    const file = Buffer.from([1, 2, 3]).toString("base64");
    expect(text).toContain(file);
    await writeFile(backup, gzipSync(text.replace(file, Buffer.from([1, 2, 4]).toString("base64"))));
    await expect(restore(backup, to)).rejects.toMatchObject({ code: "damaged", what: { key: "backup-file" } });
    expect((await held()).entries).toBe(0);
    await writeFile(backup, whole);
    await restore(backup, to);
    expect(await held()).toMatchObject({ entries: 1 });
  });

  test("does nothing to a database on which a bot runs", async () => {
    const running = await openPostgres(to.DATABASE_URL);
    await running.stand(() => {});
    await expect(restore(backup, to)).rejects.toMatchObject({ code: "busy", what: { key: "database-in-use" } });
    await running.close();
    expect(await held()).toEqual({ entries: 0, files: 0 });
    expect(await readdir(folder)).not.toContain("there");
  });

  test("does nothing to a database that holds a history, nor to what lies beside it", async () => {
    const other = await openPostgres(to.DATABASE_URL);
    await other.change(["clock/d"], () => [
      { key: "clock/d", entry: { kind: "clock-moved", to: 5, id: "d", at: 1, by: "bot" } },
    ]);
    await other.close();
    await expect(restore(backup, to)).rejects.toMatchObject({ what: { key: "database-not-empty" } });
    expect(await held()).toEqual({ entries: 1, files: 0 });
    expect(await readdir(folder)).not.toContain("there");
  });
});
