import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { move } from "../../src/move.ts";
import { openStore } from "../../src/store/index.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import type { Portable } from "../../src/store/survey.ts";
import { world } from "../world.ts";
import { type Cluster, programs, startCluster } from "./cluster.ts";

/** A folder as a bot leaves it: a round opened and reminded of, reports begun and sent, words and a file kept. */
async function played(folder: string): Promise<void> {
  const it = await world({ folder });
  await it.say("fuzhou-commerce-liaison", "填报");
  await it.say("fuzhou-commerce-liaison", "走访企业 12 家\u0000");
  await it.say("fuzhou-market-liaison", "零报告");
  await it.say("fuzhou-market-liaison", "是");
  await it.at("2020-05-21T17:00+08:00");
  await it.store.keepFile(new Uint8Array([1, 2, 3]));
  await it.bot.stop();
  await it.store.close();
}

async function everything(store: Portable) {
  const entries = [];
  for await (const lines of store.lines()) for (const { key, entry } of lines) entries.push({ key, entry });
  const keys = [...new Set(entries.map(({ key }) => key))].sort();
  const kept = await Promise.all(keys.map(async (key) => [key, await store.read(key), await store.history(key)]));
  const { units, status } = await store.figures("epidemic-supplies-weekly", "2020-05-21");
  return { entries, kept, figures: [...units].map((unit, row) => [unit, status[row]]).sort() };
}

describe.runIf(programs)("moving", () => {
  let cluster: Cluster;
  let folder: string;
  beforeAll(async () => {
    cluster = await startCluster(["fsync=off"]);
  });
  afterAll(() => cluster.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "baosong-move-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("carries a campaign into a database and back into a folder, every entry, document, hash and file", async () => {
    const [here, there] = [join(folder, "here"), join(folder, "there")];
    await played(here);
    const url = await cluster.database();
    const moved = await move({ BAOSONG_DATA: here }, url);
    expect(moved.files).toBe(1);
    expect(await move({ BAOSONG_DATA: here, DATABASE_URL: url }, there)).toEqual(moved);
    const seen = [];
    for (const place of [{ BAOSONG_DATA: here }, { BAOSONG_DATA: "", DATABASE_URL: url }, { BAOSONG_DATA: there }]) {
      const store = await openStore(place);
      const [file] = await store.files();
      seen.push({ ...(await everything(store)), file: await store.readFile(file ?? "") });
      await store.close();
    }
    expect(seen[0]?.entries).toHaveLength(moved.entries);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test("leaves a database alone that holds a history, and a folder that is not empty", async () => {
    const here = join(folder, "here");
    await played(here);
    const url = await cluster.database();
    await move({ BAOSONG_DATA: here }, url);
    await expect(move({ BAOSONG_DATA: here }, url)).rejects.toMatchObject({ code: "refused" });
    const full = join(folder, "full");
    await mkdir(full);
    await writeFile(join(full, "other"), "");
    await expect(move({ BAOSONG_DATA: here }, full)).rejects.toMatchObject({ what: { key: "store-folder-there" } });
    expect(await readdir(full)).toEqual(["other"]);
  });

  test("moves nothing while a bot runs on either side", async () => {
    const here = join(folder, "here");
    await played(here);
    const url = await cluster.database();
    const running = await openStore({ BAOSONG_DATA: "", DATABASE_URL: url });
    await running.stand(() => {});
    await expect(move({ BAOSONG_DATA: here }, url)).rejects.toMatchObject({ code: "busy" });
    await expect(move({ BAOSONG_DATA: "", DATABASE_URL: url }, join(folder, "to"))).rejects.toMatchObject({
      code: "busy",
    });
    await running.close();
    const alone = await openLowdb({ folder: here });
    await expect(move({ BAOSONG_DATA: here }, url)).rejects.toMatchObject({ code: "busy" });
    await alone.close();
  });

  test("does not carry on a history in which something was altered", async () => {
    const here = join(folder, "here");
    await played(here);
    const url = await cluster.database();
    await move({ BAOSONG_DATA: here }, url);
    const client = new pg.Client(url);
    await client.connect();
    await client.query(
      "update entries set entry = replace(entry::text, '12', '13')::json where key like 'report/%' and entry::text like '%家%'",
    );
    await client.end();
    await expect(move({ BAOSONG_DATA: "", DATABASE_URL: url }, join(folder, "to"))).rejects.toMatchObject({
      code: "damaged",
      what: { key: "store-chain-broken", args: { document: expect.stringMatching(/^report\//) } },
    });
  });
});
