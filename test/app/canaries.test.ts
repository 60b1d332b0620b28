import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { askToExport } from "../../src/control.ts";
import { formats } from "../../src/exports/export.ts";
import { type Life, live } from "../torture/process.ts";

const liaison = "fuzhou-commerce-liaison";
/** Words that stand nowhere else: wherever they turn up, they came from here. */
const said = "金丝雀话7341";
const phone = "13987654321";
const named = "金丝雀名8852";
const inside = "金丝雀件9963";
const captioned = "金丝雀注2295";
const happened = "金丝雀事6174";
const instructed = "金丝雀批5083";
const asked = "金丝雀问3316";
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
    form.append("text", captioned);
    await fetch(`${url}/api/people/${liaison}/file`, { method: "POST", body: form });
  }
  await fetch(`${url}/files/${said}/${named}`);
  // A matter by itself, which a leader is told of later and answers with an instruction.
  for (const text of ["重大事项", `${happened} ${phone}`, happened, "口罩", "重大"])
    await json(`${liaison}/say`, { text });
  for (const label of ["跳过", "已知悉，提交"]) await press(url, liaison, label);
  await fetch(`${url}/api/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: "2020-05-21T18:00:00+08:00" }),
  });
  await press(url, "leader-1", "批示");
  await json("leader-1/say", { text: instructed });
  await json("leader-1/say", { text: `提问 福州商务 ${asked}` });
  await askToExport(folder, "2020-05-21", formats).catch(() => {});
}

const shown = z.array(
  z.object({ id: z.string(), buttons: z.array(z.object({ label: z.string(), action: z.string() })) }),
);

/** Presses the button of that name under the newest message of somebody's chat that has one. */
async function press(url: string, person: string, label: string): Promise<void> {
  const messages = shown.parse(await (await fetch(`${url}/api/chats/${person}/messages`)).json());
  const found = messages.findLast(({ buttons }) => buttons.some((each) => each.label === label));
  const action = found?.buttons.find((each) => each.label === label)?.action ?? label;
  const body = JSON.stringify({ message: found?.id ?? "", action });
  const headers = { "content-type": "application/json" };
  await fetch(`${url}/api/people/${person}/press`, { method: "POST", headers, body });
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
    for (const canary of [said, phone, named, inside, captioned, happened, instructed, asked]) {
      expect(log).not.toContain(canary);
      expect(log).not.toContain(encodeURIComponent(canary));
      expect(log).not.toContain(JSON.stringify(canary).slice(1, -1));
    }
    // The log was on, or this would prove nothing: a bad disk complains in it.
    if ("append" in disk || "sync" in disk) expect(log).toMatch(/"code":"(not-kept|kept-unknown)"/);
    // And the words did come in.
    if (!("append" in disk) && !("sync" in disk)) {
      const journal = await readFile(join(folder, "journal", "00000001.log"), "utf8");
      const planted = [said, captioned, happened, instructed, asked];
      expect(planted.filter((canary) => !journal.includes(canary))).toEqual([]);
    }
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
  // It ends, or goes on trying and says so; a busy machine takes its time over either.
  let over = false;
  void life.ended.then(() => {
    over = true;
  });
  while (!over && life.said() === "") await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.race([life.ended, new Promise((resolve) => setTimeout(resolve, 2_000))]);
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
