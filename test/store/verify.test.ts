import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Line } from "../../src/store/chain.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import type { JournalRecord } from "../../src/store/lowdb/record.ts";
import { type Verified, verify } from "../../src/store/verify.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { world } from "../world.ts";
import { alter, rechained, renumbered, withLine } from "./altered.ts";

const report = "report/epidemic-supplies-weekly/2020-05-21/fuzhou-commerce";
const other = "report/epidemic-supplies-weekly/2020-05-21/fuzhou-customs";
const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
let folder: string;

/** A round that was played and closed, so that a seal has met it, and two messages that came after. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-verify-"));
  const it = await world({ folder });
  await it.say("fuzhou-commerce-liaison", "填报");
  await it.say("fuzhou-commerce-liaison", "走访企业 12 家");
  await it.act("fuzhou-commerce-liaison", {
    kind: "sent-file",
    name: "a.jpg",
    size: photo.length,
    bytes: async () => photo,
  });
  await it.say("fuzhou-customs-liaison", "零报告");
  await it.say("fuzhou-customs-liaison", "是");
  await it.at("2020-05-21T17:01+08:00");
  await it.say("fuzhou-commerce-liaison", "状态");
  await it.say("fuzhou-customs-liaison", "填报");
  await it.bot.stop();
  await it.store.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function verified(): Promise<Verified> {
  const store = await openLowdb({ folder });
  try {
    return await verify(store);
  } finally {
    await store.close();
  }
}
/** Lets the journal begin a new segment, so that what is there is folded. */
async function fold(): Promise<void> {
  const store = await openLowdb({ folder, segmentSize: 1 });
  const entry = { kind: "clock-moved", to: 1, id: "fold", at: 1, by: "bot" } as const;
  await store.change(["clock/fold"], () => [{ key: "clock/fold", entry }]);
  await store.close();
}
const found = async () =>
  (await verified()).findings.map(({ document, entry, what }) => `${document} ${entry} ${wordingOf("en").text(what)}`);
const at = (key: string, seq: number) => (line: Line) => line.key === key && line.seq === seq;
const rewritten = (line: Line): Line =>
  line.entry.kind === "wrote" ? { ...line, entry: { ...line.entry, text: "走访企业 99 家" } } : line;
const isWrote = (line: Line) => line.key === report && line.entry.kind === "wrote";

test("finds nothing where nothing was touched, and tells what it went through", async () => {
  const { findings, seals, files, documents, entries, end } = await verified();
  expect(findings).toEqual([]);
  expect({ seals, files }).toEqual({ seals: 1, files: 1 });
  expect(documents).toBeGreaterThan(60);
  expect(entries).toBeGreaterThan(documents);
  expect(end).toMatch(/^[0-9a-f]{64}$/);
});

test("names the entry that was changed", async () => {
  await alter(folder, (records) => withLine(records, isWrote, rewritten));
  const [first] = await found();
  expect(first).toMatch(new RegExp(`^${report} \\d+ was changed`));
});

test("finds a change after which the whole chain was written anew, by what was sealed", async () => {
  await alter(folder, (records) => rechained(withLine(records, isWrote, rewritten)));
  expect(await found()).toContainEqual(
    expect.stringMatching(new RegExp(`^${report} \\d+ is not what was sealed at 2020-05-21T09:0`)),
  );
});

test("names the entry that was cut out of the middle", async () => {
  await alter(folder, (records) => renumbered(withLine(records, at(other, 1), () => undefined)));
  expect(await found()).toEqual([expect.stringMatching(`${other} 2 follows on a gap: entry 1 was cut out`)]);
});

test("names what was taken out of the part that is in checkpoints already, where opening does not look", async () => {
  const message = at("person/fuzhou-commerce-liaison", 2);
  await fold();
  await alter(folder, (records) => records.filter(({ lines }) => !lines.some(message)));
  expect(await found()).toContainEqual(
    expect.stringMatching(/^person\/fuzhou-commerce-liaison 3 follows on a gap: entry 2 was cut out/),
  );
});

test("finds an end that was cut off and had been sealed, also where nothing is left", async () => {
  const from = (seq: number) => (line: Line) => line.key === other && line.seq >= seq;
  await alter(folder, (records) => renumbered(withLine(records, from(2), () => undefined)));
  expect(await found()).toContainEqual(expect.stringMatching(`^${other} 2 is cut off, with all after it`));
  await alter(folder, (records) => renumbered(withLine(records, from(1), () => undefined)));
  expect(await found()).toContainEqual(expect.stringMatching(`^${other} 1 is cut off, with all after it`));
});

