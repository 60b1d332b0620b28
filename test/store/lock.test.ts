import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { explained } from "../../src/failures.ts";
import { examinePremises } from "../../src/premises.ts";
import { type Holder, holderIn } from "../../src/store/lowdb/holder.ts";
import { takeLock } from "../../src/store/lowdb/lock.ts";
import { wordingOf } from "../../src/wording/wording.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

type From = NonNullable<Holder["from"]>;
const lock = () => join(folder, "lock");

/** What this process would leave as its lock. */
async function own(): Promise<From> {
  const release = await takeLock(folder);
  const from = holderIn(await readFile(lock(), "utf8"))?.from;
  await release();
  if (!from) throw new Error("the lock does not tell where it was written");
  return from;
}
/** A lock by a process that is not there under its number: in another container it bears another. */
const leave = async (from: From) => writeFile(lock(), JSON.stringify({ pid: 999_999, started: "1", from }));
const busy = (host: string) => ({
  code: "busy",
  what: { key: "store-in-use-elsewhere", args: { folder, host, process: "999999", lock: lock() } },
});

/** A socket as a killed process leaves it. */
function killedAt(name: string): void {
  const listen = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
  spawnSync(process.execPath, ["-e", listen, join(folder, name)]);
}

describe("the lock of a process whose number tells nothing here", () => {
  test("is left alone where another machine wrote it, and the way out is told", async () => {
    await leave({ ...(await own()), host: "the-other-machine", boot: "another" });
    const cause = await takeLock(folder).then(
      () => undefined,
      (failure: unknown) => failure,
    );
    expect(cause).toMatchObject(busy("the-other-machine"));
    expect(explained(cause, wordingOf("zh-CN"))).toContain(`请删除文件 ${lock()} 再启动`);
    expect(await readdir(folder)).toEqual(["lock"]);
    // No bot runs on it here, as the doctor would say of any other that is in use.
    const store = (await examinePremises({ BAOSONG_DATA: folder })).find(([part]) => part === "store")?.[1];
    expect(store).toMatchObject({ level: "warning", what: { key: "store-in-use-elsewhere" } });
    await rm(lock());
    await (await takeLock(folder))();
  });

  test("is left alone while a process in another container of this machine has it", async () => {
    await leave({ ...(await own()), host: "container", space: "pid:[1]", socket: "lock.abcdef" });
    const living = createServer();
    await new Promise<void>((resolve) => void living.listen(join(folder, "lock.abcdef"), resolve));
    await expect(takeLock(folder)).rejects.toMatchObject(busy("container"));
    await new Promise((resolve) => living.close(resolve));
  });

  test.each([
    ["another container, which was replaced by this one", "container"],
    ["this container, before it was started again", hostname()],
  ])("is taken away where it was killed in %s", async (_, host) => {
    await leave({ ...(await own()), host, space: "pid:[1]", socket: "lock.abcdef" });
    killedAt("lock.abcdef");
    expect((await readdir(folder)).sort()).toEqual(["lock", "lock.abcdef"]);
    await (await takeLock(folder))();
    expect(await readdir(folder)).toEqual([]);
  });

  test.each<[string, Partial<From>]>([
    ["lies in a file system that was mounted otherwise, whose sockets are refused to all", { dev: "0" }],
    ["is not there", { socket: "lock.fedcba" }],
    ["could not be made", { socket: undefined }],
  ])("is left alone where its socket %s", async (_, change) => {
    const from = { ...(await own()), host: "container", space: "pid:[1]", socket: "lock.abcdef", ...change };
    await leave(from);
    killedAt("lock.abcdef");
    await expect(takeLock(folder)).rejects.toMatchObject(busy("container"));
  });

  test("is taken away where this machine was started anew since: nothing that ran before is left", async () => {
    await leave({ ...(await own()), boot: "the-one-before", space: "pid:[1]" });
    await (await takeLock(folder))();
  });
});

test("a held folder says by a socket that its holder lives, and a released one holds neither", async () => {
  const release = await takeLock(folder);
  const socket = holderIn(await readFile(lock(), "utf8"))?.from?.socket ?? "";
  expect((await stat(join(folder, socket))).isSocket()).toBe(true);
  await expect(takeLock(folder)).rejects.toMatchObject({ what: { key: "store-in-use" } });
  expect((await readdir(folder)).sort()).toEqual(["lock", socket]);
  await release();
  expect(await readdir(folder)).toEqual([]);
});
