import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChannelSettings, Finding } from "../../../src/channels/channel.ts";
import { openLark } from "../../../src/channels/lark/index.ts";
import { problemsOf } from "../../../src/channels/lark/settings.ts";
import { wordingOf } from "../../../src/wording/wording.ts";
import { allScopes, openPlatform, type Platform } from "./platform/platform.ts";
import { settingsFor } from "./world.ts";

let platform: Platform;
beforeEach(async () => {
  platform = await openPlatform();
});
afterEach(() => platform.close());

const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const examined = async (changed: object = {}): Promise<readonly Finding[]> =>
  (await openLark({ ...settingsFor(platform), ...changed }, silent).channel.examine?.([])) ?? [];
const todos = (findings: readonly Finding[]) => findings.flatMap((each) => (each.level === "ok" ? [] : [each.todo]));

test("an app that is set up as it should be has nothing to mend", async () => {
  expect((await examined()).map(({ level }) => level)).toEqual(["ok", "ok", "ok"]);
});

test("a wrong secret is said to be wrong, in the words of the developer console", async () => {
  expect(await examined({ LARK_APP_SECRET: "wrong" })).toMatchObject([
    { level: "error", what: expect.stringContaining("10014"), todo: expect.stringContaining("凭证与基础信息") },
  ]);
});

test("an app without its bot, and a platform that is not reached, are told apart", async () => {
  platform.configure({ bot: false });
  expect(todos(await examined())[0]).toContain("添加应用能力 > 机器人");
  expect((await examined({ LARK_DOMAIN: "http://127.0.0.1:9" }))[0]?.what).toContain("does not answer");
});

test("each permission that is missing is named, with what the bot cannot do without it", async () => {
  platform.configure({ scopes: allScopes.filter((scope) => scope !== "im:resource" && scope !== "im:message.urgent") });
  expect(await examined()).toMatchObject([
    { level: "ok" },
    { level: "error", what: expect.stringContaining("im:resource") },
    { level: "warning", todo: expect.stringContaining("加急") },
    { level: "ok" },
  ]);
});

test("an event or callback that nobody subscribed to is named", async () => {
  platform.configure({ events: [], callbacks: [] });
  const findings = await examined();
  expect(findings.filter(({ level }) => level === "error").map(({ what }) => what)).toEqual([
    expect.stringContaining("im.message.receive_v1"),
    expect.stringContaining("card.action.trigger"),
  ]);
});

test("where the app may not read about itself, what to compare is said", async () => {
  platform.configure({ open: false });
  expect(todos(await examined())[0]).toContain("card.action.trigger");
});

test("settings that lack their other half, or what a webhook needs, are refused with where to find it", () => {
  const whole = settingsFor(platform);
  expect(problemsOf(whole)).toEqual([]);
  const told = (settings: ChannelSettings) => problemsOf(settings).map(wordingOf("en").text);
  expect(told({ ...whole, LARK_APP_SECRET: undefined })).toEqual([expect.stringMatching(/LARK_APP_SECRET\n {4}-> /)]);
  expect(told({ ...whole, LARK_APP_ID: "cli_1" })).toEqual([expect.stringMatching(/no App ID/)]);
  expect(problemsOf({ ...whole, PUBLIC_URL: "https://bot.example.org" })).toHaveLength(2);
});
