import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bot, createBot } from "../../../src/app/bot.ts";
import { rehearsalClock } from "../../../src/app/clock.ts";
import { openLark } from "../../../src/channels/lark/index.ts";
import type { Roster } from "../../../src/core/roster.ts";
import { makeChart, makeForm, makePicture, workbook } from "../../../src/exports/index.ts";
import { imports } from "../../../src/imports/index.ts";
import { secrets } from "../../../src/secrets.ts";
import { openLowdb } from "../../../src/store/lowdb/index.ts";
import { shippedCaseFlows } from "../../cases/play.ts";
import { flowFrom } from "../../interview/talk.ts";
import { exampleRoster } from "../../world.ts";
import { openPlatform, type Platform, type PlatformOptions } from "./platform/platform.ts";
import type { Chat, Message, Person } from "./platform/state.ts";
import { readCard } from "./platform/view.ts";
import { settingsFor } from "./world.ts";

export type LarkBot = {
  readonly bot: Bot;
  readonly platform: Platform;
  readonly log: readonly string[];
  /** What the bot's newest message in a chat is. */
  newest(chat: string): Message;
  /** Says something and gives the bot's next message there, as text. */
  say(from: string, text: string, where?: { chat?: string; mention?: boolean; parent?: string }): Promise<string>;
  /** Presses a button of the newest message and gives what the chat shows newest then. */
  press(from: string, label: string, form?: Record<string, string | readonly string[]>, chat?: string): Promise<string>;
  at(iso: string): Promise<void>;
  end(): Promise<void>;
};

/** The open_id of somebody of the example roster. */
export const openIdOf = (id: string): string => `ou_${id.replaceAll("-", "_")}`;

/** Everybody of the roster on the platform, and the roster with their addresses there. */
export function onLark(roster: Roster): { readonly roster: Roster; readonly people: readonly Person[] } {
  return {
    people: roster.people.map(({ id, name }) => ({ openId: openIdOf(id), name: String(name) })),
    roster: { ...roster, people: roster.people.map((each) => ({ ...each, addresses: { lark: openIdOf(each.id) } })) },
  };
}

/** The same with a leadership group that the bot is in. */
export function larkBotIn(group: Chat): Promise<LarkBot> {
  const { roster } = onLark(exampleRoster());
  const groups = roster.groups.map((each) => ({ ...each, addresses: { lark: group.id } }));
  return larkBot({ groups: [group] }, { ...roster, groups });
}

/** The whole bot in this process, on the pretend platform alone. */
export async function larkBot(options: PlatformOptions = {}, given?: Roster): Promise<LarkBot> {
  const { roster, people } = onLark(exampleRoster());
  const platform = await openPlatform({ speed: 10, ...options, people: [...people, ...(options.people ?? [])] });
  const folder = await mkdtemp(join(tmpdir(), "baosong-lark-"));
  const store = await openLowdb({ folder });
  const log: string[] = [];
  const note = (about: Readonly<Record<string, unknown>>, message: string) =>
    void log.push(`${message} ${JSON.stringify(about)}`);
  const logging = { debug: () => {}, info: () => {}, warn: note, error: note };
  const bot = await createBot({
    store,
    flows: [flowFrom("flows/epidemic-supplies-weekly.yaml")],
    caseFlows: shippedCaseFlows(),
    roster: given ?? roster,
    clock: rehearsalClock(Date.UTC(2020, 4, 19, 1), 0),
    exports: [workbook],
    form: makeForm,
    picture: makePicture,
    chart: makeChart,
    imports,
    log: logging,
    language: "zh-CN",
    secrets,
  });
  const second = { perSecond: 50, perMinute: 1_000, perKey: 5, second: 100 };
  await bot.start([openLark(settingsFor(platform), logging, second).channel], { timed: false });
  const newest = (chat: string): Message => {
    const found = platform.state.messages.findLast((message) => message.from === "bot" && message.chat === chat);
    if (!found) throw new Error(`nothing in ${chat}`);
    return found;
  };
  const shown = ({ type, content }: Message) =>
    type === "interactive" ? readCard(content).text : String(JSON.parse(content).text ?? "");
  return {
    bot,
    platform,
    log,
    newest,
    say: async (from, text, where = {}) => {
      const chat = where.chat ?? platform.state.p2p(from).id;
      const next = platform.next(chat);
      await platform.says(from, text, where).taken;
      return shown(await next);
    },
    press: async (from, label, form, chat = platform.state.p2p(from).id) => {
      const next = platform.next(chat);
      await platform.presses(from, newest(chat).id, label, form);
      await next;
      return shown(newest(chat));
    },
    at: (iso) => bot.moveTo(Date.parse(iso)),
    end: async () => {
      await bot.stop();
      await store.close();
      await platform.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