test("refuses a journal out of which a message was taken that no seal has met, and says where", async () => {
  await alter(folder, (records) => {
    const last = records.findLastIndex(({ lines }) =>
      lines.some(({ key }) => key === "person/fuzhou-commerce-liaison"),
    );
    return records.filter((_, index) => index !== last);
  });
  await expect(found()).rejects.toMatchObject({ what: { key: "store-out-of-sequence" } });
});

test("finds an entry that was inserted", async () => {
  await alter(folder, (records) => {
    const line = records.flatMap(({ lines }) => lines).find(isWrote);
    if (!line) throw new Error("nothing was written");
    const forged: JournalRecord = { position: 0, lines: [rewritten(line)] };
    return renumbered([...records, forged]);
  });
  expect(await found()).toContainEqual(expect.stringMatching(`^${report} \\d+ was inserted`));
});

test("finds words that were taken away without a request", async () => {
  const { stripped } = await import("../../src/store/chain.ts");
  await alter(folder, (records) => withLine(records, isWrote, stripped));
  expect(await found()).toContainEqual(expect.stringContaining("no request to remove it is recorded"));
});

test("finds an answer's words that were changed beside it", async () => {
  await alter(folder, (records) =>
    withLine(records, isWrote, (line) => ({ ...line, entry: { ...line.entry, aside: { words: "走访企业 99 家" } } })),
  );
  expect(await found()).toContainEqual(expect.stringMatching(`^${report} \\d+ was changed`));
});

test("finds a file that is missing or holds something else", async () => {
  const files = await readdir(join(folder, "files"), { recursive: true });
  const [path = ""] = files.filter((name) => name.length > 60).map((name) => join(folder, "files", name));
  await writeFile(path, "something else");
  expect(await found()).toEqual([expect.stringMatching(/^file [0-9a-f]{64} 0 does not hold what was kept$/)]);
  await rm(path);
  expect(await found()).toEqual([expect.stringMatching(`^${report} \\d+ names the file .* which is not there$`)]);
});

test("finds a document in a checkpoint that is not what its entries come to", async () => {
  const store = await openLowdb({ folder, segmentSize: 1 });
  await store.change(["clock/test"], () => [
    { key: "clock/test", entry: { kind: "clock-moved", to: 1, id: "c", at: 1, by: "bot" } },
  ]);
  await store.close();
  const manifestPath = join(folder, "checkpoints", "manifest.json");
  const manifest = JSON.parse(await readFile(manifestPath, "utf8"));
  const file = manifest.files.find(({ keys }: { keys: string[] }) => keys.includes(report));
  const path = join(folder, "checkpoints", file.name);
  const text = (await readFile(path, "utf8")).replaceAll("走访企业 12 家", "走访企业 99 家");
  await writeFile(path, text);
  file.sum = crc32(text);
  await writeFile(manifestPath, JSON.stringify(manifest));
  expect(await found()).toEqual([
    expect.stringMatching(`^${report} \\d+ the document is not what its entries come to$`),
  ]);
});

test("says of a line that cannot be read where it is, and nothing of what stands behind it, which was not looked at", async () => {
  await fold();
  const path = join(folder, "journal", "00000001.log");
  const text = (await readFile(path, "utf8")).split("\n");
  await writeFile(path, text.map((line, index) => (index === 2 ? `x${line}` : line)).join("\n"));
  expect(await found()).toEqual([expect.stringMatching(/^history 0 cannot be read on: .*00000001\.log.* is damaged/)]);
});

test("finds any single entry that was changed, wherever it stands", async () => {
  const path = join(folder, "journal", "00000001.log");
  const whole = await readFile(path);
  let lines = 0;
  await alter(folder, (records) => {
    lines = records.flatMap((record) => record.lines).length;
    return records;
  });
  for (let index = 0; index < lines; index += 7) {
    await writeFile(path, whole);
    let count = -1;
    await alter(folder, (records) =>
      withLine(
        records,
        () => {
          count += 1;
          return count === index;
        },
        (line) => ({ ...line, entry: { ...line.entry, at: line.entry.at + 1 } }),
      ),
    );
    expect(await found(), `line ${index}`).not.toEqual([]);
  }
});
