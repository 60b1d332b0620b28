import { afterEach, expect, test } from "vitest";
import type { ChannelSettings } from "../../../src/channels/channel.ts";
import { openTelegram } from "../../../src/channels/telegram/index.ts";
import { telegram } from "../../../src/channels/telegram/platform.ts";
import type { Address } from "../../../src/core/message.ts";
import { wordingOf } from "../../../src/wording/wording.ts";
import { listening, settingsFor } from "./channel.ts";
import { type Loopback, type LoopbackOptions, loopback } from "./loopback/server.ts";

let platform: Loopback;
afterEach(() => platform.stop());

async function examined(more: Partial<ChannelSettings> = {}, groups: readonly Address[] = []): Promise<string> {
  const { channel } = openTelegram(settingsFor(platform, more), listening());
  const findings = (await channel.examine?.(groups)) ?? [];
  return findings
    .map((each) => `${each.level}: ${each.what}${each.level === "ok" ? "" : ` -> ${each.todo}`}`)
    .join("\n");
}
const at = async (options: LoopbackOptions = {}) => {
  platform = await loopback(options);
};
const group = (id: number) => ({ channel: "telegram", id: String(id) });

test("a bot in good order is found to be, and nobody is kept from anything by asking", async () => {
  await at();
  platform.memory.group(-5, "supergroup", "G");
  expect(await examined({}, [group(-5), { channel: "lark", id: "oc" }])).toMatchInlineSnapshot(`
    "ok: the token is that of @baosong_test_bot; people find it at t.me/baosong_test_bot
    ok: it may be added to groups
    ok: privacy mode is on: in groups it is given commands and replies alone, which is enough
    ok: the bot asks for its messages
    ok: it is in group -5"
  `);
  expect([...platform.calls.keys()]).toEqual(["getMe", "getWebhookInfo", "getChatMember"]);
});

test("a wrong token and a platform out of reach are told apart, each with what to do", async () => {
  await at();
  expect(await examined({ TELEGRAM_BOT_TOKEN: "1:wrong" })).toMatch(/^error: .*does not know the token -> copy/);
  expect(await examined({ TELEGRAM_API_ROOT: "http://127.0.0.1:9" })).toMatch(/^error: .*cannot be reached -> check/);
});

test("what keeps messages away is told: another program's webhook, one that is not set, one that fails", async () => {
  await at();
  const webhook = { PUBLIC_URL: "http://bot.example.org", TELEGRAM_WEBHOOK_SECRET: "s" };
  expect(await examined(webhook)).toContain("warning: no webhook is set yet -> start the bot");
  platform.queue.setHook({ url: "http://127.0.0.1:9/elsewhere" });
  expect(await examined()).toContain("warning: messages go to a webhook (127.0.0.1:9) -> another program");
  expect(await examined(webhook)).toContain("not to PUBLIC_URL");
});

test("what the bot may not do in groups is told for each", async () => {
  await at({ bot: { can_join_groups: false, can_read_all_group_messages: true } });
  platform.memory.group(-6, "group", "G").bot = "kicked";
  platform.memory.group(-7, "group", "G").bot = "restricted";
  platform.memory.group(-8, "group", "G").movedTo = -1_008;
  const found = await examined({}, [group(-6), group(-7), group(-8), group(-9)]);
  expect(found).toContain("error: it may not be added to groups -> @BotFather, /setjoingroups");
  expect(found).toContain("privacy mode is off");
  expect(found).toContain("error: the bot is not in group -6 -> add it");
  expect(found).toContain("error: the bot may not post or send files in group -7 -> let an administrator");
  expect(found).toContain("warning: group -8 is now -1008 -> write -1008");
  expect(found).toContain("error: group -9 is not to be found");
});

test("settings that cannot be used say what to write instead", async () => {
  await at();
  const problems = (more: Partial<ChannelSettings>) =>
    telegram
      .problems({ ...settingsFor(platform), ...more })
      .map(wordingOf("en").text)
      .join("\n");
  expect(problems({})).toBe("");
  expect(problems({ TELEGRAM_BOT_TOKEN: "secret" })).toContain("@BotFather");
  expect(problems({ PUBLIC_URL: "https://bot.example.org" })).toContain(
    "without TELEGRAM_WEBHOOK_SECRET anybody could",
  );
  expect(problems({ PUBLIC_URL: "https://bot.example.org", TELEGRAM_WEBHOOK_SECRET: "ä" })).toContain("A-Z, a-z, 0-9");
  const official = { TELEGRAM_API_ROOT: "https://api.telegram.org", TELEGRAM_WEBHOOK_SECRET: "s" };
  expect(problems({ ...official, PUBLIC_URL: "http://bot.example.org" })).toContain("by https on port 443");
  expect(problems({ ...official, PUBLIC_URL: "https://bot.example.org:3000" })).toContain("443, 80, 88 or 8443");
  expect(problems({ ...official, PUBLIC_URL: "https://bot.example.org:8443" })).toBe("");
});
