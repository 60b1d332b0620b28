import { expect, test } from "vitest";
import { assertRunnable } from "../../src/runnable.ts";
import { readSettings } from "../../src/settings.ts";

const run = (given: Record<string, string>) => () => assertRunnable(readSettings(given));

test("without settings the simulator runs", () => {
  expect(run({})).not.toThrow();
});

test("the simulator is not offered to a network, and only by an explicit word beside a HOST that is", () => {
  expect(run({ HOST: "0.0.0.0" })).toThrow(/everybody's phone/);
  expect(run({ HOST: "0.0.0.0", SIMULATOR: "on" })).not.toThrow();
});

test("a bot that could talk to nobody does not start", () => {
  expect(run({ SIMULATOR: "off" })).toThrow(/nothing to talk through/);
});

test("beside a public address that platforms call, the page that plays the phones does not run", () => {
  const webhook = {
    PUBLIC_URL: "https://bot.example.org",
    TELEGRAM_BOT_TOKEN: "123456:abcdefghijklmnopqrstuvwxyz123456789",
    TELEGRAM_WEBHOOK_SECRET: "long-and-random",
  };
  expect(run({ ...webhook, SIMULATOR: "on" })).toThrow(/everybody's phone.*\n.*take SIMULATOR out/);
  expect(run(webhook)).not.toThrow();
  const { PUBLIC_URL, ...asking } = webhook;
  expect(run({ ...asking, SIMULATOR: "on" })).not.toThrow();
  expect(run({ PUBLIC_URL })).not.toThrow();
});
