import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { kindsIn } from "../../src/core/entry-kinds.ts";
import { emptyRound, evolveRound } from "../../src/core/round.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { verify } from "../../src/store/verify.ts";
import { world } from "../world.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const releases = (await readdir(here, { withFileTypes: true })).filter((each) => each.isDirectory());
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-upgrade-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What none of the kept data has: another round, a roster of one, a platform's whims. */
const unwritten = ["addressed", "came-in-part", "day-off-decided", "dropped", "picked", "undeliverable"];

test("the data of every release is kept here, and in it nearly every kind of entry that can be recorded", async () => {
  expect(releases.map(({ name }) => name)).toEqual(expect.arrayContaining(["0.1", "0.1-everything"]));
  const kinds = new Set(Object.values(kindsIn).flatMap((known) => Object.keys(known)));
  for (const { name } of releases) {
    await cp(join(here, name), join(folder, name), { recursive: true });
    const store = await openLowdb({ folder: join(folder, name) });
    for await (const lines of store.lines()) for (const { entry } of lines) kinds.delete(entry.kind);
    await store.close();
  }
  expect([...kinds].sort()).toEqual(unwritten);
});

/*
 * Each folder is what that release wrote, checkpoints and all: a round opened, a draft with words, reports sent, the
 * deadline passed, the table posted; in the second nearly all else that can happen, as write.ts plays it.
 */
describe.each(releases.map(({ name }) => name))("data written by release %s", (release) => {
  beforeEach(() => cp(join(here, release), folder, { recursive: true }));

  test("is opened: every chain is whole and every document is what its entries come to", async () => {
    const store = await openLowdb({ folder });
    const { findings, entries } = await verify(store);
    await store.close();
    expect(findings).toEqual([]);
    expect(entries).toBeGreaterThan(100);
  });

  test("is gone on with: the draft is there, its round is closed and nothing is posted again, the next one opens", async () => {
    const it = await world({ folder, start: "2020-05-21T17:05+08:00" });
    const report = await it.store.read("report/epidemic-supplies-weekly/2020-05-21/fuzhou-commerce");
    expect(report).toMatchObject({
      kind: "report",
      doc: { status: "draft", told: { work: { kind: "text", text: "走访企业 12 家" } } },
    });
    for (const group of ["leadership", "leadership-2"]) expect(it.heard(group)).toEqual([]);
    await it.at("2020-05-25T09:00+08:00");
    expect(await it.say("fuzhou-commerce-liaison", "填报")).toContain("第2期");
    await it.bot.stop();
    await it.store.close();
    const store = await openLowdb({ folder });
    const { findings } = await verify(store);
    await store.close();
    expect(findings).toEqual([]);
  });
});

test("a reason that an earlier release put into words itself is read as it wrote it", () => {
  const origin = { id: "m1", at: 1, sentAt: 1, by: "somebody", channel: "simulator" };
  const round = evolveRound(emptyRound("flow", "2020-05-21"), { ...origin, kind: "locked", reason: "数据已上报" });
  expect(round.lock).toEqual({ at: 1, by: "somebody", reason: "数据已上报" });
});
