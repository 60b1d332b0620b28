import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openLark } from "../../src/channels/lark/index.ts";
import { limits } from "../../src/channels/lark/pace.ts";
import type { Block } from "../../src/core/message.ts";
import type { Figure } from "./figure.ts";

const NAGS = 3_000;
/** Windows run four times as fast as the platform's, for it and for the channel alike; this machine's delays do not. */
const SPEED = 4;
/** As many as the bot sends at once. */
const AT_ONCE = 16;

/** The limits' own best: 50 a second until the minute's thousand are out, then the next minute. */
const best =
  (Math.ceil(NAGS / limits.perMinute) - 1) * 60 + (NAGS % limits.perMinute || limits.perMinute) / limits.perSecond;

const openedSchema = z.object({ url: z.string(), id: z.string(), secret: z.string() });
const countedSchema = z.object({ messages: z.number(), chats: z.number() });

/** 3,000 reminders to as many people: how long they take against the best that the platform's limits allow. */
export async function benchLarkFanOut(): Promise<readonly Figure[]> {
  const path = fileURLToPath(new URL("./lark-platform.ts", import.meta.url));
  const child = fork(path, [String(NAGS), String(SPEED)], { execArgv: ["--import", "tsx"] });
  try {
    const { url, id, secret } = openedSchema.parse(await told(child));
    const settings = {
      TELEGRAM_API_ROOT: "https://api.telegram.org",
      LARK_APP_ID: id,
      LARK_APP_SECRET: secret,
      LARK_DOMAIN: url,
    };
    const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
    const { channel } = openLark(settings, silent, { ...limits, second: 1_000 / SPEED });
    // Loads the library, and takes nothing of what messages may take.
    await channel.aliases?.({ channel: "lark", id: "ou_0" });
    const began = performance.now();
    let next = 0;
    let lost = 0;
    const lane = async () => {
      while (next < NAGS) {
        const to = `ou_${next}`;
        next += 1;
        const sent = await channel.send({ channel: "lark", id: to }, nag(to));
        if (sent.kind !== "sent") lost += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const seconds = ((performance.now() - began) / 1_000) * SPEED;
    child.send("count");
    const { messages, chats } = countedSchema.parse(await told(child));
    if (messages !== NAGS || chats !== NAGS || lost > 0) throw new Error(`${messages} sent to ${chats}, ${lost} lost`);
    const ratio = Math.round((seconds / best) * 1_000) / 1_000;
    return [
      {
        name: "lark: 3,000 reminders",
        value: Math.round(seconds),
        unit: "s",
        peer: `the limits' own best, ${best} s`,
        ratio,
        target: "≤ 1.1",
        met: ratio <= 1.1,
      },
    ];
  } finally {
    child.disconnect();
  }
}

function nag(to: string) {
  const blocks: readonly Block<string>[] = [
    { kind: "heading", text: "第1期还没报" },
    { kind: "text", text: "5月21日（周四）17:00 截止" },
    { kind: "choices", choices: [{ label: "接着填", action: "cmd:report" }] },
  ];
  return { key: `nag/${to}`, to: { channel: "lark", id: to }, blocks };
}

function told(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error("the pretend platform ended")));
  });
}
