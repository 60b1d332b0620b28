import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { webhookPath as larkPath } from "../../src/channels/lark/webhook.ts";
import { webhookPath as telegramPath } from "../../src/channels/telegram/webhook.ts";
import { loopback } from "../channels/telegram/loopback/server.ts";
import { readContainerfile } from "./containerfile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const deploy = new URL("../../deploy/", import.meta.url);
const image = readContainerfile(new URL("Containerfile", deploy));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A folder with what the image copies in and the packages that `npm ci --omit=dev` would install, and nothing else. */
async function built(): Promise<string> {
  // Beside the packages, on the same disk: they are linked, not copied.
  const folder = await mkdtemp(join(root, "node_modules", ".image-"));
  ends.push(() => rmSync(folder, { recursive: true }));
  for (const { from, to } of image.copies)
    for (const path of from) {
      const isFile = statSync(join(root, path)).isFile();
      cpSync(join(root, path), join(folder, to, isFile ? basename(path) : ""), { recursive: true });
    }
  const lock = z
    .object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) })
    .parse(JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")));
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    const nested = path.split("node_modules/").length > 2;
    if (path === "" || nested || dev || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    execFileSync("cp", ["-al", join(root, path), join(folder, path)]);
  }
  return folder;
}

test("what the image copies is there, and its command starts the bot with that alone", async () => {
  for (const { from } of image.copies) for (const path of from) expect(existsSync(join(root, path)), path).toBe(true);
  const folder = await built();
  const platform = await loopback();
  ends.push(platform.stop);
  const env = {
    ...image.env,
    PATH: process.env.PATH ?? "",
    BAOSONG_DATA: join(folder, "data"),
    PORT: "0",
    LOG_LEVEL: "warn",
    TELEGRAM_BOT_TOKEN: platform.token,
    TELEGRAM_API_ROOT: platform.root,
  };
  const [program = "", ...args] = image.command;
  const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  ends.push(() => child.kill("SIGKILL"));
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const port = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => {
        said += data;
        const found = /http:\/\/[^/]*:(\d+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
    void ended.then(() => reject(new Error(said)));
  });
  const [asks = "", ...words] = image.health;
  const asked = words.map((word) => word.replace(`:${image.exposed}/`, `:${port}/`));
  expect(asked).not.toEqual(words);
  const answered = await new Promise((resolve) => spawn(asks, asked, { env, cwd: folder }).once("close", resolve));
  expect(answered).toBe(0);
  expect(spawnSync(program, ["src/baosong.js", "check"], { cwd: folder, env }).status).toBe(0);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 240_000);

test("the compose file, the balancer's and the image agree on names, ports and files", () => {
  const service = z.object({
    build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
    environment: z.record(z.string(), z.string()).optional(),
    volumes: z.array(z.string()).optional(),
  });
  const { services } = z
    .object({ services: z.record(z.string(), service) })
    .parse(parse(readFileSync(new URL("compose.yaml", deploy), "utf8")));
  const { bot, balancer } = services;
  const context = new URL(`${bot?.build?.context}/`, deploy);
  expect(readContainerfile(new URL(bot?.build?.dockerfile ?? "", context))).toEqual(image);
  const host = new URL(bot?.environment?.DATABASE_URL?.replace(/\$\{[^}]*\}/, "secret") ?? "").hostname;
  expect(Object.keys(services)).toContain(host);
  const [mounted = ""] = balancer?.volumes ?? [];
  const conf = readFileSync(new URL(mounted.split(":")[0] ?? "", deploy), "utf8");
  const [, name = "", port = ""] = /server (\w+):(\d+) /.exec(conf) ?? [];
  expect([Object.keys(services).includes(name), port]).toEqual([true, image.exposed]);
  expect(image.env.PORT).toBe(image.exposed);
});

test("the balancer lets the platforms' calls through and nothing else: not metrics, readiness or the page", () => {
  const conf = readFileSync(new URL("nginx.conf", deploy), "utf8");
  const locations = [...conf.matchAll(/location ([^{]*) \{([^}]*)\}/g)].map(([, path = "", does = ""]) => [
    path,
    does.trim(),
  ]);
  expect(Object.fromEntries(locations)).toEqual({
    [`= ${telegramPath}`]: "proxy_pass http://bots;",
    [`= ${larkPath}`]: "proxy_pass http://bots;",
    "/": "return 404;",
  });
  // Outside of the places that are listed nothing is handed on.
  expect(conf.match(/proxy_pass/g)).toHaveLength(2);
});
