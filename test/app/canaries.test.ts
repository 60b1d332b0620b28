import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Life, live } from "../torture/process.ts";

const liaison = "fuzhou-commerce-liaison";
/** Words that stand nowhere else: wherever they turn up, they came from here. */
const said = "金丝雀话7341";
const phone = "13987654321";
const named = "金丝雀名8852";
const inside = "金丝雀件9963";
const secrets = {
  TELEGRAM_BOT_TOKEN: "7341985:AAcanarytokenAAAAAAAAAAAAAAAAAAAAAA",
  TELEGRAM_WEBHOOK_SECRET: "canary-webhook-secret-4417",
  LARK_APP_ID: "cli_a1b2c3d4e5f60718",
  LARK_APP_SECRET: "canary-app-secret-5528",
  LARK_ENCRYPT_KEY: "canary-encrypt-key-6639",
  LARK_VERIFICATION_TOKEN: "canary-verification-7740",
  DATABASE_URL: "postgres://bot:canary-database-8851@127.0.0.1:1/baosong",
};

let folder: string;
let lives: Life[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-canaries-"));
  lives = [];
});
afterEach(async () => {
  for (const life of lives) life.kill();
  for (const life of lives) await life.ended;
  await rm(folder, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>>, preload?: string): Life {
  const life = live(folder, { env: { LOG_LEVEL: "trace", ...env }, ...(preload === undefined ? {} : { preload }) });
  lives.push(life);
  return life;
}

async function end(life: Life): Promise<string> {
  life.kill();
  await life.ended;
  return life.said();
}

/** Says, presses, edits and sends the canaries in every shape that a door takes, well and badly formed. */
async function plant(url: string): Promise<void> {
  const post = (path: string, body: string, type = "application/json") =>
    fetch(`${url}/api/people/${path}`, { method: "POST", headers: { "content-type": type }, body }).then(
      (answer) => answer.text(),
      () => "",
    );
  const json = (path: string, body: unknown) => post(path, JSON.stringify(body));
  await json(`${liaison}/say`, { text: "填报" });
  await json(`${liaison}/say`, { text: `${said} 联系电话 ${phone}`, id: "planted" });
  await json(`${liaison}/amend`, { message: "planted", text: `${said} ${said} ${phone}` });
  for (const text of [
    `/${said}`,
    `改 ${said} 5`,
    `/join ${said}`,
    `汇总 ${said}`,
    `/invite ${said}`,
    said.repeat(4_000),
  ])
    for (const person of [liaison, "fj-coordinator", "stranger"]) await json(`${person}/say`, { text });
  const messages: unknown = await (await fetch(`${url}/api/chats/${liaison}/messages`)).json();
  const ids = JSON.stringify(messages).match(/"id":"[^"]+"/g) ?? [];
  const message = ids.at(-1)?.slice(6, -1) ?? "";
  for (const action of [`t:esw:2020-05-21:${said}:${phone}`, `cmd:summary:${said}`, said])
    await json(`${liaison}/press`, { message, action, fields: { [said]: said, screened: phone } });
  await post(`${liaison}/say`, `{"text": ${said}`);
  await post(`${said}/say`, "{}");
  await post(`${liaison}/file`, said, "multipart/form-data; boundary=x");
  for (const [name, bytes] of [
    [`${named}.xlsx`, `PK\u0003\u0004${inside}`],
    [`${named}.pdf`, `%PDF-1.4 ${inside}`],
    [named, inside],
  ] as const) {
    const form = new FormData();
    form.append("file", new File([bytes], name));
    await fetch(`${url}/api/people/${liaison}/file`, { method: "POST", body: form });
  }
  await fetch(`${url}/files/${said}/${named}`);
  await fetch(`${url}/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: "2020-05-21T18:00:00+08:00" }),
  });
}

describe("nothing that people write, send or are reached by stands in the log, at its most talkative", () => {
  test.each([
    ["on a sound disk", {}],
    ["on a disk that fills up again and again", { append: "ENOSPC", from: 4, times: 1_000 }],
    ["on a disk that fails", { sync: "EIO", from: 5 }],
  ])("%s", async (_, disk) => {
    const preload = fileURLToPath(new URL("../torture/bad-disk.js", import.meta.url));
    // The round is opened on a sound disk, so that what goes wrong later goes wrong with what people say.
    const opening = start({});
    await opening.ready;
    await end(opening);
    const life = start({ BAD_DISK: JSON.stringify(disk) }, preload);
    const url = await life.ready;
    if (url === undefined) throw new Error(life.said());
    await plant(url);
    const log = await end(life);
    for (const canary of [said, phone, named, inside]) {
      expect(log).not.toContain(canary);
      expect(log).not.toContain(encodeURIComponent(canary));
      expect(log).not.toContain(JSON.stringify(canary).slice(1, -1));
    }
    // The log was on, or this would prove nothing: a bad disk complains in it.
    if ("append" in disk || "sync" in disk) expect(log).toMatch(/"code":"(not-kept|kept-unknown)"/);
    // And the words did come in.
    if (!("append" in disk) && !("sync" in disk))
      expect(await readFile(join(folder, "journal", "00000001.log"), "utf8")).toContain(said);
  });
});

test.each([
  ["settings that are in order as far as they go", {}],
  ["settings that cannot be used", { PORT: "x", CLOCK_SPEED: "fast", LARK_DOMAIN: "nowhere", PUBLIC_URL: "ftp://x" }],
  ["a database alone", { TELEGRAM_BOT_TOKEN: "", LARK_APP_ID: "", LARK_APP_SECRET: "" }],
  ["a webhook", { PUBLIC_URL: "https://bot.example.org" }],
])("secrets stand neither in the log nor in what is said of %s", async (_, changed) => {
  // A port where nobody listens stands for a platform that is down.
  const unreachable = { TELEGRAM_API_ROOT: "http://127.0.0.1:1", LARK_DOMAIN: "http://127.0.0.1:1" };
  const life = start({ ...secrets, ...unreachable, ...changed });
  await Promise.race([life.ended, new Promise((resolve) => setTimeout(resolve, 8_000))]);
  const log = await end(life);
  expect(log).not.toBe("");
  for (const [name, secret] of Object.entries(secrets)) {
    if (name === "LARK_APP_ID") continue;
    for (const part of [
      secret,
      encodeURIComponent(secret),
      secret.split(/[:@]/).find((each) => /canary/.test(each)) ?? secret,
    ])
      expect(log, name).not.toContain(part);
  }
});
