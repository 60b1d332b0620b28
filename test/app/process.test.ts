import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-process-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function baosong(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return run(process.execPath, ["src/baosong.js", ...args], env);
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { PATH: process.env.PATH, BAOSONG_DATA: folder, PORT: "0", CLOCK_SPEED: "0", LOG_LEVEL: "warn", ...env },
  });
  children.push(child);
  let out = "";
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => {
        out += data;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
        if (found) resolve(found);
      });
    ended.then(() => reject(new Error(out)));
  });
  url.catch(() => {});
  return { child, ended, url, said: () => out };
}

async function say(url: string, person: string, text: string): Promise<string> {
  const response = await fetch(`${url}/api/people/${person}/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  return response.text();
}

test("the bot starts, says where it is, talks, and picks up after it was told to stop", async () => {
  const first = baosong(["start"]);
  const url = await first.url;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await say(url, "fuzhou-commerce-liaison", "填报")).toContain("工作开展情况");
  await say(url, "fuzhou-commerce-liaison", "走访企业 12 家");
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  const second = baosong(["start"]);
  const report = await fetch(`${await second.url}/api/reports/2020-05-21/fuzhou-commerce`);
  expect(await report.json()).toMatchObject({ status: "draft", narrative: { work: "走访企业 12 家" } });
});

test("npm start hands the signal to stop on to the bot, and ends when the bot has ended", async () => {
  const first = run("npm", ["start"]);
  const url = await first.url;
  await say(url, "fuzhou-commerce-liaison", "走访企业 12 家");
  first.child.kill("SIGTERM");
  await first.ended;
  // Nothing is left behind that holds the folder, or answers.
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  const second = baosong(["start"]);
  expect((await fetch(`${await second.url}/healthz`)).status).toBe(200);
});

test("what keeps it from starting is said in words, with a way out", async () => {
  const refused = baosong(["start"], { PORT: "http", TELEGRAM_BOT_TOKEN: "1:x" });
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toContain("[settings] PORT=http cannot be used: write a port such as 3000");
  const missing = baosong(["start"], { BAOSONG_ROSTER: join(folder, "none.yaml") });
  expect(await missing.ended).toBe(1);
  expect(missing.said()).toMatch(/\[campaign\] .*none\.yaml cannot be read \(ENOENT\)/);
});

test("check says what is in order, and a round that nobody opened cannot be exported", async () => {
  const check = baosong(["check"]);
  expect(await check.ended).toBe(0);
  expect(check.said()).toContain("epidemic-supplies-weekly");
  const bot = baosong(["start"]);
  await bot.url;
  const none = baosong(["export", "9", "--to", folder]);
  expect(await none.ended).toBe(1);
  bot.child.kill("SIGTERM");
  await bot.ended;
  expect(none.said()).toContain("[no-such-round]");
});

test("a round is exported beside a running bot and without one, to the same files", async () => {
  const bot = baosong(["start"]);
  const url = await bot.url;
  await say(url, "fuzhou-commerce-liaison", "零报告");
  await say(url, "fuzhou-commerce-liaison", "是");
  const socket = await stat(join(folder, "control.sock"));
  expect(socket.mode & 0o777).toBe(0o600);
  const exported = async (to: string) => {
    const run = baosong(["export", "1", "--format", "all", "--to", join(folder, to)]);
    run.url.catch(() => {});
    expect(await run.ended, run.said()).toBe(0);
    return (await readdir(join(folder, to))).sort();
  };
  const beside = await exported("beside");
  expect(beside).toHaveLength(10);
  const kinds = beside.map((name) => name.split(".").at(-1));
  expect(new Set(kinds)).toEqual(new Set(["xlsx", "csv", "json", "png", "docx"]));
  const span = baosong(["export", "all", "--format", "csv", "--to", join(folder, "span")]);
  expect(await span.ended, span.said()).toBe(0);
  expect(await readdir(join(folder, "span"))).toHaveLength(2);
  const none = baosong(["export", "1-4", "--to", folder]);
  expect(await none.ended).toBe(1);
  expect(none.said()).toContain("[no-such-round]");
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expect(await exported("alone")).toEqual(beside);
});

test("a code is printed beside a running bot and without one; whoever is not in the roster is not invited", async () => {
  const code = /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}\n/;
  const invite = async (...args: readonly string[]) => {
    const run = baosong(["invite", ...args]);
    return { code: await run.ended, said: run.said() };
  };
  expect((await invite("fuzhou-market", "--role", "deputy")).said).toMatch(code);
  const bot = baosong(["start"]);
  const url = await bot.url;
  const beside = await invite("福州市监");
  expect(beside.said).toMatch(code);
  expect(await say(url, "fuzhou-commerce-liaison", `加入 ${beside.said.slice(0, 14)}`)).toContain(
    "已登记：福州市市场监督管理局",
  );
  const nobody = await invite("fuzhou-market", "--role", "leader");
  expect(nobody).toMatchObject({
    code: 1,
    said: expect.stringContaining("[nobody-to-invite] fuzhou-market has no leader"),
  });
  expect((await invite("atlantis")).said).toContain("[nobody-to-invite] the roster has no unit atlantis");
});
