import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Life, live } from "../torture/process.ts";

let folder: string;
let life: Life;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-little-room-"));
});
afterEach(async () => {
  life.kill();
  await life.ended;
  await rm(folder, { recursive: true });
});

test("a page whose disk is full says so, goes on showing what it has, and takes what was sent once there is room", async () => {
  life = live(folder, { room: 300 });
  const say = async (text: string, id: string) => {
    const response = await fetch(`${await life.ready}/api/people/fuzhou-market-liaison/say`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, text }),
    });
    return { status: response.status, text: await response.text() };
  };
  const long = "字".repeat(5_000);
  let sent = 0;
  let said = await say(long, `t${sent}`);
  while (said.status === 200 && sent < 40) said = await say(long, `t${++sent}`);
  expect(said).toEqual({
    status: 507,
    text: '{"error":"The disk has no room for what this page keeps. Make room and try again."}',
  });
  const chat = await fetch(`${await life.ready}/api/chats/fuzhou-market-liaison/messages`);
  expect([chat.status, (await chat.text()).includes(long)]).toEqual([200, true]);
  life.kill();
  await life.ended;
  life = live(folder);
  expect(await say(long, `t${sent}`)).toMatchObject({ status: 200 });
});
