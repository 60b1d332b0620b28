import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askTo, askToInvite } from "../../src/control.ts";
import { start } from "../../src/main.ts";
import { readSettings } from "../../src/settings.ts";
import { openStore } from "../../src/store/index.ts";
import { say } from "./baosong.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-stopping-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a command whose client stalls holds up no reply, and is cut off so that the bot ends", async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let inHand: (() => void) | undefined;
  const settings = readSettings({ BAOSONG_DATA: folder, PORT: "0", CLOCK_SPEED: "0", LOG_LEVEL: "silent" });
  const running = await start(settings, async (at, log) => {
    const store = await openStore(at, log);
    return {
      ...store,
      change: async (keys, decide) => {
        if (inHand) {
          inHand();
          await released;
        }
        return store.change(keys, decide);
      },
    };
  });
  const order: string[] = [];
  const stalled = connect(join(folder, "control.sock"));
  const cutOff = once(stalled, "close").then(() => order.push("cut off"));
  await once(stalled, "connect");
  // It says what it wants and never comes to the end of it.
  stalled.write("POST /backup HTTP/1.1\r\nHost: bot\r\nContent-Length: 2\r\n\r\n{");
  await askToInvite(folder, "no such unit", "liaison");
  const keeping = new Promise<void>((resolve) => {
    inHand = resolve;
  });
  const saying = say(running.url, "fuzhou-commerce-liaison", "填报").then((answer) => {
    order.push("replied");
    return answer;
  });
  await keeping;
  const stopping = running.stop();
  const taken = () =>
    fetch(`${running.url}/healthz`).then(
      () => true,
      () => false,
    );
  while (await taken());
  order.push("nothing more is taken");
  release();
  expect(await saying).toContain("第1期");
  await Promise.all([stopping, cutOff]);
  expect(order).toEqual(["nothing more is taken", "replied", "cut off"]);
});

test("a verification under way ends with the bot that it was asked of", async () => {
  let looked = 0;
  const settings = readSettings({ BAOSONG_DATA: folder, PORT: "0", CLOCK_SPEED: "0", LOG_LEVEL: "silent" });
  const running = await start(settings, async (at, log) => ({
    ...(await openStore(at, log)),
    // A history without end.
    lines: async function* () {
      for (; ; looked += 1) yield [];
    },
  }));
  const asked = async () => {
    const answer = await askTo(folder, "verify", {});
    if (answer === "none") throw new Error("the bot was not asked");
    for await (const _ of answer);
  };
  const verifying = asked().catch((cause: unknown) => cause);
  while (looked < 10) await new Promise((resolve) => setTimeout(resolve, 5));
  await running.stop();
  expect(await verifying).toMatchObject({ code: "bot-broke-off" });
  const before = looked;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(looked).toBe(before);
});
