import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Life, live } from "../torture/process.ts";
import { say } from "./baosong.ts";

let folder: string;
let life: Life | undefined;
const root = fileURLToPath(new URL("../../", import.meta.url));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-little-room-"));
});
afterEach(async () => {
  life?.kill();
  await life?.ended;
  life = undefined;
  await rm(folder, { recursive: true });
});

test("a page whose disk is full says so, goes on showing what it has, and takes what was sent once there is room", async () => {
  let alive = live(folder, { room: 300 });
  life = alive;
  const sayAs = async (text: string, id: string) => {
    const response = await fetch(`${await alive.ready}/api/people/fuzhou-market-liaison/say`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, text }),
    });
    return { status: response.status, text: await response.text() };
  };
  const long = "字".repeat(5_000);
  let sent = 0;
  let said = await sayAs(long, `t${sent}`);
  while (said.status === 200 && sent < 40) said = await sayAs(long, `t${++sent}`);
  expect(said).toEqual({
    status: 507,
    text: '{"error":"The disk has no room for what this page keeps. Make room and try again."}',
  });
  const chat = await fetch(`${await alive.ready}/api/chats/fuzhou-market-liaison/messages`);
  expect([chat.status, (await chat.text()).includes(long)]).toEqual([200, true]);
  alive.kill();
  await alive.ended;
  alive = live(folder);
  life = alive;
  expect(await sayAs(long, `t${sent}`)).toMatchObject({ status: 200 });
});

test("a bot whose log goes to a full disk goes on, and ends when it is told to", async () => {
  const child = spawn("sh", ["-c", 'exec "$0" src/baosong.js start 2>/dev/full', process.execPath], {
    cwd: root,
    env: { PATH: process.env.PATH, BAOSONG_DATA: folder, PORT: "0", CLOCK_SPEED: "0", LOG_LEVEL: "debug" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "close");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (said) => resolve(/http\S+/.exec(String(said))?.[0] ?? "nowhere"));
    void ended.then(([code]) => reject(new Error(`it ended with ${code}`)));
  });
  const answer = await fetch(`${url}/api/people/fuzhou-market-liaison/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: "填报" }),
  });
  expect(answer.status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("what is printed into a file on a full disk is not taken for whole", async () => {
  const before = live(folder);
  life = before;
  for (let figure = 1; figure <= 8; figure += 1)
    await say((await before.ready) ?? "", "fuzhou-market-liaison", `口罩 排查${figure} 不合格0 整改0`);
  before.kill();
  await before.ended;
  const to = join(folder, "printed.json");
  const env = { PATH: process.env.PATH, BAOSONG_DATA: folder, TSX_DISABLE_CACHE: "1" };
  const command = 'ulimit -f 2; exec "$0" src/baosong.js person export fuzhou-market-liaison >"$1"';
  const done = spawnSync("sh", ["-c", command, process.execPath, to], { cwd: root, env, encoding: "utf8" });
  expect((await readFile(to)).length).toBeLessThan(2_000);
  expect(done.stderr).toMatch(/^\[not-written\] there is no room for stdout \(EFBIG\)\n {4}-> make room/);
  expect(done.status).toBe(1);
});
