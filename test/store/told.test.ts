import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { explained } from "../../src/failures.ts";
import { examinePremises } from "../../src/premises.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { makeWhole } from "../../src/store/lowdb/whole.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { ran } from "../operations/baosong.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-told-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const english = wordingOf("en");
const chinese = wordingOf("zh-CN");
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
/** Moves the clock, so that something is kept. */
const kept = async (options: Partial<Parameters<typeof openLowdb>[0]> = {}) => {
  const store = await openLowdb({ folder, ...options });
  await store.change(["clock/c"], () => [
    { key: "clock/c", entry: { kind: "clock-moved", to: 7, id: "c", at: 1, by: "bot" } },
  ]);
  await store.close();
};

test("a store in use is told in the operator's language, with its code and what to do", async () => {
  const store = await openLowdb({ folder });
  const cause = await failure(openLowdb({ folder }));
  expect(explained(cause, chinese)).toBe(
    `[store-busy] ${folder} 正由进程 ${process.pid} 使用\n    -> 停掉那个进程，或者把 BAOSONG_DATA 设成另一个文件夹`,
  );
  expect(explained(cause, english)).toBe(
    `[store-busy] ${folder} is in use by process ${process.pid}\n    -> stop that one, or set BAOSONG_DATA to another folder`,
  );
  await store.close();
});

test("the command line tells it so too", async () => {
  await writeFile(join(folder, "file"), "");
  const { code, err } = await ran(["start"], { BAOSONG_DATA: join(folder, "file", "run"), BAOSONG_LANGUAGE: "zh-CN" });
  expect(code).toBe(1);
  expect(err).toMatch(/^\[store-refused\] .*用不了（ENOTDIR）\n {4}-> 请把它交给运行机器人的账号/);
});

test("what verify could not read is told in the operator's language, with what to do", async () => {
  await kept({ segmentSize: 1 });
  const path = join(folder, "journal", "00000001.log");
  await writeFile(path, `x${await readFile(path, "utf8")}`);
  const { code, out, err } = await ran(["verify"], { BAOSONG_DATA: folder, BAOSONG_LANGUAGE: "zh-CN" });
  expect(code, err).toBe(1);
  expect(out).toContain(`history: 读不下去了，后面的没有查：${path} 第 1 行（第 0 字节起）损坏；什么都没有改动`);
});

test("a folder that cannot be used needs its rights, and no backup", async () => {
  await kept();
  await rm(join(folder, "journal"), { recursive: true });
  await writeFile(join(folder, "journal"), "");
  const store = (await examinePremises({ BAOSONG_DATA: folder })).find(([part]) => part === "store")?.[1];
  expect(store?.level).toBe("error");
  const todo = store && store.level !== "ok" ? english.text(store.todo) : "";
  expect(todo).toContain("the account that the bot runs under");
  expect(todo).not.toContain("restore");
});

test("a damaged checkpoint is mended as it is told: deleted, it is made anew and nothing is lost", async () => {
  await kept({ segmentSize: 1 });
  const checkpoints = join(folder, "checkpoints");
  await writeFile(join(checkpoints, "manifest.json"), "{");
  const cause = await failure(openLowdb({ folder }));
  expect(explained(cause, english)).toContain(`-> stop the bot, delete the folder ${checkpoints}, start it again`);
  await rm(checkpoints, { recursive: true });
  const store = await openLowdb({ folder });
  expect((await store.read("clock/c"))?.doc).toMatchObject({ position: 7 });
  await store.close();
});

test("a folder that cannot be made is not said to be there already", async () => {
  await writeFile(join(folder, "file"), "");
  const none = async function* () {};
  const cause = await failure(makeWhole(join(folder, "file", "to"), join(folder, "draft"), none(), async () => {}));
  expect(explained(cause, english)).not.toContain("backup");
  const full = join(folder, "full");
  await kept({ folder: full });
  const there = await failure(makeWhole(full, join(folder, "draft"), none(), async () => {}));
  expect(explained(there, english)).toContain(`${full} is there already and not empty\n    -> name another one`);
  expect(await readdir(folder)).not.toContain("draft");
  expect(await readFile(join(folder, "file"), "utf8")).toBe("");
});
