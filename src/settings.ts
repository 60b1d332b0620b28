import { z } from "zod";
import { parseIso } from "./core/calendar/words.ts";
import type { Text } from "./core/message.ts";
import { type Language, languages, spoken, wordingOf } from "./wording/wording.ts";

const text = (meaning: string) => z.string().optional().describe(meaning);
const webAddress = z.url({ protocol: /^https?$/, error: "setting-address" });
const domain = z.url({ protocol: /^https?$/, error: "setting-domain" });
const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values);
const number = (accepts: (value: number) => boolean, error: string) =>
  z.coerce.number({ error }).refine(accepts, { error });

/** Every setting of the bot: its name, what it means, and what holds where it is not given. */
export const settingsSchema = z.object({
  BAOSONG_DATA: z.string().default("data/run").describe("folder that the bot keeps everything in"),
  BAOSONG_FLOWS: z.string().default("flows").describe("folder of the questionnaires"),
  BAOSONG_ROSTER: z.string().default("data/example/roster.yaml").describe("file of the units and their people"),
  BAOSONG_LANGUAGE: oneOf(languages)
    .default("zh-CN")
    .describe(`language of people who have chosen none, and of the command line: ${languages.join(" or ")}`),
  HOST: z.string().default("127.0.0.1").describe("address that the server listens on"),
  PORT: number((port) => Number.isInteger(port) && port >= 0 && port < 65_536, "setting-port")
    .default(3000)
    .describe("port that the server listens on; 0 takes any that is free"),
  SIMULATOR: oneOf(["on", "off"])
    .optional()
    .describe("the page that plays the phones; on where no platform is configured, and on 127.0.0.1 alone"),
  CLOCK_START: z
    .string()
    .refine((iso) => parseIso(iso) !== undefined, { error: "setting-moment" })
    .transform((iso) => parseIso(iso) ?? 0)
    .optional()
    .describe("rehearsals: where the clock starts; on the simulator alone 2020-05-19T09:00+08:00 unless given"),
  CLOCK_SPEED: number((speed) => speed >= 0, "setting-speed")
    .optional()
    .describe("rehearsals: how many times as fast the clock runs; 1 unless given, 0 stands still"),
  LOG_LEVEL: oneOf(levels)
    .default("info")
    .describe(`how much is logged: ${levels.join(", ")}`),
  TELEGRAM_BOT_TOKEN: text("Telegram: the bot's token, from @BotFather; given, the bot talks there"),
  TELEGRAM_API_ROOT: webAddress
    .default("https://api.telegram.org")
    .describe("Telegram: the Bot API server; one of your own serves files as well"),
  TELEGRAM_WEBHOOK_SECRET: text("Telegram, with PUBLIC_URL: a long random word that its calls must bear"),
  LARK_APP_ID: text("Lark, Feishu: the app's id"),
  LARK_APP_SECRET: text("Lark, Feishu: the app's secret"),
  LARK_DOMAIN: oneOf(["feishu", "lark"])
    .or(domain)
    .default("feishu")
    .describe("feishu, lark, or the web address of a private deployment"),
  LARK_ENCRYPT_KEY: text("Lark, Feishu: the key that webhook calls are encrypted with"),
  LARK_VERIFICATION_TOKEN: text("Lark, Feishu: what its webhook calls prove themselves with"),
  PUBLIC_URL: webAddress.optional().describe("where platforms reach the bot; given, they call it by webhook"),
  DATABASE_URL: text("a PostgreSQL database for several instances; unset: the embedded store in BAOSONG_DATA"),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Settings that cannot be used, every one of them, each with what to write instead. */
export class SettingsError extends Error {
  readonly code = "settings";
  readonly said: Text;
  constructor(problems: readonly Text[]) {
    const said = { join: problems, by: "\n" };
    super(wordingOf("en").text(said));
    this.name = "SettingsError";
    this.said = said;
  }
}

/** Reads the settings from the environment; an empty value counts as not given. Throws a `SettingsError`. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = settingsSchema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = /TOKEN|SECRET|KEY|DATABASE_URL/.test(name) ? "…" : (given[name] ?? "");
    return { key: "setting-unusable", args: { name, value, instead: insteadOf(issue) } };
  });
  throw new SettingsError([...new Map(problems.map((each) => [JSON.stringify(each), each])).values()]);
}

function insteadOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === "invalid_value") return { key: "setting-one-of", args: { values: issue.values.join(", ") } };
  // A union says why through its members; its own words would say nothing.
  return { key: issue.code === "invalid_union" ? "setting-domain" : issue.message };
}

/** The language of the command line: the setting where it is given, else the system's, else English. */
export function operatorLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { BAOSONG_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const system = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== "");
  return spoken(BAOSONG_LANGUAGE) ?? spoken(system?.replace(/[_.@].*$/, "")) ?? "en";
}

/** The settings as a Markdown table, for the README. */
export function settingsTable(): string {
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const preset = schema instanceof z.ZodDefault ? `\`${String(schema.parse(undefined))}\`` : "";
    return `| \`${name}\` | ${schema.description ?? ""} | ${preset} |`;
  });
  return ["| setting | meaning | default |", "|---|---|---|", ...rows].join("\n");
}
