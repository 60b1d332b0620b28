import { expect, test } from "vitest";
import { operatorLanguage, readSettings, SettingsError, settingsSchema, settingsTable } from "../../src/settings.ts";

test("without any setting the bot runs on the simulator's defaults", () => {
  const settings = readSettings({});
  expect(settings.HOST).toBe("127.0.0.1");
  expect(settings.PORT).toBe(3000);
  expect(settings.BAOSONG_LANGUAGE).toBe("zh-CN");
  expect(settings.CLOCK_START).toBeUndefined();
});

test("an empty setting counts as not given", () => {
  expect(readSettings({ PORT: "", SIMULATOR: " " }).PORT).toBe(3000);
});

test("every setting that cannot be used is named at once, with what to write instead", () => {
  const given = { PORT: "abc", CLOCK_START: "yesterday", SIMULATOR: "yes", LARK_DOMAIN: "moon", CLOCK_SPEED: "-1" };
  const problems = (() => {
    try {
      readSettings(given);
    } catch (error) {
      return error;
    }
  })();
  expect(problems).toBeInstanceOf(SettingsError);
  const message = problems instanceof Error ? problems.message : "";
  for (const name of Object.keys(given)) expect(message).toContain(`${name}=`);
  expect(message.split("\n")).toHaveLength(5);
  expect(message).toContain("write a moment such as 2020-05-19T09:00+08:00");
});

test("a secret that cannot be used is not repeated", () => {
  expect(() => readSettings({ PUBLIC_URL: "no", TELEGRAM_BOT_TOKEN: "1:secret" })).toThrow(/PUBLIC_URL=no/);
});

test("a rehearsal's start is an instant", () => {
  expect(readSettings({ CLOCK_START: "2020-05-19T09:00+08:00" }).CLOCK_START).toBe(Date.UTC(2020, 4, 19, 1));
});

test("the table has a row for every setting, with its meaning", () => {
  const table = settingsTable();
  for (const name of Object.keys(settingsSchema.shape))
    expect(table).toMatch(new RegExp(`\\| \`${name}\` \\| [^|]+ \\|`));
});

test.each([
  [{ BAOSONG_LANGUAGE: "en", LANG: "zh_CN.UTF-8" }, "en"],
  [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
  [{ LC_ALL: "en_GB.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
  [{ LC_ALL: "", LANG: "zh_TW" }, "zh-CN"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{}, "en"],
])("the command line of %j speaks %s", (environment, language) => {
  expect(operatorLanguage(environment)).toBe(language);
});
