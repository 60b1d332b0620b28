import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { printed } from "../../src/app/people/contacts.ts";
import { exportPerson, forgetPerson } from "../../src/person.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import type { Portable } from "../../src/store/survey.ts";
import { verify } from "../../src/store/verify.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";
const planted = { name: "欧阳春晓", phone: "0591-12345678", words: "填报吧口罩二十七", refused: "口罩二十七" };
let folder: string;
let it: World;
let code: string;

/** Somebody joined with a code, a name and a telephone, and wrote something. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-person-"));
  it = await world({ folder });
  const invited = await it.say("fj-coordinator", "邀请 fuzhou-market");
  code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(invited)?.[0] ?? "";
  await it.say("u1", `加入 ${code} ${planted.name} ${planted.phone}`);
  await it.say("u1", "填报");
  await it.say("u1", "口罩");
  await it.say("u1", planted.words);
});
afterEach(async () => {
  await it.end();
});

const portable = (): Portable => {
  if (!("strip" in it.store)) throw new Error("the world's store is the embedded one");
  return it.store as Portable;
};

/** Every byte of the data folder. */
async function onDisk(): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((each) => each.isFile()).map((each) => readFile(join(each.parentPath, each.name), "utf8"));
  return (await Promise.all(files)).join("\n");
}

test("what is kept of a person is given out whole: as the roster has them, their account, their words", async () => {
  const file = await exportPerson(it.bot.house, portable(), liaison);
  expect(file).toMatchObject({ person: liaison, roster: { unit: "fuzhou-market" } });
  expect(file?.access.bindings.map(({ address }) => address.id)).toEqual(["u1"]);
  expect(file?.entries.map(({ entry }) => entry.kind)).toContain("concerned-others");
  const text = JSON.stringify(file);
  expect(text).toContain(planted.name);
  expect(text).toContain(planted.phone);
  expect(await exportPerson(it.bot.house, portable(), "nobody")).toBeUndefined();
});

test("what a person wrote and gave of themselves is gone from the disk, and the chains are whole", async () => {
  for (const word of [planted.name, planted.refused]) expect((await onDisk()).includes(word), word).toBe(true);
  const before = await it.store.read("report/epidemic-supplies-weekly/2020-05-21/fuzhou-market");
  const forgotten = await forgetPerson(it.bot.house, portable(), liaison);
  expect(forgotten?.entries).toBeGreaterThan(0);
  const gone = [planted.name, planted.phone, planted.refused];
  for (const word of gone) expect((await onDisk()).includes(word), word).toBe(false);
  expect(JSON.stringify((await exportPerson(it.bot.house, portable(), liaison))?.entries)).not.toContain("aside");
  expect((await verify(portable())).findings).toEqual([]);
  expect(await it.store.read("report/epidemic-supplies-weekly/2020-05-21/fuzhou-market")).toEqual(before);
  const member = it.bot.house.people.member(liaison);
  if (!member) throw new Error("no such member");
  const shown = await printed(it.bot.house.contacts, member, it.bot.now());
  expect(shown.phone).not.toBe(planted.phone);
});

test("figures that were refused are still left open, and told without the words, once those are removed", async () => {
  await forgetPerson(it.bot.house, portable(), liaison);
  expect(await it.say("u1", "防护服 排查1\n其余都是0")).toContain("“之前写的数”没存，所以口罩没记 0");
});

test.each(["口罩 立案七十七", "口照 排查77"])(
  "%s is gone also where its class or its row was being asked for",
  async (words) => {
    const part = words.slice(3);
    expect(await it.say("u1", words)).toMatch(/哪一类|是“口罩”吗/);
    const asked = await it.store.read(`person/${liaison}`);
    expect(JSON.stringify(asked)).not.toContain(part);
    await forgetPerson(it.bot.house, portable(), liaison);
    expect((await onDisk()).includes(part)).toBe(false);
    expect(await it.say("u1", "质量违法")).not.toContain(part);
  },
);

test("words that wait for their class are found again by the answer", async () => {
  await it.say("u1", "口罩 立案77");
  expect(await it.say("u1", "质量违法")).toContain("立案77");
});

test("that it was removed is itself recorded, and still holds after a restart", async () => {
  await forgetPerson(it.bot.house, portable(), liaison);
  it = await it.restart();
  const { findings } = await verify(portable());
  expect(findings).toEqual([]);
  const entries = (await exportPerson(it.bot.house, portable(), liaison))?.entries ?? [];
  expect(entries.map(({ entry }) => entry.kind)).toContain("forgotten");
  // Whoever still holds the post is asked again who they are.
  expect(it.bot.house.people.access(liaison).introduced).toBe(false);
});

test("where it broke off between the record and the removal, verify says so and doing it again removes the rest", async () => {
  const breaking: Portable = {
    ...portable(),
    strip: async () => {
      throw new Error("the power went");
    },
  };
  await expect(forgetPerson(it.bot.house, breaking, liaison)).rejects.toThrow("the power went");
  expect((await verify(portable())).findings.map(({ what }) => wordingOf("en").text(what))).toContainEqual(
    expect.stringContaining("was to be removed: run person forget again"),
  );
  await forgetPerson(it.bot.house, portable(), liaison);
  expect((await verify(portable())).findings).toEqual([]);
});

test("of whoever held the post before a moment only that is removed which came before it", async () => {
  await it.at("2020-05-20T09:00+08:00");
  await it.say("u1", "填报");
  const handover = it.bot.now();
  await it.at("2020-05-20T10:00+08:00");
  const again = await it.say("fj-coordinator", "邀请 fuzhou-market");
  const next = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(again)?.[0] ?? "";
  await it.say("u2", `加入 ${next} 林小满 0591-87654321`);
  await forgetPerson(it.bot.house, portable(), liaison, handover + 1);
  const disk = await onDisk();
  expect(disk.includes(planted.name)).toBe(false);
  expect(disk.includes("林小满")).toBe(true);
  expect(it.bot.house.people.access(liaison).introduced).toBe(true);
});

test("words go from closed and folded segments as well, and every place stays where it was", async () => {
  const place = join(folder, "small");
  const store = await openLowdb({ folder: place, segmentSize: 300 });
  for (let index = 0; index < 40; index += 1)
    await store.change([`person/p${index % 4}`], () => [
      {
        key: `person/p${index % 4}`,
        entry: { kind: "asked", id: `m${index}`, at: index, by: "p", aside: { w: `字${index}` } },
      },
    ]);
  await store.folded();
  const before = await store.history("person/p1");
  await store.strip(new Map([["person/p1", new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]]));
  const after = await store.history("person/p1");
  expect(after.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
  expect(after.every(({ entry }) => entry.aside === undefined)).toBe(true);
  expect((await store.history("person/p2")).every(({ entry }) => entry.aside !== undefined)).toBe(true);
  await store.change(["person/p1"], () => [{ key: "person/p1", entry: { kind: "asked", id: "n", at: 99, by: "p" } }]);
  await store.close();
  const reopened = await openLowdb({ folder: place });
  expect(await reopened.history("person/p1")).toHaveLength(11);
  const findings = (await verify(reopened)).findings.map(({ what }) => wordingOf("en").text(what));
  expect(new Set(findings)).toEqual(new Set(["has lost what lay beside it, and no request to remove it is recorded"]));
  await reopened.close();
});
